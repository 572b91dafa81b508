import fc from 'fast-check';
import { expect, test } from 'vitest';
import { linked, marked, unmarked } from '../../../src/cli/preview/terminal/marks.ts';
import { wrapMarked } from '../../../src/cli/preview/terminal/wrap.ts';
import { displayWidth } from '../../../src/typography/width.ts';
import { wrap } from '../../../src/typography/wrap.ts';

const words = fc
  .array(
    fc.oneof(
      fc.constantFrom('lab ', '实验室，', '（开放）', 'a-very-long-word-that-fills-lines ', '👩‍🔬', '  ', '\n', '“x” '),
      fc.string({ unit: 'grapheme', maxLength: 5 }),
    ),
    { maxLength: 12 },
  )
  .map((all) => all.join('').replace(/[\0-\x09\x0b-\x1f\x7f-\x9f]/g, ''));

const text = fc
  .array(fc.tuple(words, fc.constantFrom('none', 'bold', 'link')), { maxLength: 5 })
  .map((parts) =>
    parts
      .map(([word, kind]) =>
        kind === 'bold' ? marked('bold', word) : kind === 'link' ? linked('https://a.example/', word) : word,
      )
      .join(''),
  );

test('marked text breaks as plain text, keeps its words, and fits', () => {
  fc.assert(
    fc.property(text, fc.integer({ min: 8, max: 40 }), (given, width) => {
      const indent = { first: '- ', rest: '  ' };
      const lines = wrapMarked(given, width, indent).map((line) => line.map((run) => run.text).join(''));
      const plain = wrap(unmarked(given), width, { han: true, indent });
      if (plain.every((line) => displayWidth(line) <= width))
        expect(lines.map((line) => line.trimEnd())).toEqual(plain.map((line) => line.trimEnd()));
      expect(lines.join('').replace(/[\s]/g, '')).toBe(`-${unmarked(given)}`.replace(/\s/g, ''));
      for (const line of lines) expect(displayWidth(line)).toBeLessThanOrEqual(width);
    }),
    { numRuns: 500 },
  );
});

test('looks and links go on in the next line', () => {
  const [first, second] = wrapMarked(linked('https://a.example/', marked('bold', 'one two')), 4);
  expect(first).toEqual([{ text: 'one', looks: ['bold'], url: 'https://a.example/' }]);
  expect(second).toEqual([{ text: 'two', looks: ['bold'], url: 'https://a.example/' }]);
});
