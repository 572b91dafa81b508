import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { copydesk, file, folder, note } from '../program.ts';

let dir = '';
const home = process.cwd();
beforeEach(() => {
  dir = folder();
  process.chdir(dir);
});
afterEach(() => process.chdir(home));

const u16 = (...values: number[]) => values.flatMap((value) => [value >> 8, value & 255]);
const u32 = (...values: number[]) => values.flatMap((value) => u16(value >>> 16, value & 0xffff));
const ascii = (text: string) => [...Buffer.from(text, 'latin1')];
const box = (type: string, ...content: number[]) => [...u32(content.length + 8), ...ascii(type), ...content];

const png = (width: number, height: number) => [
  ...[0x89, ...ascii('PNG\r\n'), 0x1a, 0x0a],
  ...[...u32(13), ...ascii('IHDR'), ...u32(width, height), 8, 2, 0, 0, 0],
];
/** A photo that a camera turned by `orientation`, from 1 to 8. */
function jpeg(width: number, height: number, orientation = 1): number[] {
  const entry = [...u16(0x0112, 3), ...u32(1), ...u16(orientation, 0)];
  const exif = [...ascii('Exif\0\0'), ...ascii('MM'), ...u16(42), ...u32(8), ...u16(1), ...entry, ...u32(0)];
  const start = [...u16(0xffd8, 0xffe1, exif.length + 2), ...exif];
  return [...start, ...u16(0xffc0, 17), 8, ...u16(height, width), 3, 1, 0x22, 0, 2, 0x11, 1, 3, 0x11, 1];
}
const little = (value: number) => [value & 255, (value >> 8) & 255];
const gif = (width: number, height: number) => [...ascii('GIF89a'), ...little(width), ...little(height), 0, 0, 0];
const webp = (width: number, height: number) => [
  ...[...ascii('RIFF'), 30, 0, 0, 0, ...ascii('WEBPVP8X'), 10, 0, 0, 0, 0, 0, 0, 0],
  ...[...little(width - 1), 0, ...little(height - 1), 0],
];
const avif = (width: number, height: number) => {
  const size = box('ispe', ...u32(0, width, height));
  const meta = box('meta', ...u32(0), ...box('iprp', ...box('ipco', ...size)));
  return [...box('ftyp', ...ascii('avif'), ...u32(0), ...ascii('avifmif1')), ...meta];
};

function put(path: string, content: readonly number[] | string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, typeof content === 'string' ? content : Uint8Array.from(content));
}

const showing = (url: string) => note({ body: `A lab opened.\n\n![A crane](${url})` });
const sizeIn = (html: string) => / width="(\d+)" height="(\d+)"/.exec(html)?.slice(1).map(Number);

describe('a page states the size of an image', () => {
  test.each<[string, string, readonly number[] | string]>([
    ['PNG', 'a.png', png(640, 360)],
    ['JPEG', 'a.jpg', jpeg(640, 360)],
    ['JPEG that a camera turned upside down', 'a.jpg', jpeg(640, 360, 3)],
    ['JPEG that a camera turned on its side', 'a.jpeg', jpeg(360, 640, 6)],
    ['GIF', 'a.gif', gif(640, 360)],
    ['WebP', 'a.webp', webp(640, 360)],
    ['AVIF', 'a.avif', avif(640, 360)],
    ['SVG', 'a.svg', '<svg xmlns="http://www.w3.org/2000/svg" width="640" height="360"/>'],
    ['SVG with a view box', 'a.svg', '<?xml version="1.0"?>\n<svg viewBox="0 0 640 360"><g/></svg>'],
    ['PNG with another ending', 'a.jpg', png(640, 360)],
    ['PNG with a name in Chinese', '%E6%B8%AF.png', png(640, 360)],
  ])('%s', async (_, url, content) => {
    file(dir, 'n/a.md', showing(url));
    put(`n/${decodeURIComponent(url)}`, content);
    const { code, stdout, stderr } = await copydesk(['render', 'n/a.md', '--to', 'html']);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(sizeIn(stdout)).toEqual([640, 360]);
  });
  test('also of the image under the headline, and in Open Graph', async () => {
    const front = 'headline: A\nsource: B\nurl: https://lab.example/a\nimage: { url: i/a.png, alt: A }';
    file(dir, 'a.md', note({ front }));
    put('i/a.png', png(640, 360));
    const { stdout } = await copydesk(['render', 'a.md', '--to', 'html']);
    expect(stdout).toContain('<img src="i/a.png" alt="A" width="640" height="360">');
    expect(stdout).toContain('<meta property="og:image:width" content="640">');
  });
  test('in a fragment, in a folder, and where images are left', async () => {
    file(dir, 'n/a.md', showing('a.png'));
    put('n/a.png', png(640, 360));
    expect(sizeIn((await copydesk(['render', 'n/a.md', '--to', 'html', '--fragment'])).stdout)).toEqual([640, 360]);
    for (const assets of ['copy', 'link', 'leave']) {
      await copydesk(['render', 'n', '--to', 'html', '-d', 'out', '--assets', assets]);
      expect(sizeIn(readFileSync('out/a.html', 'utf8'))).toEqual([640, 360]);
    }
  });
  test('anew when the image has changed', async () => {
    file(dir, 'n/a.md', showing('a.png'));
    for (const width of [640, 320]) {
      put('n/a.png', png(width, 360));
      await copydesk(['render', 'n', '--to', 'html', '-d', 'out', '--assets', 'leave']);
      expect(sizeIn(readFileSync('out/a.html', 'utf8'))).toEqual([width, 360]);
    }
  });
});

