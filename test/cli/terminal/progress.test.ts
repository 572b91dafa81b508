import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Host } from '../../../src/cli/host.ts';
import { ENGLISH } from '../../../src/cli/messages/messages.ts';
import { Console } from '../../../src/cli/terminal/console.ts';
import { Progress, progressText } from '../../../src/cli/terminal/progress.ts';

let printed = '';
let stops = 0;

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: 0 });
  printed = '';
  stops = 0;
});
afterEach(() => vi.useRealTimers());

function hostOf(environment: Host['environment'] = {}, isTerminal = true, columns: number | undefined = 80): Host {
  const write = async (_: 1 | 2, text: string | Uint8Array) => {
    printed += String(text);
    return true;
  };
  return {
    environment,
    isTerminal: () => isTerminal,
    columns,
    readStdin: async () => new Uint8Array(),
    readLine: async () => undefined,
    write,
    print: (text) => write(1, text),
    beforeStop: () => {
      stops++;
    },
  };
}

/** A run over 1,000 notes with one note in 10 milliseconds, of which 200 are done. */
async function run(host: Host, isQuiet = false): Promise<{ progress: Progress; console: Console }> {
  const console = await Console.create(host, false);
  const progress = new Progress(host, console, isQuiet);
  progress.start(1000);
  for (let note = 1; note <= 200; note++) {
    vi.setSystemTime(note * 10);
    await progress.step();
  }
  return { progress, console };
}

test('is shown after a second, ten times a second', async () => {
  await run(hostOf());
  const lines = printed.split('\r').slice(1);
  expect(lines).toHaveLength(11);
  expect(lines[0]).toBe('100 of 1000 notes, 100/s, 9 s left\u001b[K');
  expect(lines.at(-1)).toBe('200 of 1000 notes, 100/s, 8 s left\u001b[K');
});

test.each<[string, Host['environment'], boolean, boolean]>([
  ['in a pipe', {}, false, false],
  ['on a dumb terminal', { TERM: 'dumb' }, true, false],
  ['in CI', { CI: 'true' }, true, false],
  ['with --quiet', {}, true, true],
])('is not shown %s', async (_, environment, isTerminal, isQuiet) => {
  const { progress } = await run(hostOf(environment, isTerminal), isQuiet);
  await progress.end();
  expect([printed, stops]).toEqual(['', 0]);
});

test('is cleared before a message and at the end, once', async () => {
  const { progress, console } = await run(hostOf());
  printed = '';
  await console.line('A message.');
  expect(printed).toBe('\r\u001b[KA message.\n');
  printed = '';
  await progress.end();
  expect(printed).toBe('');
  vi.setSystemTime(5000);
  await progress.step();
  printed = '';
  await progress.end();
  await progress.end();
  expect(printed).toBe('\r\u001b[K');
});

test('is cleared before a signal ends the run', async () => {
  await run(hostOf());
  expect(stops).toBe(1);
});

test('what is printed in time has no line', async () => {
  const host = hostOf();
  const progress = new Progress(host, await Console.create(host, false), false);
  progress.start(1);
  await progress.step();
  await progress.end();
  expect([printed, stops]).toEqual(['', 0]);
});

test.each([
  [80, '120 of 1000 notes, 4.8/s, 4 min left'],
  [37, '120 of 1000 notes, 4.8/s, 4 min left'],
  [36, '120 of 1000 notes, 4 min left'],
  [21, '120/1000, 4 min left'],
  [20, '120/1000'],
  [8, '12%'],
  [3, undefined],
])('%i columns have room for %s', (columns, text) => {
  const shown = progressText(120, 1000, 25_000, { columns, messages: ENGLISH });
  expect(shown).toBe(text);
  expect((shown ?? '').length).toBeLessThan(columns);
});

test.each([
  [1, 2, 1000, '1 s'],
  [1, 61, 1000, '1 min'],
  [1, 3601, 1000, '1 h 0 min'],
  [1, 7501, 1000, '2 h 5 min'],
  [1, 3, 0, '1 s'],
])('%i of %i notes in %i ms leave %s', (done, total, elapsed, left) => {
  expect(progressText(done, total, elapsed, { columns: 80, messages: ENGLISH })).toContain(`, ${left} left`);
});
