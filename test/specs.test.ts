import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { parseSpecs, readSpecs } from './specs.ts';

const CASE = 'A title\nA sentence.\n.\na\n.\nb\n.\n';

test('a file has a description and cases', () => {
  expect(parseSpecs('x', `About.\nMore.\n\n${CASE}\nTwo\nIt is\nlong.\n.\n.\n\n.\n`)).toEqual({
    name: 'x',
    about: ['About.', 'More.'],
    specs: [
      { title: 'A title', input: 'a\n', output: 'b\n' },
      { title: 'Two', input: '', output: '\n' },
    ],
  });
});

test('invisible characters have visible ones', () => {
  const [spec] = parseSpecs('x', 'About.\n\nA title\nA sentence.\n.\na␣\n⇥⍽⬚∎\n.\n∎∎\n.\n').specs;
  expect(spec).toMatchObject({ input: 'a \n\t\u00a0\u3000', output: '∎' });
});

describe('a malformed file is refused', () => {
  test.each([
    ['an empty file', '', 1],
    ['no line ending at the end', 'About.\n\nA title', 1],
    ['no description', `\n${CASE}`, 1],
    ['no case', 'About.\n', 3],
    ['no case after a blank line', `About.\n\n${CASE}\n`, 11],
    ['no title', 'About.\n\n.\na\n.\nb\n.\n', 4],
    ['no sentence', 'About.\n\nA title\n.\na\n.\nb\n.\n', 5],
    ['a sentence without a full stop', CASE.replace('sentence.', 'sentence').replace(/^/, 'About.\n\n'), 6],
    ['a blank line below the title', `About.\n\n${CASE.replace('A sentence', '\nA sentence')}`, 7],
    ['no output', 'About.\n\nA title\nA sentence.\n.\na\n.\n', 8],
    ['an output without an end', 'About.\n\nA title\nA sentence.\n.\na\n.\nb\n', 8],
    ['text after a case', `About.\n\n${CASE}b\n`, 10],
    ['a tab', `About.\n\n${CASE.replace('\na\n', '\n\ta\n')}`, 6],
    ['a trailing space', `About.\n\n${CASE.replace('\na\n', '\na \n')}`, 6],
  ])('%s', (_, text, line) => {
    expect(() => parseSpecs('x', text)).toThrow(new RegExp(`^x:${line}: `));
  });
});

describe('a folder', () => {
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'specs-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  test('without files is refused', () => expect(() => readSpecs(folder)).toThrow('no specs'));

  test('with a duplicate title is refused', () => {
    writeFileSync(join(folder, 'one.txt'), `About.\n\n${CASE}`);
    expect(readSpecs(folder)).toHaveLength(1);
    writeFileSync(join(folder, 'two.txt'), `About.\n\n${CASE}`);
    expect(() => readSpecs(folder)).toThrow("two.txt: 'A title' is a title in one.txt");
  });
});
