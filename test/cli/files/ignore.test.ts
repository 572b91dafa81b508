import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { IgnoreFiles } from '../../../src/cli/files/ignore.ts';
import { shapely, untidy } from '../format/notes.ts';
import { copydesk, file, folder, note } from '../program.ts';

let dir = '';
const home = process.cwd();
beforeEach(() => {
  dir = folder();
  mkdirSync(join(dir, '.git'));
  process.chdir(dir);
});
afterEach(() => process.chdir(home));

function plant(files: Readonly<Record<string, string>>): void {
  for (const [name, text] of Object.entries(files)) file(dir, name, text);
}

/** Those of some paths that are ignored. */
function ignored(...paths: string[]): string[] {
  const files = new IgnoreFiles();
  return paths.filter((path) => (path.endsWith('/') ? files.isFolderIgnored(path) : files.isIgnored(path)));
}

describe('the patterns of git', () => {
  test.each<[string, string[], string[]]>([
    ['a.md', ['a.md', 'sub/a.md', 'a.md/b.md'], ['b.md', 'A.md']],
    ['/a.md', ['a.md'], ['sub/a.md']],
    ['sub/', ['sub/', 'sub/a.md', 'x/sub/a.md'], ['sub']],
    ['sub/*.md', ['sub/a.md'], ['a.md', 'sub/x/a.md', 'x/sub/a.md']],
    ['**/sub/*', ['x/sub/a.md'], ['sub/']],
    ['*.md\n!keep.md', ['a.md'], ['keep.md', 'sub/keep.md']],
    ['sub\n!sub/keep.md', ['sub/keep.md'], []],
    ['sub/*\n!sub/keep.md', ['sub/a.md'], ['sub/keep.md']],
    ['# a.md\n\n   \n\\#b.md\n\\!c.md\nd.md  ', ['#b.md', '!c.md', 'd.md'], ['a.md', ' ']],
    ['\ufeffa.md\r\nb.md\r\n', ['a.md', 'b.md'], []],
    ['\\', [], ['\\', 'a.md']],
    ['[ab].md\n新*.md', ['a.md', '新闻.md'], ['c.md', '[ab].md']],
  ])('%j', (patterns, yes, no) => {
    plant({ '.gitignore': patterns });
    expect(ignored(...yes, ...no)).toEqual(yes);
  });
});

describe('a line that is exponential or too long elsewhere', () => {
  test.each([
    ['thirty asterisks', `${'*a'.repeat(30)}b`, 'a'.repeat(255)],
    ['forty times **', `${'**/'.repeat(40)}b`, `${'a/'.repeat(200)}a`],
    ['nested groups, which are literal in git', '((((a+)+)+)+)b', 'a'.repeat(255)],
    ['a line of 100,000 characters', 'a'.repeat(100_000), 'a'.repeat(255)],
    ['a class of 100,000 characters', `[${'a'.repeat(100_000)}]`, 'a'],
  ])('%s', (_, line, path) => {
    plant({ '.gitignore': `${line}\nb.md` });
    expect(ignored(path, 'b.md')).toEqual(['b.md']);
  });
});

describe('an ignore file that git would not read', () => {
  test('a .gitignore that is a link is skipped, as in git; a .copydeskignore may be one', () => {
    plant({ 'list.txt': '*.md' });
    symlinkSync('list.txt', '.gitignore');
    expect(ignored('a.md')).toEqual([]);
    symlinkSync('list.txt', '.copydeskignore');
    expect(ignored('a.md')).toEqual(['a.md']);
  });
  test.each(['.gitignore', '.copydeskignore', '.git/info/exclude'])('a pipe named %s is refused', async (name) => {
    plant({ 'a.md': await shapely(), '.git/info/x': '' });
    execFileSync('mkfifo', [name]);
    const result = await copydesk(['format', '--check', '.']);
    expect(result.code).toBe(2);
    expect(result.stderr).toBe(
      `error: '${name}' is a pipe, not a file\n  Remove it, or rename it.\n1 note checked: 1 failed\n`,
    );
  });
});

describe('files in several folders', () => {
  test('a deeper file overrides a file above it', () => {
    plant({ '.gitignore': '*.md\nbuild/', 'sub/.gitignore': '!a.md\n/b.txt\n!build/' });
    expect(ignored('a.md', 'sub/a.md', 'sub/x/a.md', 'sub/c.md', 'sub/b.txt', 'sub/x/b.txt')).toEqual([
      'a.md',
      'sub/c.md',
      'sub/b.txt',
    ]);
    // The folder that is taken back is entered.
    expect(ignored('build/a.txt', 'sub/build/', 'sub/build/a.txt')).toEqual(['build/a.txt']);
  });
  test('a file in an ignored folder is not read', () => {
    plant({ '.gitignore': 'sub', 'sub/.gitignore': '!*', 'sub/x/.copydeskignore': '!a.md' });
    expect(ignored('sub/a.md', 'sub/x/a.md')).toEqual(['sub/a.md', 'sub/x/a.md']);
  });
  test('wildcards in the name of a folder are literal', () => {
    plant({ '[a]*/.gitignore': 'x.md', 'b/y.md': '' });
    expect(ignored('[a]*/x.md', '[a]*/sub/x.md', 'ab/x.md', 'b/x.md')).toEqual(['[a]*/x.md', '[a]*/sub/x.md']);
  });
  test('.copydeskignore overrides .gitignore of the same folder', () => {
    plant({ '.gitignore': 'a.md\nb.md', '.copydeskignore': '!a.md\nc.md' });
    expect(ignored('a.md', 'b.md', 'c.md')).toEqual(['b.md', 'c.md']);
  });
  test('files above the repository are not read; outside a repository all files above are', () => {
    plant({ '.gitignore': '*.md', 'inner/.git/HEAD': '' });
    expect(ignored('inner/a.md', 'other/a.md')).toEqual(['other/a.md']);
    const outside = folder();
    file(outside, 'x/.copydeskignore', '/y/a.md');
    expect(ignored(join(outside, 'x/y/a.md'), join(outside, 'y/a.md'))).toEqual([join(outside, 'x/y/a.md')]);
  });
  test('every ignore file overrides .git/info/exclude, which a linked working tree shares', () => {
    plant({ '.git/info/exclude': '*.md', '.gitignore': '!a.md' });
    expect(ignored('a.md', 'b.md')).toEqual(['b.md']);
    plant({ '.git/worktrees/w/commondir': '../..\n', 'w/.git': `gitdir: ${join(dir, '.git/worktrees/w')}\n` });
    expect(ignored('w/a.md', 'w/b.md')).toEqual(['w/a.md', 'w/b.md']);
    plant({ 'broken/.git': 'nonsense' });
    expect(ignored('broken/a.md')).toEqual([]);
  });
  test('reads the ignore files of a folder once', () => {
    plant({ 'sub/.gitignore': 'note-7*.md' });
    const files = new IgnoreFiles();
    expect(files.isIgnored('sub/note-1.md')).toBe(false);
    // What is written later is not read: it was read.
    plant({ 'sub/.gitignore': '*' });
    const all = Array.from({ length: 1000 }, (_, at) => `sub/note-${at}.md`);
    expect(all.filter((path) => files.isIgnored(path))).toHaveLength(111);
  });
});

