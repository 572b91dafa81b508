import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { fix } from '../../src/fix.ts';
import { copydesk, file, folder, note } from './program.ts';

/* The class: what is a note. A file that a person names is one; of others `notes:` decides, else their content. */

let dir = '';
const home = process.cwd();
beforeEach(() => {
  dir = folder();
  process.chdir(dir);
});
afterEach(() => process.chdir(home));

const POST_LIKE =
  '# Port Opens\n\nThe port opened.\n\nSource: Port Authority\n\n## Insight\n\nOne.\n\n## Laws\n\n- A port.\n';
const VERBS = ['check', 'format', 'render'] as const;

/** Whether each command takes the file for a note. */
async function taken(args: readonly string[]): Promise<boolean[]> {
  const verbs = [['check'], ['format', '--check', '--no-cache'], ['render', '--to', 'json']];
  const results = await Promise.all(verbs.map((verb) => copydesk([...verb, ...args])));
  return results.map(({ code }) => code !== 4);
}

describe('a file that a person names is a note', () => {
  test.each<[string, string]>([
    ['s.md', POST_LIKE],
    ['title.md', '---\ntitle: Port Opens\nsorce: X\n---\n\nText.\n'],
    ['plain.md', 'Only prose.\n'],
    ['headline.md', '# Port Opens\n\nText.\n'],
    ['empty.md', ''],
    ['security.md', '# Security at the Port\n\nText.\n'],
    ['story.txt', POST_LIKE],
  ])('%s', async (name, text) => {
    file(dir, name, text);
    expect(await taken([name])).toEqual([true, true, true]);
  });
  test('the example that has no front matter is checked and formatted', async () => {
    const path = resolve(home, 'examples/ossary-ore-sorting.md');
    expect((await copydesk(['check', path])).code).not.toBe(4);
    expect(await copydesk(['format', '--check', path])).toMatchObject({ code: expect.not.toBeOneOf([2, 4]) });
  });
  test.each(['README.md', 'CHANGELOG.md', 'readme.de.md', 'LICENSE.md', 'CONTRIBUTING.md', 'SECURITY.md', 'NEWS.md'])(
    '%s without a part of a note is not',
    async (name) => {
      file(dir, name, '# Title\n\nText.\n\n## Notes\n\nMore.\n');
      expect(await taken([name])).toEqual([false, false, false]);
      file(dir, name, POST_LIKE);
      expect(await taken([name])).toEqual([true, true, true]);
    },
  );
});

const FOUND: readonly [string, string, boolean][] = [
  ['a section', '# A\n\n## Insight\n\nB.\n', true],
  ['a section in Chinese', '# A\n\n## 洞察\n\nB.\n', true],
  ['a last source line', '# A\n\nB.\n\nSource: C\n', true],
  ['a bold source line', '# A\n\nB.\n\n**Source:** C\n', true],
  ['a key', '---\ndek: A\n---\n\nB.\n', true],
  ['an alias', '---\ntitle: A\n作者: B\n---\n\nC.\n', true],
  ['front matter that cannot be read', '---\nheadline: [\n---\n', true],
  ['title alone', '---\ntitle: A\n---\n\nB.\n', false],
  ['unknown keys', '---\ntitle: A\nlayout: page\n---\n\nB.\n', false],
  ['a section in code', '```\n## Insight\n```\n', false],
  ['a source line that is not the last', 'Source: A\n\nB.\n', false],
  ['the heading Notes', '# A\n\n## Notes\n\nB.\n', false],
  ['prose', '# A\n\nB.\n', false],
];

/** The class: structured notes, whose keys stand in any order and on any line. */
const STRUCTURED: readonly [string, string, boolean][] = [
  ['a.json', '{"lang":"en","headline":"A","body":["B."]}', true],
  ['a.json', '{ "body" : ["B."] , "source" : "A" }', true],
  ['a.json', `{"body":["${'B. '.repeat(40_000)}"],"source":"A"}`, true],
  ['a.json', '{"lang":"en","标题":"A"}', true],
  ['a.json', '{\n\n  "lang": "en",\n  "headline": "A"\n}\n', true],
  ['a.yaml', '{lang: en, headline: A, body: [B.]}', true],
  ['a.yaml', "{lang: en, 'source': A}", true],
  ['a.yaml', `body: |\n${'  B.\n'.repeat(20_000)}source: A\n`, true],
  ['a.json', '{"tags":["headline"],"x":{"headline":"A","source":"B"}}', false],
  ['a.json', '[{"headline":"A","source":"B"}]', false],
  ['a.json', '{"title":"A","x":"headline: B"}', false],
  ['a.yaml', '{title: A, x: {source: B}}', false],
  ['a.yaml', 'x:\n  source: B\n', false],
];

