import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync } from 'node:fs';
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
