import { expect, test } from 'vitest';
import { COMMANDS } from '../../src/cli/commands.ts';
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
  ...['render', 'format', 'check', 'approve', 'correct', 'withdraw', 'explain'].map(
    (command): [string, readonly string[]] => [command, BUILT_IN_HOUSES],
  ),
])('the help of %s lists %j', async (command, names) => {
  expect(await help(command)).toContain(`: ${names.join(', ')}`);
});

test('no option shows a default that only repeats that it is off', async () => {
  for (const command of ['render', 'format', 'check', 'approve', 'correct', 'withdraw', 'explain', 'init']) {
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

test('each command is listed by its name', () => {
  for (const [name, create] of Object.entries(COMMANDS)) expect(create(async () => {}).name()).toBe(name);
});

const values = Object.values(COMMANDS)
  .map((create) => create(async () => {}))
  .flatMap((command) =>
    command.options.filter((option) => option.required).map((option) => [command.name(), option.long ?? '']),
  );

/** Options whose parsers have a message of their own. */
const EMPTY: Readonly<Record<string, string>> = {
  '--rule': "'--rule' names no rule",
  '--stdin-filepath': "'--stdin-filepath' names no file: ''",
  '--width': "invalid value '' for '--width'",
  '--law': "invalid value '' for '--law'",
};

/* `-d "$UNSET"` wrote posts into the current folder. */
test.each(values)('%s refuses an empty value of %s', async (command = '', option = '') => {
  const result = await copydesk([command, option, ''], { stdin: 'The lab opened.\n' });
  expect(result).toMatchObject({ code: 2, stdout: '' });
  expect(result.stderr).toContain(
    `error: ${EMPTY[option] ?? `'${option}' needs a value\n  Give it a value, or leave it out.`}\n`,
  );
});
