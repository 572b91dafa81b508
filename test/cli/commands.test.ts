import { expect, test } from 'vitest';
import { REPORTERS } from '../../src/cli/reporters/index.ts';
import { BUILT_IN_HOUSES } from '../../src/house/create.ts';
import { FORMATS } from '../../src/write/index.ts';
import { copydesk } from './program.ts';

/** The help of a command, with its line breaks as spaces. */
async function help(command: string): Promise<string> {
  return (await copydesk([command, '--help'])).stdout.replace(/\s+/g, ' ');
}

test.each([
  ['render', FORMATS.map(({ name }) => name)],
  ['check', REPORTERS.map(({ name }) => name)],
  ...['render', 'format', 'check', 'explain'].map((command): [string, readonly string[]] => [command, BUILT_IN_HOUSES]),
])('the help of %s lists %j', async (command, names) => {
  expect(await help(command)).toContain(`: ${names.join(', ')}`);
});

test('no option shows a default that only repeats that it is off', async () => {
  for (const command of ['render', 'format', 'check', 'explain', 'init']) {
    expect(await help(command)).not.toContain('default: false');
  }
});

/* The name of stdin is a file: an empty name and a folder have no ignore files, and were internal errors. */
test.each(
  ['render', 'format', 'check'].flatMap((command) =>
    ['', '.', '..', '../', 'notes/', 'notes/..'].map((path) => [command, path]),
  ),
)('%s refuses --stdin-filepath %j', async (command = '', path = '') => {
  const result = await copydesk([command, '-', '--stdin-filepath', path], { stdin: 'The lab opened.\n' });
  expect(result).toMatchObject({ code: 2, stdout: '' });
  expect(result.stderr).toContain(`error: '--stdin-filepath' names no file: '${path}'\n`);
});

test.each(['.md', '...', 'notes/.md', '..a'])('format accepts --stdin-filepath %s', async (path) => {
  const stdin = 'The lab opened.\n';
  expect(await copydesk(['format', '-', '--stdin-filepath', path], { stdin })).toMatchObject({
    code: 0,
    stdout: stdin,
  });
});
