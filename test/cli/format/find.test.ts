import { execFileSync } from 'node:child_process';
import { readFileSync, rmSync, symlinkSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { ConfigResolver } from '../../../src/cli/config/config-resolver.ts';
import { copydesk, file, folder, note } from '../program.ts';
import { shapely, untidy } from './notes.ts';

let dir = '';
const home = process.cwd();
beforeEach(() => {
  dir = folder();
  process.chdir(dir);
});
afterEach(() => process.chdir(home));

function plant(files: Readonly<Record<string, string>>): void {
  for (const [name, text] of Object.entries(files)) file(dir, name, text);
}

describe('--files-from', () => {
  test('names files and folders, to the letter, after those of the command line', async () => {
    const text = untidy(note());
    plant({ 'n/a.md': text, 'n/b.txt': '', '[c].md': text, 'c.md': text, 'd e.md': text });
    plant({ list: 'n\n[c].md\r\nd e.md\n\nn/a.md\n' });
    const result = await copydesk(['format', '--check', '--files-from', 'list', 'c.md']);
    expect(result).toMatchObject({ code: 1, stdout: 'c.md\nn/a.md\n[c].md\nd e.md\n' });
  });
  test('- is standard input, parted by NUL', async () => {
    plant({ 'a\nb.md': untidy(note()), '-': await shapely() });
    const result = await copydesk(['format', '--check', '--any-file', '--files-from', '-'], { stdin: 'a\nb.md\0-\0' });
    expect(result).toMatchObject({ code: 1, stdout: 'a\nb.md\n' });
    expect(result.stderr).toBe('2 notes checked: 1 not formatted, 1 already formatted\n');
  });
  test('what is missing is said with what was probably meant, and the others go on', async () => {
    plant({ 'a.md': await shapely(), list: 'aa.md\n*.md\nempty\na.md\n', 'empty/x': '' });
    const result = await copydesk(['format', '--check', '--files-from', 'list']);
    expect(result.code).toBe(2);
    expect(result.stderr).toMatch(/no such file 'aa\.md'\n {2}Did you mean 'a\.md'\?/);
    expect(result.stderr).toMatch(/no such file '\*\.md'/);
    expect(result.stderr).toMatch(/no notes in 'empty'/);
    expect(result.stderr).toMatch(/\n3 notes checked: 1 already formatted, 2 failed\n$/);
  });
  test.each(['format', 'check'])('%s: what has not the ending of a note is skipped, unread', async (verb) => {
    const clean = await shapely();
    const latin = new Uint8Array([0x45, 0xe9]);
    plant({
      'a.md': clean,
      'page.html': untidy(note()),
      'story.txt': clean,
      'copydesk.yaml': 'notes: [story.*, "*.md"]\n',
    });
    file(dir, 'a.png', latin);
    for (const link of ['away', 'away.md']) symlinkSync('nowhere', link);
    const list = { stdin: 'a.md\0a.png\0page.html\0away\0away.md\0a.png\0' };
    const mode = verb === 'format' ? '--write' : '--fix';
    const result = await copydesk([verb, mode, '--files-from', '-'], list);
    expect(result).toMatchObject({ code: 0 });
    expect(result.stderr).toMatch(/^1 note(?: checked)?: .*; 4 files skipped \(not notes\)\n$/);
    expect(readFileSync('page.html', 'utf8')).toBe(untidy(note()));
    const only = { stdin: 'a.png\n' };
    expect(await copydesk([verb, '--files-from', '-', '--allow-none'], only)).toEqual({
      code: 0,
      stdout: '',
      stderr: '',
    });
    const none = await copydesk([verb, '--files-from', '-'], only);
    expect(none).toMatchObject({ code: 4, stderr: expect.stringMatching(/^no notes found in 1 file: /) });
    const named = await copydesk([verb, mode, '--files-from', '-'], { stdin: 'story.txt\n' });
    expect(named).toMatchObject({ code: 0, stderr: expect.stringMatching(/^1 note(?: checked)?: /) });
    expect((await copydesk([verb, mode, '--files-from', '-', '--any-file'], only)).code).toBe(2);
    expect((await copydesk([verb, mode, '--files-from', '-'], { stdin: 'gone.png\n' })).code).toBe(2);
  });
  test('an empty list is nothing, and not standard input', async () => {
    plant({ list: '\n' });
    const setting = { stdin: note() };
    expect(await copydesk(['format', '--files-from', 'list'], setting)).toEqual({
      code: 4,
      stdout: '',
      stderr: "no notes found: 'list' lists no files\n",
    });
    const allowed = await copydesk(['format', '--files-from', 'list', '--allow-none'], setting);
    expect(allowed).toEqual({ code: 0, stdout: '', stderr: '' });
  });
  test('a list that is not there, or no text', async () => {
    expect(await copydesk(['format', '--files-from', 'list'])).toMatchObject({
      code: 2,
      stderr: "error: no such file 'list'\n  Check the spelling of the path.\n",
    });
    file(dir, 'list', new Uint8Array([0xff, 10]));
    const result = await copydesk(['format', '--files-from', 'list']);
    expect(result).toMatchObject({ code: 2, stdout: '' });
    expect(result.stderr).toMatch(/error: list:1:1: invalid UTF-8/);
  });
  test('a thousand names', async () => {
    const text = await shapely();
    const names = Array.from({ length: 1000 }, (_, at) => `${at}.md`);
    for (const name of names) file(dir, name, text);
    const result = await copydesk(['format', '--check', '--files-from', '-'], { stdin: names.join('\n') });
    expect(result).toMatchObject({ code: 0, stderr: '1000 notes checked: 1000 already formatted\n' });
  });
});

describe('copydesk.yaml', () => {
  test.each<[string, string[], string[]]>([
    ['archive', ['archive/a.md', 'archive/x/.y/a.md'], ['a.md', 'old/archive/a.md']],
    ['archive/', ['archive/a.md'], ['archive.md']],
    ['./archive', ['archive/a.md'], ['a.md']],
    ['/archive', ['archive/a.md'], ['a.md']],
    ['archive/**', ['archive/a.md'], ['a.md']],
    ["'**/old'", ['x/old/a.md', 'old/a.md'], ['a.md']],
    ["'*.draft.md'", ['a.draft.md'], ['a.md', 'x/a.draft.md']],
    ["'{a,b}/c.md'", ['a/c.md', 'b/c.md'], ['c/c.md']],
  ])('exclude: [%s]', async (pattern, yes, no) => {
    plant({ 'desk/copydesk.yaml': `exclude: [${pattern}]\n` });
    const all = [...yes, ...no].map((name) => `desk/${name}`);
    for (const name of all) plant({ [name]: untidy(note()) });
    const named = await copydesk(['format', '--check', ...all]);
    expect(named.stdout).toBe(no.map((name) => `desk/${name}\n`).join(''));
    const walked = await copydesk(['format', '--check', 'desk']);
    expect(walked.stdout.split('\n').sort().join('\n')).toBe(named.stdout.split('\n').sort().join('\n'));
  });
  test.each(['((((a+)+)+)+)b', `${'*a'.repeat(30)}b`, '(?:a|b|ab)*c', String.raw`(a*)\1*b`, '(?:very )+(?:very )+x'])(
    'a pattern that is exponential elsewhere decides: %s',
    async (pattern) => {
      const list = JSON.stringify([pattern]);
      plant({ 'desk/copydesk.yaml': `exclude: ${list}\n`, [`desk/${'a'.repeat(250)}.md`]: untidy(note()) });
      expect((await copydesk(['format', '--check', 'desk'])).stderr).toMatch(/^1 note checked/);
      plant({ 'desk/copydesk.yaml': `notes: ${list}\n` });
      expect((await copydesk(['format', '--check', 'desk'])).code).toBe(4);
    },
  );
  test('a pipe is refused, and reported once', async () => {
    plant({ 'a.md': note(), 'b.md': note(), 'desk/x': '' });
    execFileSync('mkfifo', ['copydesk.yaml', 'desk/house.yaml']);
    for (const verb of [['check'], ['format', '--check'], ['render', '--to', 'json']]) {
      const { code, stderr } = await copydesk([...verb, 'a.md', 'b.md']);
      expect(code).toBe(2);
      expect(stderr.match(/error: 'copydesk\.yaml' is a pipe, not a file/g)).toHaveLength(1);
    }
    rmSync('copydesk.yaml');
    const { code, stderr } = await copydesk(['check', '--house', 'desk', 'a.md']);
    expect(code).toBe(2);
    expect(stderr).toMatch(/error: 'desk\/house\.yaml' is a pipe, not a file/);
  });
  test('an excluded name of standard input goes through', async () => {
    plant({ 'copydesk.yaml': 'exclude: [wire]\n' });
    const text = untidy(note());
    const result = await copydesk(['format', '--stdin-filepath', 'wire/a.md'], { stdin: text });
    expect(result).toEqual({ code: 0, stdout: text, stderr: '' });
  });
  test('--house takes the place of its house alone, which is not loaded', async () => {
    plant({ 'copydesk.yaml': 'house: ./gone\nexclude: [wire]\nnotes: [stories/*]\nend_of_line: crlf\nbom: remove\n' });
    plant({ 'wire/a.md': untidy(note()), 'stories/a.md': '---\ntitle: A\n---\n\nB.\n\n\n' });
    const result = await copydesk(['format', '--house', 'abab', '--check', 'wire/a.md', 'stories/a.md']);
    expect(result).toMatchObject({ code: 1, stdout: 'stories/a.md\n' });
    expect(result.stderr).toBe('1 note checked: 1 not formatted; 1 file ignored\n');
    const project = await new ConfigResolver({ house: 'abab-zh' }, 'house').of('a.md');
    expect(project).toMatchObject({ endOfLine: 'crlf', removeBom: true, house: { name: 'abab-zh' } });
    const unhoused = await copydesk(['format', '--check', 'stories/a.md']);
    expect(unhoused.code).toBe(2);
    expect(unhoused.stderr).toMatch(/copydesk\.yaml:1:8: error: unknown house '\.\/gone'/);
  });
  test.each([
    ['exlude: [a]', /copydesk\.yaml:1:1: error: unknown key 'exlude' .*\n(?:.*\n)*.*Did you mean 'exclude'\?/],
    ['end_of_line: cr', /copydesk\.yaml:1:14: error: end_of_line must be one of lf, crlf/],
    ['bom: keep', /copydesk\.yaml:1:6: error: bom must be one of remove/],
    ['exclude: [a', /copydesk\.yaml:1:10: error: unclosed bracket .*\n(?:.*\n)* {2}Close it with \],/],
    ['exclude: [a\nhouse: abab', /copydesk\.yaml:1:10: error: unclosed bracket/],
    ...['""', '" "'].map((pattern): [string, RegExp] => [
      `exclude: [a, ${pattern}]`,
      /copydesk\.yaml:1:14: error: an item of exclude must be a short pattern such as archive/,
    ]),
    [`notes: ["${'['.repeat(1001)}"]`, /copydesk\.yaml:1:9: error: an item of notes must be a short pattern/],
    [`exclude: ["${'('.repeat(1001)}"]`, /copydesk\.yaml:1:11: error: an item of exclude must be a short pattern/],
    ['notes: [""]', /copydesk\.yaml:1:9: error: an item of notes must be a short pattern such as stories/],
    [
      "exclude: ['!a']",
      /copydesk\.yaml:1:11: error: an item of exclude must be a short pattern such as archive\/\*\*, without !/,
    ],
  ])('%s', async (yaml, message) => {
    plant({ 'copydesk.yaml': `${yaml}\n`, 'a.md': note() });
    const result = await copydesk(['format', '--check', 'a.md']);
    expect(result).toMatchObject({ code: 2, stdout: '' });
    expect(result.stderr).toMatch(message);
  });
});
