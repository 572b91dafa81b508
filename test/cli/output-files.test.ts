import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, symlinkSync, utimesSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { copydesk, file, folder, note } from './program.ts';

let dir = '';
const home = process.cwd();
beforeEach(() => {
  dir = folder();
  process.chdir(dir);
});
afterEach(() => process.chdir(home));

const slugged = (slug: string) => note({ front: `headline: Lab Opens\nsource: The Lab\nslug: ${slug}` });

describe('two names that are one file on a disk that folds names are both refused', () => {
  test.each<[string, string, string]>([
    ['case', 'a/Mysql.md', 'b/MySQL.md'],
    ['composition', 'a/caf\u00e9.md', 'b/cafe\u0301.md'],
    ['case and composition', 'a/\u00c9.md', 'b/e\u0301.md'],
    ['a letter that folds to two', 'a/straße.md', 'b/STRASSE.md'],
    ['Greek final sigma', 'a/ος.md', 'b/ΟΣ.md'],
  ])('%s', async (_, one, other) => {
    file(dir, one, note());
    file(dir, other, note());
    file(dir, 'c.md', note());
    const result = await copydesk(['render', one, other, 'c.md', '--to', 'text', '-d', 'out']);
    expect(result.code).toBe(2);
    expect(result.stderr).toContain(`'${one}' and '${other}' have the same output file`);
    expect(readdirSync('out')).toEqual(['c.txt']);
  });
  test('a slug and a file name, and the same sub-folder in another case', async () => {
    file(dir, 'About.md', note());
    file(dir, 'b.md', slugged('about'));
    expect((await copydesk(['render', 'About.md', 'b.md', '-d', 'out'])).stderr).toMatch(/'About\.md' and 'b\.md'/);
    file(dir, 'n/x/a.md', note());
    file(dir, 'n/X/a.md', note());
    expect((await copydesk(['render', 'n', '-d', 'out'])).stderr).toMatch(/'n\/X\/a\.md' and 'n\/x\/a\.md'/);
    expect(existsSync('out')).toBe(false);
  });
  test('the message says which disk', async () => {
    for (const name of ['a/caf\u00e9.md', 'b/cafe\u0301.md', 'b/CAF\u00c9.md']) file(dir, name, note());
    const stderr = async (other: string) =>
      (await copydesk(['render', 'a/caf\u00e9.md', other, '--to', 'text', '-d', 'out'])).stderr;
    expect(await stderr('b/cafe\u0301.md')).toContain(' on a disk that normalizes Unicode\n');
    expect(await stderr('b/CAF\u00c9.md')).toContain(' on a disk that ignores case\n');
  });
  test('names that differ in more are written', async () => {
    for (const name of ['a/cafe.md', 'b/café.md']) file(dir, name, note());
    expect((await copydesk(['render', 'a/cafe.md', 'b/café.md', '--to', 'text', '-d', 'out'])).code).toBe(0);
    expect(readdirSync('out')).toHaveLength(2);
  });
});

test.each(['p', 'o/deep', 'posts'])('a new folder with a short relative path is made: %s', async (out) => {
  file(dir, 'a.md', note());
  expect((await copydesk(['render', 'a.md', '--to', 'text', '-d', out])).code).toBe(0);
  expect(readdirSync(out)).toEqual(['a.txt']);
});

describe('the time of an unchanged post', () => {
  test.each([[['-o', 'out/a.html']], [['--to', 'html', '-d', 'out']]])('%s updates it', async (target) => {
    file(dir, 'a.md', note());
    mkdirSync('out');
    const args = ['render', 'a.md', ...target];
    await copydesk(args);
    utimesSync('out/a.html', 1000, 1000);
    expect((await copydesk([...args, '--keep-times'])).code).toBe(0);
    expect(statSync('out/a.html').mtimeMs).toBe(1_000_000);
    const before = readFileSync('out/a.html', 'utf8');
    expect((await copydesk(args)).code).toBe(0);
    expect(statSync('out/a.html').mtimeMs).toBeGreaterThanOrEqual(statSync('a.md').mtimeMs);
    expect(readFileSync('out/a.html', 'utf8')).toBe(before);
    const future = Math.floor(Date.now() / 1000) + 60;
    utimesSync('a.md', future, future);
    await copydesk(args);
    expect(statSync('out/a.html').mtimeMs).toBe(future * 1000);
  });
});

