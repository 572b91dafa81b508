import { expect, test } from 'vitest';
import { copydesk, file, folder, note } from '../program.ts';

const dir = folder();
const path = file(dir, 'a.md', note());

test.each([
  ['check', "'--watch' cannot watch stdin"],
  ['check -', "'--watch' cannot watch stdin"],
  ['render', "'--watch' cannot watch stdin"],
  ['format --write', "'--watch' cannot watch stdin"],
  ['check NOTE --stdin-filepath a.md', "'--watch' cannot be used with '--stdin-filepath'"],
  ['check --staged', "'--watch' cannot be used with '--staged'"],
  ['check --since main', "'--watch' cannot be used with '--since'"],
  ['check NOTE --interactive', "'--watch' cannot be used with '--interactive'"],
  ['check NOTE --audit', "'--watch' cannot be used with '--audit'"],
  ['check NOTE --diff', "'--watch' cannot be used with '--diff'"],
  ['check NOTE --report json', "'--watch' cannot be used with '--report json'"],
  ['format --staged', "'--watch' cannot be used with '--staged'"],
  ['format NOTE', "'--watch' works only with '--write' or '--check'"],
  ['format NOTE --diff', "'--watch' works only with '--write' or '--check'"],
  ['render --files-from -', "'--watch' cannot watch stdin"],
  ['check NOTE --files-from -', "'--watch' cannot watch stdin"],
])('%s --watch is refused', async (command, message) => {
  const result = await copydesk([...command.replace('NOTE', path).split(' '), '--watch']);
  expect(result).toMatchObject({ code: 2, stdout: '' });
  expect(result.stderr).toContain(`error: ${message}\n`);
});

test.each(['render', 'format', 'check'])('%s --clear works only with --watch', async (command) => {
  const result = await copydesk([command, path, '--clear']);
  expect(result).toMatchObject({
    code: 2,
    stdout: '',
    stderr: "error: '--clear' works only with '--watch'\n  Add --watch.\n",
  });
});
