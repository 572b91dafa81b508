import { loadEngine } from 'copydesk:card';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { type Engine, loadSvg } from '../../../src/write/card/draw.ts';
import { Fonts } from '../../../src/write/card/fonts.ts';
import type { DrawCard } from '../../../src/write/card/formats.ts';
import { ShapedText, type TextStyle } from '../../../src/write/card/shape.ts';
import { unpackWoff } from '../../../src/write/card/woff.ts';
import { article, house } from '../fixtures.ts';

const root = join(import.meta.dirname, '../../..');
const arabic = {
  name: 'arabic',
  bytes: readFileSync(
    join(root, 'node_modules/@fontsource/noto-naskh-arabic/files/noto-naskh-arabic-arabic-700-normal.woff'),
  ),
};

let engine: Engine;
let draw: DrawCard;
beforeAll(async () => {
  engine = await loadEngine();
  draw = await loadSvg();
});

const LATIN: TextStyle = { families: ['serif'], lang: 'en', direction: 'ltr', spacing: 0 };

function line(text: string, style: Partial<TextStyle> = {}, fonts = [arabic]) {
  return new ShapedText(text, { ...LATIN, ...style }, new Fonts(engine, fonts), engine).line(0, text.length);
}

describe('the shipped fonts', () => {
  test.each([
    ['Latin', 'Jürgen Škoda, naïve, İstanbul, Łódź, Việt Nam: “quoted” ‘single’ — 5–6 % … 1/2 © ® ™'],
    ['money', '$5 €5 £5 ¥5 ₹5 ₩5 ₽5'],
    ['Greek', 'Αθήνα'],
    ['Cyrillic', 'Київ, Москва'],
    ['Chinese', '垄语农业：果农不再购买传感器，只为增产付费。“存疑”——《公告》……'],
    ['traditional Chinese', '資本與對比，臺灣'],
    ['kana', 'アナウンス、ひらがな'],
    ['symbols', '→ ≈ ≥ ≤ ± × ÷ ° ① № ′ ″ − ∞'],
  ])('have %s', (_, text) => {
    expect(line(text, {}, []).glyphs.length).toBeGreaterThan(4);
    for (const { id } of line(text, {}, []).glyphs) expect(id).not.toBe(0);
  });
  test.each([
    ['🚀', 'U+1F680'],
    ['👩‍🚀', 'U+1F469 U+200D U+1F680'],
    ['م', 'U+0645'],
    ['न', 'U+0928'],
  ])('lack %s, which is named', (grapheme, codes) => {
    expect(() => line(`A ${grapheme} b`, {}, [])).toThrow(`card: no font has the character '${grapheme}' (${codes})`);
  });
  test('need no glyph for what nobody sees', () => {
    expect(line('a\u200bb\u2060c\ufe0f').width).toBeCloseTo(line('a').width + line('b').width + line('c').width);
  });
});

describe('a font of the house', () => {
  test('draws only what the shipped ones lack, unless the template asks for it', () => {
    expect(line('Lab', {}, [arabic])).toEqual(line('Lab', {}, []));
    expect(line('مرحبا', {}, [arabic]).glyphs.length).toBeGreaterThan(0);
  });
  test('joins letters, from right to left', () => {
    const alone = [...'مرحبا'].map((letter) => line(letter).width).reduce((sum, width) => sum + width);
    expect(line('مرحبا', { direction: 'rtl' }).width).toBeLessThan(alone);
    const [first, last] = [line('م مرحبا', { direction: 'rtl' }), line('م', { direction: 'rtl' })];
    expect(first.glyphs.at(-1)?.id).toBe(last.glyphs[0]?.id);
  });
  test('keeps numbers and Latin names in their order', () => {
    const { glyphs } = line('في 2026 Lab', { direction: 'rtl' });
    const year = line('2026').glyphs.map(({ id }) => id);
    const lab = line('Lab').glyphs.map(({ id }) => id);
    const ids = glyphs.map(({ id }) => id).join(' ');
    expect(ids).toContain(year.join(' '));
    expect(ids.indexOf(lab.join(' '))).toBeLessThan(ids.indexOf(year.join(' ')));
  });
  test('sets a card from right to left', () => {
    const story = article({ headline: 'مرحبا', lang: 'ar' });
    const svg = draw(story, house(), { fonts: [arabic] });
    const starts = [...String(svg).matchAll(/ d="M([\d.]+) /g)].map(([, x]) => Number(x));
    expect(Math.min(...starts)).toBeGreaterThan(600);
  });
});

test('a font in WOFF is unpacked, and any other is taken as it is', () => {
  const font = unpackWoff(arabic.bytes, engine.unzlibSync);
  expect([...font.subarray(0, 4)]).toEqual([0, 1, 0, 0]);
  expect(unpackWoff(font, engine.unzlibSync)).toBe(font);
});
