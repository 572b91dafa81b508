import fc from 'fast-check';
import { expect, test } from 'vitest';
import { editsBetween } from '../../../src/cli/lsp/text-edits.ts';
import { applyEdits } from '../../../src/text/index.ts';

const LINE = fc.constantFrom('', 'a', 'b', 'the lab', 'the  lab', '😀', '😁', '😀 a', '实验室');
const TEXT = fc.array(LINE, { maxLength: 12 }).map((lines) => lines.join('\n'));

test('the edits make one text of the other, and divide no character', () => {
  fc.assert(
    fc.property(TEXT, TEXT, (before, after) => {
      const edits = editsBetween(before, after);
      expect(applyEdits(before, edits)).toBe(after);
      for (const { span, text } of edits) {
        expect(text.isWellFormed()).toBe(true);
        expect(before.slice(span.start, span.end).isWellFormed()).toBe(true);
      }
    }),
  );
});

test.each([
  ['a\nb\nc\n', 'a\nB\nc\n', [{ span: { start: 2, end: 3 }, text: 'B' }]],
  ['a  b\n', 'a b\n', [{ span: { start: 2, end: 3 }, text: '' }]],
  ['a\n', 'a\n', []],
  ['', 'a\n', [{ span: { start: 0, end: 0 }, text: 'a\n' }]],
])('%j to %j is small', (before, after, expected) => {
  expect(editsBetween(before, after)).toEqual(expected);
});
