import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { file, note } from '../cli/program.ts';
import { Place } from './program.ts';
import { Terminal } from './terminal.ts';

/* What a long run and a watch show on a terminal. */

const COUNT = 1500;
const POLL = { timeout: 60_000, interval: 20 };
const RUN = `copydesk check --rule repeated-word --no-cache notes`;
const DONE = `${COUNT}noteschecked:noproblems`;

let place: Place;
let terminal: Terminal | undefined;

beforeAll(() => {
  place = new Place();
  for (let at = 0; at < COUNT; at++)
    file(place.dir, `notes/${at}.md`, note({ body: `Lab ${at} opened on a weekday.\n\n`.repeat(80).trimEnd() }));
});
afterAll(() => place.remove());
afterEach(() => {
  terminal?.close();
  terminal = undefined;
});

/** Everything that was on the screen until a line is there. */
async function seenUntil(line: string): Promise<readonly string[]> {
  const seen = new Set<string>();
  await expect
    .poll(() => {
      const { lines = [] } = terminal ?? {};
      for (const one of lines) seen.add(one);
      return lines.join('');
    }, POLL)
    .toContain(line);
  return [...seen];
}

test.each([
  [100, '', /^\d+ of 1500 notes, [\d.]+\/s, \d+ (?:s|min) left$/],
  [100, ' --jobs 2', /^\d+ of 1500 notes, [\d.]+\/s, \d+ (?:s|min) left$/],
  [20, '', /^\d+\/1500(?:, \d+ (?:s|min) left)?$/],
])('a long run in %i columns%s shows how far it is, and then only the summary', async (columns, more, progress) => {
  terminal = new Terminal(place, columns);
  terminal.type(`clear; ${RUN}${more}; echo "exit $?"`);
  const seen = await seenUntil('exit 0');
  expect(seen.filter((line) => progress.test(line)).length).toBeGreaterThan(1);
  expect(seen.filter((line) => line.length > columns)).toEqual([]);
  const last = terminal.lines.join('').replaceAll(' ', '');
  expect(last).toContain(`${DONE}exit0`);
  expect(last).not.toMatch(/left|\d\/1500/);
});

test('a long run in CI shows only the summary', async () => {
  terminal = new Terminal(place, 100, { CI: 'true' });
  terminal.type(`${RUN}; echo "exit $?"`);
  const seen = await seenUntil('exit 0');
  expect(seen.filter((line) => /\d left|\d\/1500/.test(line))).toEqual([]);
});

test('Ctrl+C clears the line and ends with 130', async () => {
  terminal = new Terminal(place, 100);
  terminal.type(`${RUN} --jobs 1; echo "exit $?"`);
  await seenUntil(' left');
  terminal.press('C-c');
  await expect.poll(() => terminal?.lines.join('\n'), POLL).toContain('exit 130');
  expect(terminal.lines.join('\n')).not.toContain(' left');
});

test('a watch says when a note has changed, clears the screen with --clear, and ends with 130', async () => {
  terminal = new Terminal(place, 60);
  file(place.dir, 'desk/a.md', note());
  terminal.type('copydesk check --rule repeated-word --watch --clear desk; echo "exit $?"');
  await seenUntil('watching desk; press Ctrl+C to stop');
  for (const body of ['The the lab opened.', 'The lab opened late.']) {
    file(place.dir, 'desk/a.md', note({ body }));
    await seenUntil(body === 'The lab opened late.' ? 'no problems' : '1 warning');
  }
  await wait(200);
  expect(terminal.lines).toHaveLength(2);
  expect(terminal.lines[0]).toMatch(/^\d\d:\d\d:\d\d desk\/a\.md changed$/);
  expect(terminal.lines[1]).toBe('1 note checked: no problems');
  terminal.press('C-c');
  await seenUntil('exit 130');
});
