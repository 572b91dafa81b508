import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { copydesk, file, folder, note } from '../program.ts';

const PNG_START = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

const isPng = (path: string): boolean => readFileSync(path).subarray(0, 8).equals(PNG_START);
const isSvg = (path: string): boolean => readFileSync(path, 'utf8').startsWith('<svg ');

describe('the name of the file sets the picture', () => {
  test.each([
    [['-o', 'a.png'], isPng],
    [['-o', 'a.card.png'], isPng],
    [['--to', 'card', '-o', 'a.png'], isPng],
    [['--to', 'card', '-o', 'picture'], isPng],
    [['-o', 'a.svg'], isSvg],
    [['--to', 'card', '-o', 'a.svg'], isSvg],
    [['--to', 'card-svg', '-o', 'picture'], isSvg],
    [['--to', 'card', '--law', '1', '-o', 'a.png'], isPng],
  ] as const)('%s', async (args, isRight) => {
    const root = folder();
    const out = join(root, args.at(-1) ?? '');
    const result = await copydesk(['render', file(root, 'a.md', note()), ...args.slice(0, -1), out]);
    expect(result).toEqual({ code: 0, stdout: '', stderr: '' });
    expect(isRight(out)).toBe(true);
  });
});

describe('a card on stdout', () => {
  test('is an SVG as text', async () => {
    const { code, stdout } = await copydesk(['render', '--to', 'card-svg'], { stdin: note() });
    expect(code).toBe(0);
    expect(stdout).toMatch(/^<svg .*\n<title>Lab Opens<\/title>\n[\s\S]*<\/svg>\n$/);
    expect(stdout).not.toContain('<text');
  });
  test('is a PNG as bytes', async () => {
    const { code, stdout } = await copydesk(['render', '--to', 'card'], { stdin: note() });
    expect([code, stdout.slice(1, 4)]).toEqual([0, 'PNG']);
  });
  test('is no PNG on a terminal', async () => {
    const root = folder();
    const path = file(root, 'a.md', note());
    const result = await copydesk(['render', path, '--to', 'card'], { terminal: true });
    expect(result).toMatchObject({ code: 2, stdout: '' });
    expect(result.stderr).toContain("'card' is a picture and cannot be printed to a terminal");
    expect(result.stderr).toContain('Write it to a file: -o story.card.png.');
    const out = join(root, 'a.png');
    expect(await copydesk(['render', path, '-o', out], { terminal: true })).toMatchObject({ code: 0 });
    expect(isPng(out)).toBe(true);
  });
});

describe('cards in a folder', () => {
  test('have names of their own, beside those of laws', async () => {
    const root = folder();
    const path = file(root, 'a.md', note());
    const out = join(root, 'out');
    const formats = ['--to', 'card', '--to', 'card-svg', '--to', 'text'];
    for (const law of [[], ['--law', '1']])
      expect((await copydesk(['render', path, ...formats, ...law, '-d', out])).code).toBe(0);
    expect(readdirSync(out).sort()).toEqual(
      ['a.card.png', 'a.card.svg', 'a.law-1.card.png', 'a.law-1.card.svg', 'a.txt'].sort(),
    );
    expect(readFileSync(join(out, 'a.law-1.card.svg'), 'utf8')).toContain('<title>Not this, but that.</title>');
  });
  test('are drawn again only if the note, the law, the template or a font has changed', async () => {
    const root = folder();
    file(root, 'n/a.md', note());
    const template = file(root, 'desk/post.svg.hbs', SVG.replace('HEIGHT', '80'));
    const font = file(root, 'desk/font.ttf', Uint8Array.from([0, 1, 0, 0]));
    file(root, 'desk/house.yaml', 'card: { fonts: [font.ttf] }\n');
    const render = async (...args: readonly string[]) => {
      const house = ['--house', join(root, 'desk')];
      return (
        await copydesk(['render', join(root, 'n'), '--to', 'card-svg', '-d', join(root, 'out'), ...house, ...args])
      ).stderr;
    };
    const [first, again] = [await render(), await render()];
    expect(first).toBe('');
    expect(again).toBe('');
    const path = join(root, 'out/a.card.svg');
    const before = readFileSync(path, 'utf8');
    writeFileSync(template, SVG.replace('HEIGHT', '90'));
    await render();
    expect(readFileSync(path, 'utf8')).not.toBe(before);
    writeFileSync(font, '');
    expect(await render()).toContain('font.ttf');
  });
  test('are the same with several threads', async () => {
    const root = folder();
    for (const name of ['a', 'b', 'c']) file(root, `n/${name}.md`, note({ front: `headline: Lab ${name}\nsource: S` }));
    const render = async (jobs: string) => {
      const out = join(root, `out-${jobs}`);
      const args = ['render', join(root, 'n'), '--to', 'card', '-d', out, '--jobs', jobs];
      expect((await copydesk(args)).stderr).toBe('3 notes: 3 written\n');
      return readdirSync(out).map((one) =>
        one.endsWith('.png') ? readFileSync(join(out, one)).toString('base64') : '',
      );
    };
    expect(await render('2')).toEqual(await render('1'));
  });
  test('describe images, so that none is copied', async () => {
    const root = folder();
    const path = file(
      root,
      'a.md',
      note({ front: 'headline: Lab Opens\nsource: S\nimage: { url: none.jpg, alt: A }' }),
    );
    expect(await copydesk(['render', path, '--to', 'card', '-d', join(root, 'out')])).toMatchObject({ code: 0 });
  });
});

