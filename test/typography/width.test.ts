import fc from 'fast-check';
import stringWidth from 'string-width';
import { expect, test } from 'vitest';
import { displayWidth, graphemeCount, graphemes } from '../../src/typography/width.ts';

const WIDTHS: readonly (readonly [what: string, text: string, width: number])[] = [
  ['nothing', '', 0],
  ['ASCII', 'The law.', 8],
  ['accents, composed', 'café', 4],
  ['accents, combining', 'cafe\u0301', 4],
  ['a mark alone', '\u0301', 0],
  ['Greek and Cyrillic', 'λόγος слово', 11],
  ['Han', '认知定律', 8],
  ['Han beyond the BMP', '𠀀', 2],
  ['Han with a variation selector', '葛\u{e0100}', 2],
  ['full-width punctuation', '来源：，。', 10],
  ['full-width Latin', 'ＡＢ', 4],
  ['kana, half-width with a voicing mark', 'ｶﾞ', 2],
  ['kana with a combining voicing mark', 'か\u3099', 2],
  ['Hangul, syllables', '한국', 4],
  ['Hangul, conjoining letters', '\u1112\u1161\u11ab', 2],
  ['ambiguous characters are narrow', '…“”·—①', 6],
  ['an emoji', '🗞', 1],
  ['an emoji with emoji presentation', '🗞\ufe0f', 2],
  ['an emoji that is wide by itself', '😀', 2],
  ['a family', '👩‍👩‍👧', 2],
  ['a joined heart', '❤\ufe0f‍🔥', 2],
  ['a skin tone', '👍🏽', 2],
  ['a skin tone on a narrow sign', '☝🏽', 2],
  ['a keycap', '1\ufe0f\u20e3', 2],
  ['a flag', '🇩🇪', 2],
  ['a flag of tags', '🏴\u{e0067}\u{e0062}\u{e0065}\u{e006e}\u{e0067}\u{e007f}', 2],
  ['a digit with a selector is no emoji', '1\ufe0f', 1],
  ['Devanagari with a spacing mark', 'नि', 2],
  ['Thai with sara am', 'ทำ', 2],
  ['invisible', '\u200b\u202e\ufeff\u00ad', 0],
  ['line ends and tabs', '\n\t', 0],
  ['a lone surrogate', '\ud800', 1],
];

test.each(WIDTHS)('%s: %j takes %i', (_, text, width) => {
  expect(displayWidth(text)).toBe(width);
});

test('graphemes are what a reader sees as one character', () => {
  expect(graphemes('ab')).toEqual(['a', 'b']);
  expect(graphemes('认e\u0301👩‍👩‍👧🇩🇪x')).toEqual(['认', 'e\u0301', '👩‍👩‍👧', '🇩🇪', 'x']);
  expect(graphemes('')).toEqual([]);
});

const mixed = fc.string({
  unit: fc.oneof(
    fc.constantFrom(
      'a',
      '认',
      '\n',
      '\r',
      '©',
      'ก',
      '\u0e33',
      '\u0301',
      '\u200d',
      '\ufe0f',
      '🚀',
      '🇩',
      '🇪',
      '\u0600',
      '각',
      '\u11a8',
      'क',
      '\u094d',
    ),
    fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }),
  ),
  maxLength: 30,
});

test('the number of graphemes is that of the segmenter', () => {
  const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' });
  fc.assert(
    fc.property(mixed, (text) => {
      expect(graphemeCount(text)).toBe([...segmenter.segment(text)].length);
    }),
    { numRuns: 2000 },
  );
});

test('graphemes joined are the text, and the text is as wide as they are', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const parts = graphemes(text);
      expect(parts.join('')).toBe(text);
      expect(parts.reduce((sum, part) => sum + displayWidth(part), 0)).toBe(displayWidth(text));
    }),
  );
});

test('every character that the fast path takes is a grapheme of its own', () => {
  const segmenter = new Intl.Segmenter('en');
  for (let unit = 0x20; unit < 0xd800; unit++) {
    const pair = `${String.fromCharCode(unit)}a`;
    const found = graphemes(pair);
    expect(found, unit.toString(16)).toEqual([...segmenter.segment(pair)].map(({ segment }) => segment));
  }
});

test('agrees with string-width on every character of the BMP but line separators', () => {
  const differing: string[] = [];
  for (let unit = 0; unit < 0x10000; unit++) {
    if (unit >= 0xd800 && unit < 0xe000) continue;
    const character = String.fromCharCode(unit);
    if (displayWidth(character) !== stringWidth(character)) differing.push(unit.toString(16));
  }
  expect(differing).toEqual(['2028', '2029']);
});
