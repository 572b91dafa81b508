import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { PostRecord, RECORD, readRecord } from '../../src/cli/render/post-record.ts';
import { note } from '../cli/program.ts';
import { filesIn } from '../cli/render/forge.ts';
import { Place } from './program.ts';

const KILLS = 30;
const COUNT = 40;

let place: Place;
beforeAll(() => {
  place = new Place();
  writeNotes('notes', COUNT);
  writeFileSync(join(place.dir, 'copydesk.yaml'), 'house: ./desk\n');
  mkdirSync(join(place.dir, 'desk'));
});
afterAll(() => place.remove());

function writeNotes(folder: string, count: number): void {
  for (let at = 0; at < count; at++) {
    const path = join(place.dir, folder, String(at % 3));
    mkdirSync(path, { recursive: true });
    const front = `headline: Lab ${at} Opens\nsource: The Lab`;
    writeFileSync(
      join(path, `note-${at}.md`),
      note({ front, body: `A lab opened on day ${at}.\n\n`.repeat(100).trim() }),
    );
  }
}

const house = (label: string) =>
  writeFileSync(join(place.dir, 'desk/house.yaml'), `extends: abab\nlabels:\n  source: ${label}\n`);
const render = (...args: readonly string[]) => place.run(['render', ...args]);
const at = (folder: string) => join(place.dir, folder);

/** The posts of a first run. */
async function fresh(folder: string, ...options: readonly string[]): Promise<Record<string, string>> {
  rmSync(at('fresh'), { recursive: true, force: true });
  expect((await render(folder, '-d', 'fresh', ...options).ended).code).toBe(0);
  return filesIn(at('fresh'));
}

test(`killed ${KILLS} times, it leaves whole posts and a record that is right`, { timeout: 600_000 }, async () => {
  const wholes = new Map<string, Record<string, string>>();
  for (const label of ['One', 'Two']) {
    house(label);
    wholes.set(label, await fresh('notes', '--to', 'text'));
  }
  const from = performance.now();
  expect((await render('notes', '-d', 'out', '--to', 'text').ended).code).toBe(0);
  const whole = performance.now() - from;
  let between = 0;
  for (let kill = 0; kill < KILLS; kill++) {
    const label = kill % 2 === 0 ? 'One' : 'Two';
    house(label);
    const { child, ended } = render('notes', '-d', 'out', '--to', 'text', '--prune');
    await Promise.race([ended, wait(whole * (0.2 + Math.random()))]);
    child.kill('SIGKILL');
    await ended;
    const found = Object.entries(filesIn(at('out'))).filter(([name]) => !/\.copydesk-\d+-[0-9a-f]+\.tmp$/.test(name));
    for (const [name, text] of found) expect([wholes.get('One')?.[name], wholes.get('Two')?.[name]]).toContain(text);
    expect(found).toHaveLength(COUNT + 3);
    if (new Set(found.map(([name, text]) => text === wholes.get(label)?.[name])).size > 1) between++;
    expect(readRecord(join(at('out'), RECORD))).toBeInstanceOf(PostRecord);
    if (kill % 5 > 0) continue;
    expect((await render('notes', '-d', 'out', '--to', 'text', '--prune').ended).code).toBe(0);
    const settled = Object.entries(filesIn(at('out'))).filter(([name]) => !name.endsWith('.tmp'));
    expect(Object.fromEntries(settled)).toEqual(wholes.get(label));
  }
  // Else the kills came too early or too late to say anything.
  expect(between).toBeGreaterThan(0);
});

test.each([
  ['SIGINT', 130],
  ['SIGTERM', 143],
] as const)('%s leaves no temporary files', async (signal, code) => {
  for (let run = 0; run < 10; run++) {
    rmSync(at('stopped'), { recursive: true, force: true });
    const { child, ended } = render('notes', '-d', 'stopped', '--to', 'html');
    for (let tries = 0; tries < 1000 && !existsSync(at('stopped/2')); tries++) await wait(2);
    // From the first folder on, the program listens to signals.
    await wait(run);
    child.kill(signal);
    expect([0, code]).toContain((await ended).code);
    const names = readdirSync(at('stopped'), { recursive: true, encoding: 'utf8' });
    expect(names.filter((name) => name.endsWith('.tmp'))).toEqual([]);
  }
});

test('one thread and two write the same posts and record the same', { timeout: 300_000 }, async () => {
  house('Source');
  writeNotes('many', 400);
  const options = ['many', '--to', 'text', '--to', 'json'];
  const entries = (folder: string) => {
    const record = readRecord(join(at(folder), RECORD));
    if (!(record instanceof PostRecord)) throw new Error(`the record is ${record}`);
    return [...record.entries].map(({ file, ...entry }) => ({ ...entry, size: file.size, digest: file.digest }));
  };
  for (const jobs of ['1', '2']) {
    const { stderr } = await render(...options, '-d', `by-${jobs}`, '--jobs', jobs).ended;
    expect(stderr).toBe('400 notes: 400 written\n');
  }
  expect(filesIn(at('by-2'))).toEqual(filesIn(at('by-1')));
  expect(entries('by-2')).toEqual(entries('by-1'));
  expect(entries('by-1').filter(({ from }) => from === '')).toEqual([]);
  const record = readFileSync(join(at('by-2'), RECORD), 'utf8');
  await wait(2100);
  for (const jobs of ['1', '2', '1']) {
    const { stderr } = await render(...options, '-d', 'by-2', '--jobs', jobs, '--prune').ended;
    expect(stderr).toBe('400 notes: 400 unchanged\n');
  }
  expect(readFileSync(join(at('by-2'), RECORD), 'utf8')).toBe(record);
});
