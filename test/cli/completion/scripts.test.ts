import { expect, test } from 'vitest';
import { COMMANDS } from '../../../src/cli/commands.ts';
import { describeProgram } from '../../../src/cli/completion/description.ts';
import { NOTE_ENDINGS } from '../../../src/cli/completion/words.ts';
import { SHELLS } from '../../../src/cli/completion.ts';
import { NOTE_ENDING } from '../../../src/cli/files/search.ts';
import { createProgram } from '../../../src/cli/program.ts';
import { BUILT_IN_HOUSES } from '../../../src/house/create.ts';
import { RULES } from '../../../src/lint/rules/index.ts';
import { FORMATS } from '../../../src/write/index.ts';
import { copydesk } from '../program.ts';

const described = () => describeProgram(createProgram(() => Promise.resolve()));

test('the description has every command, with its options', async () => {
  const { commands } = await described();
  expect(commands.map(({ name }) => name)).toEqual([...Object.keys(COMMANDS), 'help']);
  for (const { options, name } of commands)
    if (name !== 'help') expect(options.flatMap(({ names }) => names)).toContain('--help');
});

test('an option whose value is one of a few words declares them', async () => {
  const { commands } = await described();
  const undeclared = commands.flatMap(({ name, options }) =>
    options
      .filter(({ values, about }) => values?.kind === 'text' && /: [\w-]+, [\w-]+/.test(about.replace(/\(.*?\)/g, '')))
      .map(({ names }) => `${name} ${names[0]}`),
  );
  expect(undeclared).toEqual([]);
});

test.each(SHELLS)('the script for %s names all commands, options, rules, formats and houses', async (shell) => {
  const { code, stdout, stderr } = await copydesk(['completion', shell]);
  expect([code, stderr]).toEqual([0, '']);
  const { commands } = await described();
  const names = [
    ...Object.keys(COMMANDS),
    ...commands.flatMap(({ options }) => options.map((option) => option.names[0]?.replace(/^-+/, '') ?? '')),
    ...RULES.map(({ id }) => id),
    ...FORMATS.map(({ name }) => name),
    ...BUILT_IN_HOUSES,
  ];
  expect(names.filter((name) => !stdout.includes(name))).toEqual([]);
});

test('the script for PowerShell has no keys that differ only in case, and no text that ends early', async () => {
  const { stdout } = await copydesk(['completion', 'powershell']);
  for (const [, table = ''] of stdout.matchAll(/= @\{\n([\s\S]*?)\n {2}\}/g)) {
    const keys = [...table.matchAll(/^ {4}('(?:[^']|'')*') = /gm)].map(([, key = '']) => key.toLowerCase());
    expect(keys.length).toBe(table.split('\n').length);
    expect(new Set(keys).size).toBe(keys.length);
  }
  const bare = stdout.replace(/^#.*$/gm, '').replace(/'(?:[^']|'')*'/g, "''");
  for (const [open, close] of ['()', '{}', '[]'])
    expect(bare.split(open ?? '').length).toBe(bare.split(close ?? '').length);
});

test('notes are completed by every extension that a note can have', () => {
  expect(NOTE_ENDINGS.filter((ending) => !NOTE_ENDING.test(`a.${ending}`))).toEqual([]);
  const alternatives = NOTE_ENDING.source.replace('ya?ml', 'yaml|yml').match(/\w+(?=[|)])/g);
  expect(alternatives).toEqual([...NOTE_ENDINGS]);
});

test('a shell that is missing or unknown is an error', async () => {
  expect(await copydesk(['completion'])).toMatchObject({ code: 2, stderr: expect.stringContaining('no shell given') });
  expect(await copydesk(['completion', 'pwsh'])).toEqual(await copydesk(['completion', 'powershell']));
  const { code, stderr } = await copydesk(['completion', 'fsih']);
  expect([code, stderr]).toEqual([2, "error: unknown shell 'fsih'\n  Did you mean 'fish'?\n"]);
});
