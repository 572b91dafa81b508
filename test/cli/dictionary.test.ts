import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { check } from '../../src/check.ts';
import { copydesk, file, folder, type Result } from './program.ts';

const NOTE =
  '---\nheadline: "H"\nsource: S\n---\n\nThe goverment met the rumbletons.\n\n## Insight\n\nB.\n\n## Laws\n\n- C.\n';

/** Checks the spelling of a note beside a `copydesk.yaml` and a `dictionary.txt`. */
async function checked(dictionary?: string | Uint8Array, house = ''): Promise<Result & { readonly dir: string }> {
  const dir = folder();
  file(dir, 'copydesk.yaml', `notes: ['*.md']\n${house}`);
  if (dictionary !== undefined) file(dir, 'dictionary.txt', dictionary);
  const path = file(dir, 'note.md', NOTE);
  const args = ['check', '--rule', 'spelling', '--fail-on', 'warning', path];
  return { dir, ...(await copydesk(args)) };
}

test('a word of the list is right, in any case, whatever the comments say', async () => {
  expect((await checked()).code).toBe(1);
  expect((await checked('# Words\n\nrambler\n  Goverment # as they spell it\r\n')).code).toBe(0);
  expect((await checked('\ufeffgoverment')).code).toBe(0);
});

test('a word of the house is right', async () => {
  expect((await checked(undefined, 'house: { words: { known: [goverment] } }\n')).code).toBe(0);
});

test.each([
  ['a word twice', 'alpha\nbeta\nAlpha\n', ":3:1: error: duplicate word 'Alpha'"],
  ['two words on a line', 'alpha\nice cream # c\n', ":2:1: error: more than one word in 'ice cream'"],
  ['invalid UTF-8', new Uint8Array([0x61, 0x0a, 0xff]), ':2:1: invalid UTF-8'],
])('%s is an error with a position', async (_, dictionary, message) => {
  const { code, stderr } = await checked(dictionary);
  expect(code).toBe(2);
  expect(stderr).toContain(`dictionary.txt${message}`);
});

test('a folder in place of the list is an error', async () => {
  const dir = folder();
  file(dir, 'copydesk.yaml', "notes: ['*.md']\n");
  mkdirSync(join(dir, 'dictionary.txt'));
  const { code, stderr } = await copydesk(['check', file(dir, 'note.md', NOTE)]);
  expect(code).toBe(2);
  expect(stderr).toContain('is a folder, not a file');
});

test.each([
  [
    'a word twice',
    'house: { words: { known: [alpha, beta, Alpha] } }\n',
    ":2:40: error: duplicate word 'Alpha' in known",
  ],
  [
    'a brand twice',
    'house: { words: { brands: [GitHub, Github] } }\n',
    ":2:36: error: duplicate word 'Github' in brands",
  ],
  [
    'an acronym twice',
    'house: { words: { acronyms: [FBI, FBI] } }\n',
    ":2:35: error: duplicate word 'FBI' in acronyms",
  ],
  [
    'a rule that is turned off twice',
    'house:\n  severities:\n    spelling: off\n    spelling: off\n',
    ":5:5: error: duplicate key 'spelling'",
  ],
])('%s in a house is an error with a position', async (_, house, message) => {
  const { code, stderr } = await checked(undefined, house);
  expect(code).toBe(2);
  expect(stderr).toContain(`copydesk.yaml${message}`);
});

test('only check reads the list', async () => {
  const { dir } = await checked('alpha\nalpha\n');
  expect((await copydesk(['format', join(dir, 'note.md')])).code).toBe(0);
  expect((await copydesk(['render', join(dir, 'note.md'), '--to', 'text'])).code).toBe(0);
});

test('the library takes the list as an option', async () => {
  const found = async (dictionary?: readonly string[]) =>
    (await check(NOTE, { rules: ['spelling'], ...(dictionary ? { dictionary } : {}) })).findings.length;
  expect(await found()).toBe(1);
  expect(await found(['goverment'])).toBe(0);
});
