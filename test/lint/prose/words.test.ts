import { expect, test } from 'vitest';
import { characterCount, wordCount } from '../../../src/lint/prose/words.ts';

test.each([
  ['', 0],
  ['one', 1],
  ["Anthropic Announces Early Signs of 'Intelligence Explosion': AI May Train Its Successors Autonomously", 13],
  ["When AI begins to train its successors, humans officially transition from 'creators' to 'initial guides'.", 15],
  ['R&D, AI-assisted/dominated training — 60% of it', 6],
  ['the file \uFDD0\uFDD0\uFDD0 stays', 4],
  ['a\nb', 2],
  ['Köln, Łódź', 2],
])('%s has %i words', (text, count) => {
  expect(wordCount(text)).toBe(count);
});

test.each([
  ['', 0],
  ['好建议，', 3],
  ['增产超过 8%。', 5],
  ['用 App 付费', 4],
  ['约 1,400.5 元', 3],
])('%s has %i characters', (text, count) => {
  expect(characterCount(text)).toBe(count);
});
