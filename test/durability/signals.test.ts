import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Notes, Place, type Running } from './program.ts';

const KILLS = 60;
/** More than are written at the same time. */
const COUNT = 24;

let place: Place;
let notes: Notes;

beforeAll(async () => {
  place = new Place();
  notes = await Notes.write(join(place.dir, 'notes'), COUNT, 5);
});
afterAll(() => place.remove());

/** Until so many notes are written, as a run says on its output, or until it has ended. */
function written({ child, ended }: Running, count: number): Promise<unknown> {
  let lines = 0;
  const enough = new Promise<void>((done) => {
    child.stdout?.on('data', (text: string) => {
      lines += text.split('\n').length - 1;
      if (lines >= count) done();
    });
  });
  return Promise.race([ended, enough]);
}

/** How long a run takes from its start to its first written note, in milliseconds. */
async function untilFirst(): Promise<number> {
  notes.reset();
  const from = performance.now();
  const running = place.start(['--write', 'notes']);
  await written(running, 1);
  const first = performance.now() - from;
  expect((await running.ended).code).toBe(0);
  return first;
}

test(`killed ${KILLS} times while it writes, it leaves each note old or new, and nothing else for long`, async () => {
  await untilFirst(); // fills the code cache
  const first = await untilFirst();
  let between = 0;
  for (let run = 0; run < KILLS; run++) {
    notes.reset();
    const running = place.start(['--write', 'notes']);
    // About when the first note is written, or a little after any of them: how busy the machine is does not matter then.
    const count = run % COUNT;
    if (count > 0) await written(running, count);
    await Promise.race([running.ended, wait(count > 0 ? Math.random() * 2 : first * (0.9 + Math.random() * 0.2))]);
    running.child.kill('SIGKILL');
    await running.ended;
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