describe('nothing is written outside --out-dir', () => {
  test.each(['q/...md', '..md', '...md', 'q/....md', '.a.md'])('%s', async (name) => {
    file(dir, `n/${name}`, note());
    mkdirSync('sub');
    expect((await copydesk(['render', `n/${name}`, '--to', 'text', '-d', 'sub/out'])).code).toBe(0);
    expect(readdirSync('sub')).toEqual(['out']);
    expect(readdirSync(dir).sort()).toEqual(['n', 'sub']);
    expect(readdirSync('sub/out')).toHaveLength(1);
  });
  test.each<[string, string, string]>([
    ['a file outside', 'out/a.txt', '../rc'],
    ['a missing file outside', 'out/a.txt', '../missing'],
    ['an absolute path', 'out/a.txt', '/dev/null'],
    ['a folder outside', 'out/deep', '../other'],
  ])('a link to %s is refused', async (_, link, target) => {
    file(dir, 'n/a.md', note());
    file(dir, 'n/deep/a.md', note());
    file(dir, 'rc', 'rc\n');
    mkdirSync('out');
    mkdirSync('other');
    symlinkSync(target, link);
    const result = await copydesk(['render', 'n', '--to', 'text', '-d', 'out']);
    expect(result).toMatchObject({
      code: 2,
      stderr: expect.stringMatching(/leads outside 'out'\n {2}Remove the link\./),
    });
    expect(result.stderr).toMatch(/1 written, 1 failed/);
    expect(readFileSync('rc', 'utf8')).toBe('rc\n');
    expect([existsSync('missing'), readdirSync('other')]).toEqual([false, []]);
  });
  test('a link inside the folder, and a folder that is a link, are followed', async () => {
    file(dir, 'a.md', note());
    mkdirSync('real');
    symlinkSync('real', 'out');
    file(dir, 'real/b.txt', '');
    symlinkSync('b.txt', 'real/a.txt');
    expect((await copydesk(['render', 'a.md', '--to', 'text', '-d', 'out'])).code).toBe(0);
    expect(readFileSync('real/b.txt', 'utf8')).toMatch(/^Lab Opens/);
  });
});

describe('what a terminal or a log would carry out', () => {
  const hostile = note({ body: '```\nA \u001b]0;title\u0007 lab \u001b[2J opened \u202e here.\n```' });
  test.each([[['format', 'a.md']], [['format', '-']], [['check', '--fix', '-']]])(
    '%j is shown on a terminal',
    async (args) => {
      file(dir, 'a.md', hostile);
      const safe = (text: string) => !/[\u001b\u0007\u202e]/.test(text);
      const piped = await copydesk(args, { stdin: hostile });
      expect(safe(piped.stdout)).toBe(false);
      const shown = await copydesk(args, { stdin: hostile, terminal: true, isSafe: true });
      expect(safe(shown.stdout)).toBe(true);
      expect(shown.stdout).toContain('\\u{1b}');
    },
  );
  test('line ends of Windows are not shown as characters', async () => {
    const text = note().replaceAll('\n', '\r\n');
    const { stdout } = await copydesk(['format', '-'], { stdin: text, terminal: true, isSafe: true });
    expect(stdout).not.toMatch(/\\u/);
  });
  test.each(['::error::x.md', '##vso[task.x].md', 'a\n::error::x.md', ' ::warning::x.md', '::add-mask::y/a.md'])(
    'a file called %j',
    async (name) => {
      file(dir, name, `${note()}\n\n\n`);
      for (const args of [
        ['format', '--check'],
        ['check'],
        ['check', '--report', 'gitlab'],
        ['format', '--diff'],
        ['render', '--to', 'text', '-d', 'out', '--verbose'],
      ]) {
        const { stdout, stderr, code } = await copydesk([...args, name]);
        expect(code).not.toBe(4);
        for (const line of `${stdout}\n${stderr}`.split(/[\r\n]/)) expect(line).not.toMatch(/^\s*(?:::|##(?!\s))/);
      }
      if (!name.includes('\n')) expect((await copydesk(['format', '--check', name])).stdout).toBe(`./${name}\n`);
    },
  );
});
