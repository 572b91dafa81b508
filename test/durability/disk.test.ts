import { execFileSync, spawnSync } from 'node:child_process';
import { appendFileSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Notes, Place } from './program.ts';

let place: Place;
let disk: string;
let mounted = false;

beforeAll(() => {
  place = new Place();
  disk = join(place.dir, 'disk');
  mkdirSync(disk);
  mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', disk]).status === 0;
});
afterAll(() => {
  if (mounted) execFileSync('umount', [disk]);
  place.remove();
});

/** Writes to a file until nothing more fits. */
function fill(path: string): void {
  writeFileSync(path, '');
  for (const size of [65_536, 4096, 1]) {
    try {
      for (;;) appendFileSync(path, Buffer.alloc(size));
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'ENOSPC')) throw error;
    }
  }
}

test('on a full disk every note stays as it is, and the exit code is 2', async ({ skip }) => {
  skip(!mounted, 'a disk of a known size can only be mounted by root, outside most containers');
  const notes = await Notes.write(join(disk, 'notes'), 10, 9);
  const filler = join(disk, 'filler');
  fill(filler);
  const full = await place.start(['--write', 'disk/notes']).ended;
  expect(full.code).toBe(2);
  expect(full.stderr).toMatch(/no space|full/i);
  expect(full.stderr).not.toMatch(/\n\s+at /);
  expect(notes.look()).toEqual({ old: 10, new: 0, torn: [], strange: [] });

  rmSync(filler);
  expect((await place.start(['--write', 'disk/notes']).ended).code).toBe(0);
  expect(notes.look()).toEqual({ old: 0, new: 10, torn: [], strange: [] });
});

test('on a full disk for the cache, a check only takes longer', async ({ skip }) => {
  skip(!mounted, 'a disk of a known size can only be mounted by root, outside most containers');
  const notes = await Notes.write(join(place.dir, 'checked'), 10, 9);
  const expected = await place.run(['check', '--no-cache', 'checked']).ended;
  rmSync(join(place.dir, 'cache'), { recursive: true, force: true });
  symlinkSync(disk, join(place.dir, 'cache'));
  fill(join(disk, 'filler'));
  for (let run = 0; run < 2; run++) expect(await place.run(['check', 'checked']).ended).toEqual(expected);
  rmSync(join(disk, 'filler'));
  for (let run = 0; run < 2; run++) expect(await place.run(['check', 'checked']).ended).toEqual(expected);
  expect(notes.look()).toEqual({ old: 10, new: 0, torn: [], strange: [] });
});
