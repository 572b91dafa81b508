import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Notes, Place } from './program.ts';

const KILLS = 200;
const COUNT = 10;

let place: Place;
let notes: Notes;

beforeAll(async () => {
  place = new Place();
  notes = await Notes.write(join(place.dir, 'notes'), COUNT, 5);
});
afterAll(() => place.remove());

/** How long a run takes from its start to its first written note, and to its end, in milliseconds. */
async function duration(): Promise<{ first: number; last: number }> {
  notes.reset();
  const from = performance.now();
  const { child, ended } = place.start(['--write', 'notes']);
  const first = new Promise<number>((done) => child.stdout?.once('data', () => done(performance.now() - from)));
  expect((await ended).code).toBe(0);
  return { first: await first, last: performance.now() - from };
}

test(`killed ${KILLS} times while it writes, it leaves each note old or new, and nothing else for long`, async () => {
  await duration(); // fills the code cache
  const { first, last } = await duration();
  let between = 0;
  for (let run = 0; run < KILLS; run++) {
    notes.reset();
    const { child, ended } = place.start(['--write', 'notes']);
    // From shortly before the first note is written until the last one is.
    await Promise.race([ended, wait(first * 0.9 + Math.random() * (last - first * 0.9))]);
    child.kill('SIGKILL');
    await ended;
    const found = notes.look();
    expect(found.torn).toEqual([]);
    expect(found.old + found.new).toBe(COUNT);
    expect(found.strange.filter((name) => !/^\.copydesk-\d+-[0-9a-f]+\.tmp$/.test(name))).toEqual([]);
    if (found.old > 0 && found.new > 0) between++;
  }
  // Else the kills came too early or too late to say anything.
  expect(between).toBeGreaterThan(KILLS / 20);
  notes.reset();
  expect((await place.start(['--write', 'notes']).ended).code).toBe(0);
  expect(notes.look()).toEqual({ old: 0, new: COUNT, torn: [], strange: [] });
}, 600_000);

test.each([
  ['SIGINT', 130],
  ['SIGTERM', 143],
] as const)('%s leaves whole notes and no temporary files', async (signal, code) => {
  notes.reset();
  const { child, ended } = place.start(['--write', 'notes']);
  child.stdout?.once('data', () => child.kill(signal));
  const done = await ended;
  expect([0, code]).toContain(done.code);
  const found = notes.look();
  expect(found).toMatchObject({ torn: [], strange: [] });
  expect(found.new).toBeGreaterThan(0);
});
