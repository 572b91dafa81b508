import { execFileSync } from 'node:child_process';
import { lstatSync, mkdirSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { untidy } from '../cli/format/notes.ts';
import { copydesk, file, folder, note } from '../cli/program.ts';

const NAMES = ['a.md', 'sub/b c.md', 'sub/"q"\\.md', 'sub/新闻 稿.md', 'x/tab\t.md', "x/it's.md", 'x/é.md'];
const SHAPES: Readonly<Record<string, (text: string) => string>> = {
  'line feeds': (text) => text,
  CRLF: (text) => text.replaceAll('\n', '\r\n'),
  'a byte order mark': (text) => `\ufeff${text}`,
  'no final line end': (text) => text.trimEnd(),
  'a mark, CRLF and no end': (text) => `\ufeff${text.trimEnd().replaceAll('\n', '\r\n')}`,
};

let dir = '';
const home = process.cwd();
beforeEach(() => {
  dir = folder();
  execFileSync('git', ['init', '--quiet'], { cwd: dir });
  mkdirSync(join(dir, 'sub'));
});
afterEach(() => process.chdir(home));

test.each(Object.keys(SHAPES).flatMap((shape) => ['.', 'sub'].map((from) => [shape, from] as const)))(
  'git applies a patch of notes with %s from %s',
  async (shape, from) => {
    const text = untidy(note({ body: 'A lab opened.   \n\n\n\nSo did another.' }));
    process.chdir(join(dir, from));
    // What is not below the current folder git leaves out without a word.
    const below = from === '.' ? NAMES : NAMES.filter((name) => name.startsWith(`${from}/`));
    const paths = below.map((name) => file(dir, name, SHAPES[shape]?.(text) ?? ''));
    const { code, stdout } = await copydesk(['format', '--diff', ...paths]);
    expect(code).toBe(1);
    const wanted = await Promise.all(
      paths.map(async (path) => (await copydesk(['format'], { stdin: readFileSync(path) })).stdout),
    );
    execFileSync('git', ['apply', '--whitespace=nowarn'], { input: stdout });
    expect(paths.map((path) => readFileSync(path, 'utf8'))).toEqual(wanted);
  },
);

test.each(['format', 'check'])('%s: git applies a patch of what links lead to, once', async (verb) => {
  const text = untidy(note());
  const path = file(dir, 'real/a.md', text);
  const outside = file(folder(), 'b.md', text);
  symlinkSync('real/a.md', join(dir, 'link.md'));
  symlinkSync('real', join(dir, 'folder'));
  symlinkSync(outside, join(dir, 'out.md'));
  process.chdir(dir);
  const { code, stdout, stderr } = await copydesk([verb, '--diff', 'link.md', 'folder/a.md', path, path, 'out.md']);
  expect(code).toBe(1);
  expect(stdout.match(/^diff .*/gm)).toEqual(['diff --git a/real/a.md b/real/a.md']);
  expect(stderr).toMatch(/^'out\.md' links to a file outside the repository: left out of the patch$/m);
  const wanted = (await copydesk([verb, verb === 'check' ? '--fix' : '--any-file'], { stdin: text })).stdout;
  execFileSync('git', ['apply', '--whitespace=nowarn'], { input: stdout });
  expect(readFileSync(path, 'utf8')).toBe(wanted);
  expect(lstatSync('link.md').isSymbolicLink()).toBe(true);
  const direct = await copydesk([verb, '--diff', outside]);
  expect(direct.stdout).toMatch(/^diff --git /);
});