describe('a data file with a headline or a source is a note', () => {
  test.each(STRUCTURED)('%s: %.50s', async (name, text, isNote) => {
    file(dir, `n/${name}`, text);
    // `format` formats Markdown only.
    expect(await taken(['n'])).toEqual([isNote, false, isNote]);
  });
});

describe('of other files the content decides', () => {
  test.each(FOUND)('%s', async (_, text, isNote) => {
    file(dir, 'n/a.md', text);
    file(dir, 'list', 'n/a.md\n');
    for (const args of [['n'], ['n/*.md'], ['--files-from', 'list'], ['--files-from', 'list', '--allow-none']]) {
      if (!args.includes('--allow-none')) expect(await taken(args)).toEqual([isNote, isNote, isNote]);
      else if (!isNote) for (const verb of VERBS) expect((await copydesk([verb, ...args])).code).toBe(0);
    }
    const before = readFileSync('n/a.md', 'utf8');
    await copydesk(['format', '--write', '--allow-none', 'n/a.md']);
    await copydesk(['check', '--fix', '--allow-none', 'n/a.md']);
    if (!isNote) expect(readFileSync('n/a.md', 'utf8')).toBe(before);
  });
  test('notes: decides where it is set', async () => {
    file(dir, 'copydesk.yaml', 'notes: [stories/**]\n');
    file(dir, 'stories/a.md', '# A\n\nB.\n');
    file(dir, 'stories/README.md', '# Read me\n');
    file(dir, 'docs/a.md', note());
    file(dir, 'list', 'docs/a.md\n');
    expect(await taken(['stories'])).toEqual([true, true, true]);
    expect(await taken(['docs'])).toEqual([false, false, false]);
    expect(await taken(['--files-from', 'list'])).toEqual([false, false, false]);
    expect((await copydesk(['format', '--check', '.'])).stderr).toMatch(/^1 note checked: .*; 3 files skipped/);
    expect(await taken(['docs/a.md'])).toEqual([true, true, true]);
  });
  test.each(VERBS)('%s --verbose names what it skips', async (verb) => {
    file(dir, 'n/a.md', note());
    file(dir, 'n/page.md', '# A\n');
    const mode = verb === 'format' ? ['--check'] : verb === 'render' ? ['-d', 'out'] : [];
    expect((await copydesk([verb, ...mode, '--verbose', 'n'])).stderr).toMatch(/n\/page\.md: skipped: not a note\n/);
    expect((await copydesk([verb, ...mode, 'n'])).stderr).not.toMatch(/page\.md/);
  });
});

test('check --fix formats whatever format does, as the library does', async () => {
  file(dir, 's.md', POST_LIKE);
  const formatted = (await copydesk(['format', 's.md'])).stdout;
  expect(formatted).not.toBe(POST_LIKE);
  expect((await fix(POST_LIKE, { rules: ['not-formatted'] })).text).toBe(formatted);
  await copydesk(['check', '--fix', '--rule', 'not-formatted', 's.md']);
  expect(readFileSync('s.md', 'utf8')).toBe(formatted);
});

test('a hook that takes the configuration of init misses none of the notes', async () => {
  for (const name of ['a.md', 'stories/b.md', 'stories/x/c.md']) file(dir, name, note());
  await copydesk(['init']);
  const { stderr } = await copydesk(['format', '--check', '--allow-none', 'a.md', 'stories/b.md', 'stories/x/c.md']);
  expect(stderr).toMatch(/^3 notes checked: /);
});

describe('init writes notes: from where notes are found', () => {
  test.each<[string, Readonly<Record<string, string>>, readonly string[] | undefined]>([
    [
      'a folder',
      { 'stories/a.md': '', 'stories/x/b.md': '', 'docs/c.md': '# C\n', 'README.md': '# R\n' },
      ['stories/**/*.md'],
    ],
    ['the top', { 'a.md': '', 'README.md': '# R\n' }, ['*.md']],
    ['two folders and an ending', { 'a/a.markdown': '', 'b/b.md': '' }, ['a/**/*.markdown', 'b/**/*.md']],
    ['a folder with other documents', { 'a/n/a.md': '', 'a/docs/b.md': '# B\n' }, ['a/n/*.md']],
    ['notes among other documents', { 'a/a.md': '', 'a/b.md': '# B\n' }, undefined],
    ['no notes', { 'a.md': '# A\n' }, undefined],
    ['ignored notes', { 'a/a.md': '', 'b/b.md': '', '.copydeskignore': 'b\n' }, ['a/**/*.md']],
  ])('%s', async (_, files, expected) => {
    for (const [name, text] of Object.entries(files)) file(dir, name, text === '' ? note() : text);
    expect((await copydesk(['init'])).code).toBe(0);
    const { notes } = parse(readFileSync('copydesk.yaml', 'utf8'));
    expect(notes).toEqual(expected);
  });
});
