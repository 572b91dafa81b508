import fc from 'fast-check';
import { expect, test } from 'vitest';
import { terminalSafe } from '../../../src/cli/terminal/safe.ts';

const SHOWN: readonly (readonly [what: string, text: string, shown: string])[] = [
  ['an escape sequence', '\x1b[31mred', '\\u{1b}[31mred'],
  ['the eight-bit CSI', '\x9b31m', '\\u{9b}31m'],
  ['carriage return and backspace', 'a\rb\bc', 'a\\u{d}b\\u{8}c'],
  ['DEL and NUL', '\x7f\0', '\\u{7f}\\u{0}'],
  ['a tab', 'a\tb', 'a\\u{9}b'],
  ['a line feed', 'a\nb', 'a\\u{a}b'],
  ['bidi overrides and isolates', '\u202eA\u2066B\u2069', '\\u{202e}A\\u{2066}B\\u{2069}'],
  ['bidi marks', '\u061c\u200e\u200f', '\\u{61c}\\u{200e}\\u{200f}'],
  ['zero width', 'a\u200bb\u200cc\u2060d', 'a\\u{200b}b\\u{200c}c\\u{2060}d'],
  ['a joiner that joins no emoji', 'a\u200db', 'a\\u{200d}b'],
  ['a byte order mark and a soft hyphen', '\ufeffa\u00ad', '\\u{feff}a\\u{ad}'],
  ['line and paragraph separators', '\u2028\u2029', '\\u{2028}\\u{2029}'],
  ['tag characters', 'a\u{e0041}\u{e007f}', 'a\\u{e0041}\\u{e007f}'],
  ['hidden bytes in a run of selectors', '😀\ufe0f\u{e0100}\ufe01', '😀\ufe0f\\u{e0100}\\u{fe01}'],
  ['lone surrogates', 'a\ud800b\udc00', 'a\\u{d800}b\\u{dc00}'],
  ['noncharacters', '\uffff\ufdd0\u{1fffe}', '\\u{ffff}\\u{fdd0}\\u{1fffe}'],
  ['Hangul fillers', '\u3164\uffa0', '\\u{3164}\\u{ffa0}'],
];

test.each(SHOWN)('%s is shown', (_, text, shown) => {
  expect(terminalSafe(text)).toBe(shown);
});

test.each([
  'plain text, with ~ and \\u{202e} typed out',
  '来源：公开信息。“引”',
  'e\u0301 ñ नि שלום العربية ไทย 한국',
  '👩‍👩‍👧 ❤\ufe0f‍🔥 👍🏽 🧑🏽‍🤝‍🧑🏻 1\ufe0f\u20e3 🇩🇪 🏳\ufe0f‍🌈',
  '🏴\u{e0067}\u{e0062}\u{e0073}\u{e0063}\u{e0074}\u{e007f}',
  '葛\u{e0100}',
  'a\u00a0b\u3000c',
])('%j stays', (text) => {
  expect(terminalSafe(text)).toBe(text);
});

test('lines keeps line feeds, and nothing else', () => {
  expect(terminalSafe('a\nb\r\n', { lines: true })).toBe('a\nb\\u{d}\n');
  expect(terminalSafe('é\n\x1b', { lines: true })).toBe('é\n\\u{1b}');
});

test('nothing that moves the cursor or hides is left, and twice is as once', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const safe = terminalSafe(text);
      expect(safe).not.toMatch(/[\p{Cc}\u061c\u200b\u200c\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff]/u);
      expect(safe.isWellFormed()).toBe(true);
      expect(terminalSafe(safe)).toBe(safe);
    }),
    { numRuns: 1000 },
  );
});
