import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { findInputs } from '../../../src/cli/files/inputs.ts';

let folder = '';
const home = process.cwd();
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'copydesk-inputs-'));
  process.chdir(folder);
});
afterEach(() => {
  process.chdir(home);
  rmSync(folder, { recursive: true, force: true });
});

function plant(...paths: string[]): void {
  for (const path of paths) {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, '');
  }
}

async function paths(...args: string[]): Promise<string[]> {
  const { inputs, problems } = await findInputs(args);
  expect(problems).toEqual([]);
  return inputs.map((input) => input.path);
}

async function problems(...args: string[]) {
  return (await findInputs(args)).problems.map(({ path, code, message, advice }) => ({ path, code, message, advice }));
}

test('named files keep their order, may have any extension and may repeat', async () => {
  plant('b.md', 'a.txt');
  expect(await paths('b.md', './a.txt', 'b.md')).toEqual(['b.md', './a.txt', 'b.md']);
});

test('a folder gives its notes, sorted by code point, without hidden and other files', async () => {
  plant('n/b.md', 'n/a.markdown', 'n/Z.MD', 'n/é.md', 'n/\u{1f600}.md', 'n/\uffee.md', 'n/sub/deep/c.md');
  plant('n/x.yaml', 'n/y.json', 'n/x.txt', 'n/.hidden.md', 'n/.git/d.md', 'n/node_modules/p/readme.md', 'n/a.md.tmp');
  const found = [
    'Z.MD',
    'a.markdown',
    'b.md',
    'sub/deep/c.md',
    'x.yaml',
    'y.json',
    'é.md',
    '\uffee.md',
    '\u{1f600}.md',
  ];
  expect(await paths('n')).toEqual(found.map((name) => `n/${name}`));
  expect(await paths('n/')).toEqual(found.map((name) => `n/${name}`));
  process.chdir('n');
  expect(await paths('.')).toEqual(found);
  expect(await paths('./')).toEqual(found);
});

test('each note of a folder knows the folder; a named file has none', async () => {
  plant('n/sub/a.md', 'b.md');
  const { inputs } = await findInputs(['n', 'b.md', '-']);
  expect(inputs).toEqual([
    { kind: 'file', path: 'n/sub/a.md', base: 'n' },
    { kind: 'file', path: 'b.md' },
    { kind: 'stdin', path: '-' },
  ]);
});

test('an absolute folder gives absolute paths', async () => {
  plant('n/a.md');
  expect(await paths(join(folder, 'n'))).toEqual([join(folder, 'n/a.md')]);
  expect(await paths(join(folder, 'n', '*.md'))).toEqual([join(folder, 'n/a.md')]);
});

test('globs', async () => {
  plant('n/b.md', 'n/a.md', 'n/c.yaml', 'n/d.png', 'n/sub/e.md', 'n/node_modules/p/f.md', 'n/.g.md', 'top.md');
  expect(await paths('n/*.md')).toEqual(['n/a.md', 'n/b.md']);
  expect(await paths('n/**/*.md')).toEqual(['n/a.md', 'n/b.md', 'n/sub/e.md']);
  expect(await paths('n/*.{md,yaml}')).toEqual(['n/a.md', 'n/b.md', 'n/c.yaml']);
  expect(await paths('n/*')).toEqual(['n/a.md', 'n/b.md', 'n/c.yaml']);
  expect(await paths('*.md')).toEqual(['top.md']);
  expect(await paths('n/[ab].md')).toEqual(['n/a.md', 'n/b.md']);
  expect(await paths('./n/../*.md')).toEqual(['./n/../top.md']);
  const { inputs } = await findInputs(['n/**/e.md']);
  expect(inputs).toEqual([{ kind: 'file', path: 'n/sub/e.md', base: 'n' }]);
});

test('a file whose name looks like a glob is that file', async () => {
  plant('[a].md', 'a.md');
  expect(await paths('[a].md')).toEqual(['[a].md']);
  plant('what?.md', 'whats.md');
  expect(await paths('what?.md')).toEqual(['what?.md']);
});

