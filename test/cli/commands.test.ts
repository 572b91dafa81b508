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
