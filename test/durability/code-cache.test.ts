import { spawnSync } from 'node:child_process';
import { chmodSync, readdirSync, readFileSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { Place } from './program.ts';

/* The cache of compiled code: a damaged one, or that of another build, must never run. */
const place = new Place();
const cacheHome = join(place.dir, 'cache');
const folder = join(cacheHome, 'copydesk');

function run(...args: readonly string[]) {
  return spawnSync(process.execPath, [place.bin, ...args], {
    encoding: 'utf8',
    env: { ...process.env, XDG_CACHE_HOME: cacheHome },
  });
}

function cacheFile(): string {
  const [name = ''] = readdirSync(folder).filter((one) => one.endsWith('.code'));
  return join(folder, name);
}

afterAll(() => place.remove());

describe('the code cache', () => {
  const good = () => {
    run('--version');
    return readFileSync(cacheFile());
  };

  test('is used by the next run', () => {
    good();
    const { ino } = statSync(cacheFile());
    expect(run('--version').status).toBe(0);
    expect(statSync(cacheFile()).ino).toBe(ino);
  });

  test.each(Array.from({ length: 25 }, (_, index) => index))(
    'survives a flipped bit and a zeroed page, %i of 25',
    (index) => {
      const whole = good();
      const at = Math.floor((whole.length / 25) * index);
      const flipped = Buffer.from(whole);
      flipped[at] = (flipped[at] ?? 0) ^ 4;
      const zeroed = Buffer.from(whole);
      zeroed.fill(0, at, at + 4096);
      for (const damaged of [flipped, zeroed, whole.subarray(0, at)]) {
        writeFileSync(cacheFile(), damaged);
        expect(run('--version')).toMatchObject({ status: 0, signal: null, stderr: '' });
      }
    },
  );

  test('of a build of the same size and time is not used', () => {
    good();
    const bundle = join(place.dir, 'dist/posts.cjs');
    const { atime, mtime } = statSync(bundle);
    const before = readFileSync(bundle, 'latin1');
    const changed = before.replace('check notes against the house style', 'check notes against the HOUSE style');
    expect(changed).not.toBe(before);
    writeFileSync(bundle, changed, 'latin1');
    utimesSync(bundle, atime, mtime);
    expect(run('--help').stdout).toContain('check notes against the HOUSE style');
  });

  test('that others can write is not used', () => {
    const whole = good();
    const path = cacheFile();
    chmodSync(path, 0o666);
    writeFileSync(path, whole);
    expect(run('--version').status).toBe(0);
    expect(statSync(path).mode & 0o777).toBe(0o600);
  });
});
