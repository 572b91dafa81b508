import { describe, expect, test } from 'vitest';
import { patternFault } from '../../src/house/pattern/index.ts';

/** As desks write them, with and without regard to case. */
const ORDINARY = [
  String.raw`\b(very|really)\b`,
  String.raw`\d+\s?%`,
  String.raw`[A-Z]{2,}s?\b`,
  String.raw`(?<!\d)\d{1,2}/\d{1,2}(?!\d)`,
  String.raw`(?:\w+\s+){3,5}`,
  String.raw`\b(?:in order to|due to the fact that)\b`,
  String.raw`\b\w+ly\b`,
  String.raw`\$\d{1,3}(?:,\d{3})*(?:\.\d+)?`,
  String.raw`https?://\S+`,
  '[^.!?]+[.!?]',
  String.raw`(?<=\s)-\s`,
  String.raw`\b(\w+)\s+\1\b`,
  '["“][^"”]*["”]',
  String.raw`\b[A-Z][a-z]+(?: [A-Z][a-z]+)*\b`,
  String.raw`^\s*(?:Note|Editor):.*$`,
  String.raw`\bnot only\b.*\bbut also\b`,
  String.raw`\b(?:Mr|Mrs|Ms|Dr)\.? [A-Z]`,
  '!{2,}',
  String.raw`\s+[,;:]`,
  String.raw`\bcould(?:n't| not)\b`,
  'AI(?:-powered|-driven| driven)',
  String.raw`\b(?:19|20)\d{2}s\b`,
  '[一-鿿]+业内',
  String.raw`\p{Lu}\p{Ll}+`,
  String.raw`\b(?:un|in|im)\w+able\b`,
  String.raw`\b\d+(?:st|nd|rd|th)\b`,
  String.raw`\b(?:what|who|where)\b[^?]*\?$`,
  String.raw`#\w+`,
  String.raw`\b(?:(?:very|so|quite)\s+)+(?:good|bad)\b`,
  String.raw`\w+@\w+\.\w+`,
  String.raw`\([^)]*\)`,
  String.raw`.*\bviral\b.*`,
  String.raw`(?:,\s*\w+)+\s+and\b`,
  String.raw`\w+ \w+`,
  String.raw`\b\w+ly \w+`,
  String.raw`(?:foo|bar)\s+baz`,
  // Two repetitions that take the same letters: of digits and of blanks there are never many in a row.
  String.raw`\d+,?\d*\.?\d* percent`,
  String.raw`\s*,?\s*and\b`,
  // And of letters, where nothing can fail behind them, or where a match begins with a word alone.
  String.raw`\w+[\w-]*`,
  String.raw`\b[A-Z]\w+[\w ]*`,
  String.raw`\b\w+.*\?`,
  '^.+.+!',
  String.raw`\b\w+(?=.*!)`,
  'from .* to .* via',
  String.raw`\bfoo.{0,60}bar.{0,60}baz`,
  String.raw`[^.]*\bbut\b[^.]*\bbut\b`,
  String.raw`[\w.+-]+@[\w-]+\.[\w.-]+`,
  String.raw`(?:\S+\s+){40,}\?`,
  String.raw`^(?=.*\bfoo\b)(?!.*\bbar\b).+$`,
  '[^,]+,[^,]+,[^,]+,',
  String.raw`\b\w+(?<!ly)\s+\w+`,
  String.raw`(?<=\b(?:a|an)\s+)\w+`,
  `\\b(?:${Array.from({ length: 600 }, (_, index) => `word${index}`).join('|')})\\b`,
];

/** Each takes longer than anybody waits, on one text or another. */
const CATASTROPHIC = [
  '(a+)+$',
  '(.*a){20}',
  String.raw`(\w+\s?)*x$`,
  '(a|a)*x',
  '(a|aa)+$',
  '(x+x+)+y',
  String.raw`^(\w+\s?)+:$`,
  '(.*)*=',
  String.raw`(\d+)*x`,
  String.raw`([a-z]+)+\d`,
  String.raw`\s*\s*\s*\s*\s*x`,
  '(?:.*,){11}P',
  '(?:a?){30}a{30}',
  '^(?:[^,]*,?)+;$',
  'b(?=(a+)+b)',
  'b(?<=(a+)+b)',
  String.raw`(\w+)*\s\1x`,
  String.raw`(?:\s*\w*\s*)*!`,
  '(.+)+x',
  '.*.*.*.*=.*',
  '(a?){50}b',
  'x(?:zz|zz|ab|ab)*$',
  '.+.+.+!',
  '.+.+!',
  '.*.*x',
  '[^!]+[^!]+[^!]+!',
  String.raw`\w+\w+\w+Z`,
  String.raw`\p{L}+\p{L}+\p{L}+!`,
  String.raw`[\s\S]*[\s\S]*x`,
  '[一-鿿]+[一-鿿]+！',
  'because.+.+.+!',
  '^.+.+.+!',
  String.raw`\b\w+.*.*\?`,
  String.raw`\w+(?=.*!)`,
  String.raw`(\w+\s*)+(\w+\s*)+!`,
  String.raw`\w+\w*$`,
  String.raw`(?:\w{1,40}){3}!`,
  '.{0,100}.{0,100}!',
  '(?<=!.+.+)x',
  String.raw`\w+(?<=a\w*),`,
];

describe('a pattern that desks write is used', () => {
  test.each(ORDINARY)('%s', (pattern) => {
    for (const ignoreCase of [true, false]) expect(patternFault(pattern, ignoreCase)).toBeUndefined();
  });
});

describe('a pattern that would never end is refused', () => {
  test.each(CATASTROPHIC)('%s', (pattern) => {
    for (const ignoreCase of [true, false])
      expect(patternFault(pattern, ignoreCase)?.what).toMatch(/^can match the same text in so many ways/);
  });
});

test.each([
  ['(a', /^is no regular expression: unterminated group$/],
  ['[z-a]', /^is no regular expression: range out of order in character class$/],
  ['a{2,1}', /^is no regular expression: numbers out of order in \{\} quantifier$/],
  ['a*', /^is content with nothing at all/],
  [`(?:${Array.from({ length: 500 }, (_, index) => `word${index}`).join('|')})+`, /^is too large/],
])('%s', (pattern, what) => {
  expect(patternFault(pattern, false)?.what).toMatch(what);
});
