import { expect, test } from 'vitest';
import { copydesk, file, folder } from '../program.ts';
import { shapely, untidy } from './notes.ts';

test.each([
  [['--write', '--check'], /^error: '--write' cannot be used with '--check'\n/],
  [['--staged', 'a.md'], /^error: '--staged' takes no files\n/],
  [['--stdin-filepath', 'x', 'a.md'], /^error: '--stdin-filepath' is set, but no note is read from stdin\n {2}Leave/],
  [['--stdin-filepath', 'x', '--files-from', '-'], /no note is read from stdin/],
  [['--stdin-filepath', 'x', '--staged'], /no note is read from stdin/],
  [
    ['--exit-nonzero-on-change', '--check', 'a.md'],
    /^error: '--exit-nonzero-on-change' cannot be used with '--check'\n {2}Leave it out: /,
  ],
  [['--exit-nonzero-on-change', '--diff', '--staged'], /cannot be used with '--diff'/],
])('%j is refused, with what to do', async (args, message) => {
  const { code, stdout, stderr } = await copydesk(['format', ...args]);
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  expect(stderr).toMatch(message);
});

test('--exit-nonzero-on-change tells by the exit code what was printed or written', async () => {
  const text = untidy(await shapely());
  const path = file(folder(), 'a.md', text);
  const option = '--exit-nonzero-on-change';
  expect(await copydesk(['format', option], { stdin: text })).toMatchObject({ code: 1, stdout: await shapely() });
  expect((await copydesk(['format', option], { stdin: await shapely() })).code).toBe(0);
  expect((await copydesk(['format', '--write', option, path])).code).toBe(1);
  expect((await copydesk(['format', '--write', option, path])).code).toBe(0);
});

test('--stdin-filepath goes with - beside files', async () => {
  const path = file(folder(), 'a.md', await shapely());
  const args = ['format', '--check', '--stdin-filepath', 'x.md', '-', path];
  expect(await copydesk(args, { stdin: untidy(await shapely()) })).toMatchObject({ code: 1, stdout: 'x.md\n' });
});