const SVG =
  '<svg xmlns="http://www.w3.org/2000/svg" width="600" height="200"><text x="9" y="9" width="500" height="HEIGHT" vertical-align="middle" font-size="40">{{headline}}</text></svg>\n';

describe('a card that cannot be drawn', () => {
  const failed = async (front: string, ...args: readonly string[]) => {
    const root = folder();
    file(root, 'n/a.md', note());
    const path = file(root, 'n/b.md', note({ front }));
    const out = join(root, 'out');
    const result = await copydesk(['render', join(root, 'n'), '--to', 'card', '-d', out, ...args]);
    expect(result.code).toBe(1);
    expect(existsSync(join(out, 'b.card.png'))).toBe(false);
    return { said: result.stderr.replaceAll(path, 'b.md'), others: existsSync(join(out, 'a.card.png')) };
  };
  test('has a character that no font has', async () => {
    const { said, others } = await failed('headline: Lab 🚀 Opens\nsource: S');
    expect(said).toMatch(/^b\.md:2:11: error: card: no font has the character '🚀' \(U\+1F680\) \[missing-glyph\]/);
    expect(said).toContain("Name a font that has it in 'card.fonts' of house.yaml, or remove the character.");
    expect(others).toBe(true);
  });
  test('has a headline that is too long', async () => {
    const { said, others } = await failed(`headline: ${'A Lab Opens at Night '.repeat(20)}\nsource: S`);
    expect(said).toMatch(/^b\.md:2:11: error: card: headline is \d+ characters too long \[does-not-fit\]/);
    expect(others).toBe(true);
  });
  test('is said once if both pictures are drawn', async () => {
    const { said } = await failed('headline: Lab 🚀 Opens\nsource: S', '--to', 'card-svg');
    expect(said.match(/missing-glyph/g)).toHaveLength(1);
  });
  test('has a law that is too long', async () => {
    const root = folder();
    const path = file(root, 'a.md', note({ laws: `## Laws\n\n- ${'Not this, but that. '.repeat(40)}` }));
    const { code, stderr } = await copydesk(['render', path, '--law', '1', '-o', join(root, 'a.png')]);
    expect(code).toBe(1);
    expect(stderr).toMatch(/error: card: law 1 is \d+ characters too long \[does-not-fit\]/);
  });
  test('is of a law that the note does not have', async () => {
    const { said } = await failed('headline: Lab Opens\nsource: S', '--law', '2');
    expect(said).toContain('b.md:1:1: error: card: no law 2: there is 1 law [missing-law]');
    expect(said).toContain('Use --law 1.');
  });
});

test.each([
  [['--to', 'text', '--law', '1'], "'--law' applies only to a card"],
  [['--to', 'card', '--law', '0'], "invalid value '0' for '--law'"],
  [['--to', 'card', '--law', '1.5'], "invalid value '1.5' for '--law'"],
  [['--to', 'png'], "Did you mean 'card'?"],
  [['--to', 'svg'], "Did you mean 'card-svg'?"],
])('%s is refused', async (args, message) => {
  const result = await copydesk(['render', ...args], { stdin: note() });
  expect(result).toMatchObject({ code: 2, stdout: '' });
  expect(result.stderr).toContain(message);
});
