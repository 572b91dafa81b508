import { existsSync, lstatSync, mkdirSync, readdirSync, readFileSync, readlinkSync, symlinkSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { copydesk, file, folder, note } from './program.ts';

/* The class: a post in --out-dir that points to an image of its note points nowhere. */

let dir = '';
const home = process.cwd();
beforeEach(() => {
  dir = folder();
  process.chdir(dir);
});
afterEach(() => process.chdir(home));

const showing = (url: string) => note({ body: `A lab opened.\n\n![A crane](${url})` });
const render = (...args: string[]) => copydesk(['render', ...args, '--to', 'html', '-d', 'out']);

describe('--assets', () => {
  test.each<[string, string, string]>([
    ['a file beside the note', 'crane.png', 'crane.png'],
    ['a file in a folder', 'img/crane.png', 'img/crane.png'],
    ['an encoded space', 'img/crane%20one.png', 'img/crane one.png'],
    ['a query', 'crane.png?w=3#a', 'crane.png'],
    ['a Chinese name', 'img/港口.png', 'img/港口.png'],
    ['a detour', 'img/../crane.png', 'crane.png'],
  ])('copies %s by default', async (_, url, path) => {
    file(dir, 'n/a.md', showing(url));
    mkdirSync('n/img', { recursive: true });
    file(dir, `n/${path}`, 'PNG');
    expect(await render('n/a.md')).toEqual({ code: 0, stdout: '', stderr: '' });
    expect(readFileSync(`out/${path}`, 'utf8')).toBe('PNG');
  });
  test('copies the image of the front matter, and one in a sub-folder next to its post', async () => {
    const front = 'headline: Lab Opens\nsource: The Lab\nimage: { url: a.png, alt: A }';
    file(dir, 'n/deep/a.md', note({ front }));
    file(dir, 'n/deep/a.png', 'PNG');
    expect((await render('n')).code).toBe(0);
    expect(readdirSync('out/deep').sort()).toEqual(['a.html', 'a.png']);
  });
  test('link makes a relative link, again and again; leave leaves', async () => {
    file(dir, 'n/a.md', showing('img/a.png'));
    file(dir, 'n/img/a.png', 'PNG');
    expect((await render('n/a.md', '--assets', 'leave')).code).toBe(0);
    expect(readdirSync('out')).toEqual(['a.html']);
    for (let run = 0; run < 2; run++) expect((await render('n/a.md', '--assets', 'link')).code).toBe(0);
    expect(readlinkSync('out/img/a.png')).toBe('../../n/img/a.png');
    expect(readdirSync('out/img')).toEqual(['a.png']);
    expect((await render('n/a.md')).code).toBe(0);
    expect(readFileSync('n/img/a.png', 'utf8')).toBe('PNG');
  });
  test('copy replaces a link that an earlier run made, and no link of the writer', async () => {
    file(dir, 'n/a.md', showing('a.png'));
    file(dir, 'photos/a.png', 'PNG');
    symlinkSync('../photos/a.png', 'n/a.png');
    expect((await render('n/a.md', '--assets', 'link')).code).toBe(0);
    expect((await render('n/a.md')).code).toBe(0);
    expect(lstatSync('out/a.png').isFile()).toBe(true);
    expect(readFileSync('out/a.png', 'utf8')).toBe('PNG');
    symlinkSync('n', 'same');
    for (const out of ['n', 'same'])
      expect((await copydesk(['render', 'n/a.md', '--to', 'html', '-d', out])).code).toBe(0);
    expect(readlinkSync('n/a.png')).toBe('../photos/a.png');
    expect(readFileSync('photos/a.png', 'utf8')).toBe('PNG');
  });
  test('into the folder of the note: the image is there', async () => {
    file(dir, 'a.md', showing('a.png'));
    file(dir, 'a.png', 'PNG');
    for (const how of ['copy', 'link']) {
      expect((await copydesk(['render', 'a.md', '--to', 'html', '-d', '.', '--assets', how])).code).toBe(0);
      expect(lstatSync('a.png').isFile()).toBe(true);
    }
  });
  test.each(['https://a.example/a.png', '/img/a.png', '//cdn.example/a.png'])('leaves %s', async (url) => {
    file(dir, 'a.md', showing(url));
    expect((await render('a.md')).code).toBe(0);
    expect(readdirSync('out')).toEqual(['a.html']);
  });
  test('plain text shows no image', async () => {
    file(dir, 'a.md', showing('missing.png'));
    expect((await copydesk(['render', 'a.md', '--to', 'text', '-d', 'out'])).code).toBe(0);
    expect((await copydesk(['render', 'a.md', '--to', 'html', '-o', 'a.html'])).code).toBe(0);
  });
});

describe('a post without its image is not written', () => {
  test.each<[string, string, RegExp]>([
    ['a missing file', 'img/none.png', /^a\.md:8:12: error: missing image 'img\/none\.png' \[missing-image\]/],
    ['a NUL', '%00.png', /^a\.md:8:12: error: missing image '%00\.png'/],
    ['a folder', 'folder', /^a\.md:8:12: error: missing image 'folder'/],
    ['a file outside', '../a.png', /^a\.md:8:12: error: image '\.\.\/a\.png' would be outside 'out'/],
    ['an encoded way out', '%2e%2e/a.png', /would be outside 'out'/],
    ['a link that leads outside', 'away/a.png', /would be outside 'out'/],
    ['the name of the post', 'a.html', /image 'a\.html' has the same output file as 'out\/a\.html'/],
  ])('%s', async (_, url, message) => {
    file(dir, 'a.md', showing(url));
    file(dir, 'b.md', note());
    for (const name of ['folder/x', '../a.png', 'away/a.png', 'a.html', 'rc'])
      if (!name.startsWith('..')) file(dir, name, name);
    mkdirSync('out');
    symlinkSync('..', 'out/away');
    const result = await render('a.md', 'b.md');
    expect(result.code).toBe(1);
    expect(result.stderr).toMatch(message);
    expect(result.stderr).toMatch(/Check the path|Move it to the folder of the note|Rename one of them/);
    expect(readdirSync('out').sort()).toEqual(['away', 'b.html']);
    expect(readFileSync('away/a.png', 'utf8')).toBe('away/a.png');
  });
  test('two images for one path, also on a disk that folds case', async () => {
    file(dir, 'x/a.md', showing('crane.png'));
    file(dir, 'y/b.md', showing('Crane.png'));
    file(dir, 'x/crane.png', '1');
    file(dir, 'y/Crane.png', '2');
    const result = await render('x/a.md', 'y/b.md');
    expect(result.code).toBe(1);
    expect(result.stderr).toMatch(
      /y\/b\.md:8:12: error: image 'Crane\.png' has the same output file as '.*x\/crane\.png'/,
    );
    expect(readFileSync('out/crane.png', 'utf8')).toBe('1');
    expect(existsSync('out/b.html')).toBe(false);
  });
  test('the same image of two notes is no collision', async () => {
    for (const name of ['a.md', 'b.md']) file(dir, name, showing('crane.png'));
    file(dir, 'crane.png', '1');
    expect((await render('a.md', 'b.md')).code).toBe(0);
  });
  test('another link or file in its place stays', async () => {
    file(dir, 'a.md', showing('a.png'));
    file(dir, 'a.png', 'PNG');
    file(dir, 'rc', 'rc');
    mkdirSync('out');
    symlinkSync('../rc', 'out/a.png');
    expect((await render('a.md')).stderr).toMatch(/'out\/a\.png' exists and is another file/);
    expect(readFileSync('rc', 'utf8')).toBe('rc');
  });
  test.each([
    [['--assets', 'move', '-d', 'out'], /unknown value of --assets 'move'/],
    [['--assets', 'copy'], /'--assets' applies only to '--out-dir'/],
  ])('%j is refused', async (args, message) => {
    file(dir, 'a.md', note());
    expect(await copydesk(['render', 'a.md', ...args])).toMatchObject({
      code: 2,
      stderr: expect.stringMatching(message),
    });
  });
});
