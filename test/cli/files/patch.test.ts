import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { Patches } from '../../../src/cli/files/patch.ts';
import { shapely, untidy } from '../format/notes.ts';
import { copydesk, folder } from '../program.ts';

let dir = '';
const home = process.cwd();
beforeEach(() => {
  dir = folder();
  process.chdir(dir);
});
afterEach(() => process.chdir(home));

const made = (path: string, before: string, after: string): string =>
  new Patches().of(path, new TextEncoder().encode(before), new TextEncoder().encode(after)) ?? '';

test('a patch as git prints it', () => {
  const lines = (text: string): string => [...text].map((letter) => `${letter}\n`).join('');
  expect(made('n/a.md', lines('abcdefghijk'), lines('abcdEfghijk'))).toBe(
    'diff --git a/n/a.md b/n/a.md\n--- a/n/a.md\n+++ b/n/a.md\n@@ -2,7 +2,7 @@\n b\n c\n d\n-e\n+E\n f\n g\n h\n',
  );
});

test.each([
  ['a b.md', '--- a/a b.md\t\n+++ b/a b.md\t\n', 'diff --git a/a b.md b/a b.md\n'],
  ['新闻.md', '--- a/新闻.md\n', 'diff --git a/新闻.md b/新闻.md\n'],
  ['"a"\\\t\u0001.md', '--- "a/\\"a\\"\\\\\\t\\001.md"\n', 'diff --git "a/\\"a\\"\\\\\\t\\001.md" "b/'],
])('the name %j', (name, header, first) => {
  const text = made(name, 'a\n', 'b\n');
  expect(text).toContain(header);
  expect(text.startsWith(first)).toBe(true);
});

test('names are relative to the repository, or to the current folder outside a repository', () => {
  mkdirSync(join(dir, 'repository/.git'), { recursive: true });
  mkdirSync(join(dir, 'repository/sub'));
  process.chdir('repository/sub');
  expect(made('a.md', 'a\n', 'b\n')).toMatch(/^diff --git a\/sub\/a\.md b\/sub\/a\.md\n/);
  expect(made(join(dir, 'repository/a.md'), 'a\n', 'b\n')).toMatch(/^diff --git a\/a\.md b\/a\.md\n/);
});

test.each([
  ['line ends', 'a\r\nb \r\n', 'a\r\nb\r\n', '@@ -1,2 +1,2 @@\n a\r\n-b \r\n+b\r\n'],
  ['a byte order mark', '\ufeffa\n', 'a\n', '@@ -1,1 +1,1 @@\n-\ufeffa\n+a\n'],
  ['a final line without an end', 'a', 'a\n', '@@ -1,1 +1,1 @@\n-a\n\\ No newline at end of file\n+a\n'],
  ['a separator that ends no line', 'a\u2028b\rc \n', 'a\u2028b\rc\n', '-a\u2028b\rc \n+a\u2028b\rc\n'],
  ['nothing before', '', 'a\n', '@@ -0,0 +1,1 @@\n+a\n'],
])('%s', (_, before, after, hunk) => {
  expect(made('a.md', before, after)).toContain(hunk);
});

test('a changed long note is one hunk', () => {
  const before = 'a\n'.repeat(50_000);
  const text = made('a.md', before, `${'b\n'.repeat(50_000)}c`);
  expect(text.match(/^@@.*/gm)).toEqual(['@@ -1,50000 +1,50001 @@']);
  expect(text.endsWith('+b\n+c\n\\ No newline at end of file\n')).toBe(true);
});

test('the name of stdin', async () => {
  const stdin = untidy(await shapely());
  const named = await copydesk(['format', '--diff', '--stdin-filepath', 'n/a.md'], { stdin });
  expect(named).toMatchObject({ code: 1, stdout: expect.stringMatching(/^diff --git a\/n\/a\.md b\/n\/a\.md\n/) });
  const nameless = await copydesk(['format', '--diff'], { stdin });
  expect(nameless.stdout).toMatch(/^diff --git a\/stdin b\/stdin\n--- a\/stdin\n\+\+\+ b\/stdin\n@@/);
});
