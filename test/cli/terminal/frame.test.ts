import fc from 'fast-check';
import { expect, test } from 'vitest';
import { loadPaint } from '../../../src/cli/terminal/colour.ts';
import { codeFrame, type FrameOptions } from '../../../src/cli/terminal/frame.ts';
import type { Severity } from '../../../src/model/diagnostic.ts';
import { createSource } from '../../../src/text/index.ts';
import { displayWidth } from '../../../src/typography/width.ts';

/** The frame of a note in which ‹ › stand around the place. */
function frame(marked: string, options?: FrameOptions, severity: Severity = 'error'): string[] {
  const start = marked.indexOf('‹');
  const end = marked.indexOf('›') - 1;
  const source = createSource('note.md', marked.replace('‹', '').replace('›', ''));
  return codeFrame({ source, span: { start, end }, severity }, options);
}

const FRAMES: readonly (readonly [what: string, marked: string, lines: readonly string[]])[] = [
  [
    'a word, with the lines around it',
    'one\ntwo ‹three› four\nfive\nsix',
    ['  1 | one', '> 2 | two three four', '    |     ^^^^^', '  3 | five'],
  ],
  ['blank lines say nothing', 'one\n\n‹two›\n \nthree', ['> 3 | two', '    | ^^^']],
  ['numbers are right-aligned', `${'\n'.repeat(8)}‹nine›\nten`, ['>  9 | nine', '     | ^^^^', '  10 | ten']],
  ['Han', '认知‹定律›。', ['> 1 | 认知定律。', '    |     ^^^^']],
  ['emoji', 'a 👩‍👩‍👧 ‹🇩🇪› b', ['> 1 | a 👩‍👩‍👧 🇩🇪 b', '    |      ^^']],
  ['inside an emoji', 'a 👩‍‹👩›‍👧 b', ['> 1 | a 👩‍👩‍👧 b', '    |   ^^']],
  ['combining marks', 'cafe\u0301 ‹e\u0301te\u0301›', ['> 1 | cafe\u0301 e\u0301te\u0301', '    |      ^^^']],
  ['a mark without a letter', '‹\u0301›x', ['> 1 | \u25cc\u0301x', '    | ^']],
  ['a tab before', '\t‹key›: x', ['> 1 |     key: x', '    |     ^^^']],
  ['the tab itself', 'ab‹\t›c', ['> 1 | ab  c', '    |   ^^']],
  ['an override, shown', 'a‹\u202e›b', ['> 1 | a\\u{202e}b', '    |  ^^^^^^^^']],
  ['after an override', '\u202eab ‹c›', ['> 1 | \\u{202e}ab c', '    |            ^']],
  ['an empty place', 'ab‹›cd', ['> 1 | abcd', '    |   ^']],
  ['an empty place at the end of a line', 'ab‹›\ncd', ['> 1 | ab', '    |   ^', '  2 | cd']],
  ['an empty note', '‹›', ['> 1 |', '    | ^']],
  ['the end of the note', 'ab\n‹›', ['  1 | ab', '> 2 |', '    | ^']],
  ['several lines', 'a ‹b c\nd\ne› f', ['> 1 | a b c', '    |   ^^^', '  2 | d']],
  ['a line with its end', '‹ab\n›cd', ['> 1 | ab', '    | ^^', '  2 | cd']],
];

test.each(FRAMES)('%s', (_, marked, lines) => {
  expect(frame(marked)).toEqual(lines);
});

test('a long line is shown around the place', () => {
  expect(frame(`${'word '.repeat(40)}‹TARGET›${' more'.repeat(40)}`, { width: 50 })).toEqual([
    '> 1 | …ord word word TARGET more more more more m…',
    '    |                ^^^^^^',
  ]);
});

test('a place longer than the window is underlined as far as it is seen', () => {
  const [line = '', carets = ''] = frame(`${'word '.repeat(40)}‹${'long '.repeat(200)}›end`, { width: 60 });
  expect(line).toMatch(/^> 1 \| ….*word long long.*…$/);
  expect(displayWidth(line)).toBeLessThanOrEqual(60);
  expect(carets.length).toBe(line.length - 1);
});

test('the end of a long line has its caret after the last character', () => {
  const [line = '', carets = ''] = frame(`${'word '.repeat(100)}end.‹›\nx`, { width: 60 });
  expect(line).toMatch(/ end\.$/);
  expect(carets.length).toBe(line.length + 1);
  expect(carets.length).toBeLessThanOrEqual(60);
});

test('a span past the end is cut to it', () => {
  const source = createSource('note.md', 'ab');
  expect(codeFrame({ source, span: { start: 1, end: 99 }, severity: 'error' })).toEqual(['> 1 | ab', '    |  ^']);
  expect(codeFrame({ source, span: { start: 50, end: 99 }, severity: 'error' })).toEqual(['> 1 | ab', '    |   ^']);
});

test('the severity chooses the colour, and the colour changes no character', async () => {
  const paint = await loadPaint(true);
  const strip = (text: string): string => text.replace(/\x1b\[\d+m/g, '');
  for (const [severity, code] of [
    ['fatal', 31],
    ['error', 31],
    ['warning', 33],
    ['information', 34],
  ] as const) {
    const lines = frame('one\n‹two›', { paint }, severity);
    expect(lines.map(strip)).toEqual(frame('one\n‹two›'));
    expect(lines[2]).toContain(`\x1b[${code}m^^^`);
  }
});

test('a line of ten megabytes is not laid out whole', () => {
  const source = createSource('note.md', 'é'.repeat(10_000_000));
  const [line = ''] = codeFrame({ source, span: { start: 5_000_000, end: 5_000_001 }, severity: 'error' });
  expect(displayWidth(line)).toBeLessThanOrEqual(100);
});

test('any text, any place, any width: carets under the place, lines within the width, nothing unsafe', () => {
  const unit = fc.constantFrom(
    'a',
    ' ',
    '字',
    'e\u0301',
    '👩‍👩‍👧',
    '\t',
    '\u202e',
    '\n',
    '\x1b',
    '\ud800',
    '🇩',
    '\u0301',
    'word ',
  );
  const texts = fc.array(unit, { maxLength: 200 }).map((units) => units.join(''));
  fc.assert(
    fc.property(texts, fc.nat(400), fc.nat(50), fc.integer({ min: 40, max: 120 }), (text, at, length, width) => {
      const source = createSource('note.md', text);
      const lines = codeFrame({ source, span: { start: at, end: at + length }, severity: 'error' }, { width });
      const carets = lines.findIndex((line) => /^ +\| +\^+$/.test(line));
      expect(carets).toBeGreaterThan(0);
      for (const line of lines) {
        expect(line).not.toMatch(/[\p{Cc}\p{Cs}\u202e]/u);
        expect(displayWidth(line)).toBeLessThanOrEqual(width);
      }
    }),
    { numRuns: 500 },
  );
});