test('a file that a folder or a glob finds is returned once', async () => {
  plant('n/a.md', 'n/b.md');
  expect(await paths('n', 'n', 'n/*.md')).toEqual(['n/a.md', 'n/b.md']);
  expect(await paths('n/b.md', 'n')).toEqual(['n/b.md', 'n/a.md']);
  expect(await paths('n', './n/b.md')).toEqual(['n/a.md', 'n/b.md']);
  expect(await paths('-', '-')).toEqual(['-']);
});

test.skipIf(process.platform === 'win32')('links to files are followed, links to folders are not', async () => {
  plant('n/a.md', 'other/b.md');
  symlinkSync('../other/b.md', 'n/link.md');
  symlinkSync('..', 'n/loop');
  symlinkSync('../other', 'n/other.md');
  expect(await paths('n')).toEqual(['n/a.md', 'n/link.md']);
  expect(await paths('n/**/*.md')).toEqual(['n/a.md', 'n/link.md']);
});

test.skipIf(process.platform === 'win32')(
  'what is no file is passed over, and so is a link that leads to none',
  async () => {
    plant('n/a.md');
    execFileSync('mkfifo', ['n/pipe.md', 'n/pipe.json']);
    const server = createServer().listen('n/socket.md');
    await once(server, 'listening');
    for (const [target, name] of [
      ['a.md', 'link'],
      ['gone.md', 'dangling'],
      ['circle.md', 'circle'],
      ['a.md/x', 'through'],
      ['pipe.md', 'to-pipe'],
      ['/dev/zero', 'to-device'],
    ] as const) {
      symlinkSync(target, `n/${name}.md`);
    }
    for (const argument of ['n', 'n/*', 'n/**/*.md']) expect(await paths(argument)).toEqual(['n/a.md', 'n/link.md']);
    server.close();
    // What a person names is another matter.
    expect(await paths('n/pipe.md')).toEqual(['n/pipe.md']);
    expect(await problems('n/dangling.md')).toMatchObject([{ path: 'n/dangling.md', code: 'ENOENT' }]);
  },
);

test('a missing file is reported with the nearest name', async () => {
  plant('notes/market.md', 'notes/.markep.md');
  expect(await problems('notes/markt.md')).toEqual([
    {
      path: 'notes/markt.md',
      code: 'ENOENT',
      message: "no such file 'notes/markt.md'",
      advice: "Did you mean 'notes/market.md'?",
    },
  ]);
  expect(await problems('note/market.md')).toMatchObject([
    { code: 'ENOENT', advice: "Did you mean 'notes/market.md'?" },
  ]);
  expect(await problems('notse')).toMatchObject([{ code: 'ENOENT', advice: "Did you mean 'notes'?" }]);
  expect(await problems('entirely-different.md')).toMatchObject([{ advice: 'Check the spelling of the path.' }]);
  expect(await problems(join(folder, 'notes/markett.md'))).toMatchObject([
    { advice: `Did you mean '${join(folder, 'notes/market.md')}'?` },
  ]);
  expect(await problems('')).toMatchObject([{ path: '', code: 'ENOENT' }]);
});

test('a missing file does not hide the others', async () => {
  plant('a.md', 'b.md');
  const { inputs, problems: failed } = await findInputs(['a.md', 'missing.md', 'b.md']);
  expect(inputs.map((input) => input.path)).toEqual(['a.md', 'b.md']);
  expect(failed).toHaveLength(1);
});

test('a folder or a glob without notes has the code ENOMATCH', async () => {
  plant('empty/readme.txt');
  expect(await problems('empty', '*.md', 'gone/**/*.md')).toMatchObject([
    { path: 'empty', code: 'ENOMATCH', message: "no notes in 'empty'" },
    { path: '*.md', code: 'ENOMATCH', message: "no files match '*.md'" },
    { path: 'gone/**/*.md', code: 'ENOMATCH' },
  ]);
  plant('a.md');
  expect(await problems('a.md/b.md')).toMatchObject([{ code: 'ENOTDIR' }]);
});