describe('format', () => {
  test('skips ignored notes, named or not, and counts them', async () => {
    const text = untidy(note());
    plant({ '.gitignore': 'b.md', 'a.md': await shapely(), 'b.md': text, 'notes/b.md': text, 'readme.md': '# Read' });
    const all = await copydesk(['format', '--check', '.']);
    expect(all).toMatchObject({ code: 0, stdout: '' });
    expect(all.stderr).toBe('1 note checked: 1 already formatted; 1 file skipped (not a note); 2 files ignored\n');
    const named = await copydesk(['format', '--check', 'a.md', 'b.md']);
    expect(named).toMatchObject({
      code: 0,
      stdout: '',
      stderr: '1 note checked: 1 already formatted; 1 file ignored\n',
    });
  });
  test.each([
    ['format', '.copydeskignore', 'archive/\n'],
    ['check', '.copydeskignore', 'archive/\n'],
    ['format', 'copydesk.yaml', 'exclude: [archive]\n'],
  ])('%s: a file that %s names is not changed through links', async (verb, name, text) => {
    plant({ [name]: text, 'archive/a.md': untidy(note()) });
    symlinkSync('archive/a.md', 'link.md');
    symlinkSync('archive', 'folder');
    const mode = verb === 'format' ? '--write' : '--fix';
    const result = await copydesk([verb, mode, '--allow-none', 'link.md', 'folder/a.md', '.']);
    expect(result).toEqual({ code: 0, stdout: '', stderr: '' });
    expect(readFileSync('archive/a.md', 'utf8')).toBe(untidy(note()));
  });
  test('only ignored files: nothing to format', async () => {
    plant({ '.copydeskignore': '*', 'a.md': untidy(note()) });
    const result = await copydesk(['format', '--write', 'a.md']);
    expect(result).toMatchObject({ code: 4, stdout: '', stderr: 'nothing to format: 1 file ignored\n' });
    expect(await copydesk(['format', '--write', '--allow-none', 'a.md'])).toMatchObject({ code: 0, stderr: '' });
  });
  test('does not read ignored folders', async () => {
    plant({ '.gitignore': 'build/', 'a.md': await shapely(), 'build/b.md': untidy(note()) });
    symlinkSync('nowhere', 'build/broken.md');
    const result = await copydesk(['format', '--check', '.']);
    expect(result).toMatchObject({ code: 0, stderr: '1 note checked: 1 already formatted\n' });
  });
  test('an ignore file that is not UTF-8 is reported once, and no note below it is changed', async () => {
    plant({ 'a.md': note(), 'b.md': note() });
    file(dir, '.gitignore', new Uint8Array([97, 10, 0xff]));
    const result = await copydesk(['format', '--check', '.']);
    expect(result).toMatchObject({ code: 2, stdout: '' });
    expect(result.stderr).toMatch(/^error: \.gitignore:2:1: invalid UTF-8\n/);
    expect(result.stderr).toMatch(/\n2 notes checked: 2 failed\n$/);
    expect(result.stderr.match(/error/g)).toHaveLength(1);
  });
  test('an ignore file that is a folder', async () => {
    plant({ 'sub/.copydeskignore/x': '', 'sub/b.md': note(), 'a.md': await shapely() });
    const result = await copydesk(['format', '--check', '.']);
    expect(result.code).toBe(2);
    expect(result.stderr).toMatch(/error: 'sub\/\.copydeskignore' is a folder, not an ignore file\n {2}Rename it/);
    expect(result.stderr).toMatch(/2 notes checked: 1 already formatted, 1 failed/);
  });
  test.each([[], ['--check'], ['--diff']])('stdin with an ignored name is printed unchanged: %s', async (...args) => {
    plant({ '.gitignore': 'drafts/' });
    const bytes = new Uint8Array([0xef, 0xbb, 0xbf, ...Buffer.from(`${untidy(note())}\r\n  `)]);
    const result = await copydesk(['format', ...args, '--stdin-filepath', 'drafts/not-there.md'], { stdin: bytes });
    const stdout = args.length === 0 ? new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes) : '';
    expect(result).toEqual({ code: 0, stdout, stderr: '' });
  });
});