describe('a page states no size', () => {
  test.each<[string, readonly number[] | string]>([
    ['an empty file', ''],
    ['text', 'PNG'],
    ['a PNG that is cut off', png(640, 360).slice(0, 18)],
    ['a PNG without pixels', png(0, 360)],
    ['a JPEG that is cut off', jpeg(640, 360).slice(0, -14)],
    ['SVG without a size', '<svg xmlns="http://www.w3.org/2000/svg"/>'],
    ['SVG that is a hundred thousand brackets', `<svg ${'<'.repeat(100_000)}`],
  ])('of %s', async (_, content) => {
    file(dir, 'a.md', showing('a.png'));
    put('a.png', content);
    const { code, stdout, stderr } = await copydesk(['render', 'a.md', '--to', 'html']);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toContain('<img src="a.png" alt="A crane" loading="lazy">');
  });
  test.each(['https://a.example/a.png', '/img/a.png', '//cdn.example/a.png', '#a', '?a'])('of %s', async (url) => {
    file(dir, 'a.md', showing(url));
    const { code, stdout } = await copydesk(['render', 'a.md', '--to', 'html']);
    expect(code).toBe(0);
    expect(sizeIn(stdout)).toBeUndefined();
  });
});

describe('a missing image is a warning, and the page is written', () => {
  test.each([
    ['a missing file', 'img/none.png'],
    ['a folder', 'folder'],
    ['a broken link', 'link.png'],
    ['a NUL', '%00.png'],
  ])('%s', async (_, url) => {
    file(dir, 'a.md', showing(url));
    mkdirSync('folder');
    symlinkSync('none.png', 'link.png');
    const { code, stdout, stderr } = await copydesk(['render', 'a.md', '--to', 'html']);
    expect(code).toBe(0);
    expect(stdout).toContain('</html>');
    expect(stderr).toContain(`a.md:8:12: warning: missing image '${url}' [missing-image]\n`);
  });
  test('beside the page of -o', async () => {
    file(dir, 'n/a.md', showing('a.png'));
    put('n/a.png', png(640, 360));
    const run = ['render', 'n/a.md', '-o'];
    expect(await copydesk([...run, 'n/a.html'])).toMatchObject({ code: 0, stderr: '' });
    expect((await copydesk([...run, 'a.html'])).stderr).toContain("warning: missing image 'a.png'");
  });
  test('not for stdin, whose folder is unknown', async () => {
    const run = ['render', '-', '--to', 'html'];
    expect(await copydesk(run, { stdin: showing('a.png') })).toMatchObject({ code: 0, stderr: '' });
    const named = await copydesk([...run, '--stdin-filepath', 'n/a.md'], { stdin: showing('a.png') });
    expect(named.stderr).toContain("n/a.md:8:12: warning: missing image 'a.png'");
  });
  test('nor for a format that describes images, or where images are left', async () => {
    file(dir, 'a.md', showing('a.png'));
    for (const args of [
      ['--to', 'text'],
      ['--to', 'markdown'],
      ['--to', 'html', '-d', 'out', '--assets', 'leave'],
    ])
      expect(await copydesk(['render', 'a.md', ...args])).toMatchObject({ code: 0, stderr: '' });
  });
});
