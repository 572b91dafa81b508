import { RE2JSSyntaxException } from 're2js';
import { describe, expect, test } from 'vitest';
import { compilePattern, matchPattern, patternFault } from '../../src/house/pattern.ts';

/** As newsrooms write them. */
const ORDINARY = [
  String.raw`\b(very|really)\b`,
  String.raw`\d+\s?%`,
  String.raw`[A-Z]{2,}s?\b`,
  String.raw`(?:\w+\s+){3,5}`,
  String.raw`\b(?:in order to|due to the fact that)\b`,
  String.raw`\b\w+ly\b`,
  String.raw`\$\d{1,3}(?:,\d{3})*(?:\.\d+)?`,
  String.raw`https?://\S+`,
  '[^.!?]+[.!?]',
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
  String.raw`\d+,?\d*\.?\d* percent`,
  String.raw`\s*,?\s*and\b`,
  String.raw`\w+[\w-]*`,
  String.raw`\b[A-Z]\w+[\w ]*`,
  String.raw`\b\w+.*\?`,
  '^.+.+!',
  'from .* to .* via',
  String.raw`\bfoo.{0,60}bar.{0,60}baz`,
  String.raw`[^.]*\bbut\b[^.]*\bbut\b`,
  String.raw`[\w.+-]+@[\w-]+\.[\w.-]+`,
  String.raw`(?:\S+\s+){40,}\?`,
  '[^,]+,[^,]+,[^,]+,',
  `\\b(?:${Array.from({ length: 600 }, (_, index) => `word${index}`).join('|')})\\b`,
];

/** Each takes a backtracking engine longer than anybody waits, on one text or another. */
const EXPONENTIAL = [
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
  String.raw`(\w+\s*)+(\w+\s*)+!`,
  String.raw`\w+\w*$`,
  String.raw`(?:\w{1,40}){3}!`,
  '.{0,100}.{0,100}!',
  '(?:a|b|ab)*c',
  '(?:foo|bar|foobar)+x',
  String.raw`(?:\s*,\s*)*x`,
  String.raw`\d+\d+\d+x`,
  '(?:very )+(?:very )+x',
];

/** RE2 has no syntax for these: no engine matches them in linear time. */
const UNSUPPORTED = [
  String.raw`(?<!\d)\d{1,2}/\d{1,2}(?!\d)`,
  String.raw`(?<=\s)-\s`,
  String.raw`\b(\w+)\s+\1\b`,
  String.raw`\b\w+(?=.*!)`,
  String.raw`^(?=.*\bfoo\b)(?!.*\bbar\b).+$`,
  String.raw`\b\w+(?<!ly)\s+\w+`,
  String.raw`(?<=\b(?:a|an)\s+)\w+`,
  'b(?=(a+)+b)',
  'b(?<=(a+)+b)',
  String.raw`(\w+)*\s\1x`,
  String.raw`\w+(?=.*!)`,
  '(?<=!.+.+)x',
  String.raw`\w+(?<=a\w*),`,
  String.raw`(a*)\1*b`,
];

/** Paragraphs of 10,000 characters: of one repeated string, with an end that makes a match fail late, and of prose. */
const LONG = ['a', 'ab', 'x', '5', ' ', ' ,', 'very ', 'foobar', '文', 'word, ', 'z', 'no! '].flatMap((part) => {
  const text = part.repeat(Math.ceil(10_000 / part.length));
  return [text, `${text}!`, `${text}\n`];
});

const found = (pattern: string, text: string, ignoreCase = false) =>
  [...matchPattern(compilePattern(pattern, ignoreCase), text)].map(({ span, found }) => [span.start, found]);

describe('an ordinary pattern finds what RegExp finds', () => {
  const text =
    'In 2026 the AI-powered lab really said, "It costs $1,200.50 , or 40% less!!" Mr. Smith couldn\'t (or would not) ' +
    'foo baz: from A to B via C. not only x but also y, the 90s, #tag, a@b.com https://a.b/c, 其中业内 NASA 2nd. Why?';
  test.each(ORDINARY)('%s', (pattern) => {
    expect(patternFault('x', pattern)).toBeUndefined();
    for (const ignoreCase of [true, false]) {
      const expected = [...text.matchAll(new RegExp(pattern, ignoreCase ? 'giu' : 'gu'))];
      expect(found(pattern, text, ignoreCase)).toEqual(expected.map(({ 0: match, index }) => [index, match]));
    }
  });
});

describe('a pattern that is exponential elsewhere finishes on long paragraphs', () => {
  test.each(EXPONENTIAL)('%s', (pattern) => {
    const compiled = compilePattern(pattern);
    // `find` itself starts again after each match, so only the first match is bounded by the length of the text.
    for (const text of LONG) matchPattern(compiled, text).next();
  });
});

describe('a pattern that RE2 does not support is refused', () => {
  test.each(UNSUPPORTED)('%s', (pattern) => {
    expect(() => compilePattern(pattern)).toThrow(RE2JSSyntaxException);
    expect(patternFault('x', pattern)?.message).toMatch(
      /^RE2 does not support the (?:lookaround|backreference) in the pattern of rule '/,
    );
  });
});

test.each([
  ['(a', "the pattern of rule 'x' is invalid: missing closing )"],
  ['[z-a]', "the pattern of rule 'x' is invalid: invalid character class range"],
  ['a{2,1}', "the pattern of rule 'x' is invalid: invalid repeat count"],
  ['a*', "the pattern of rule 'x' matches empty text"],
])('%s is refused', (pattern, message) => {
  expect(patternFault('x', pattern)?.message).toBe(message);
});

test('offsets count UTF-16 code units', () => {
  expect(found('业内|B', '😀业内 😀B')).toEqual([
    [2, '业内'],
    [7, 'B'],
  ]);
});

test('a word boundary is one of ASCII, as in RegExp', () => {
  expect(found(String.raw`\bAI\b`, '用AI写 AI. xAI')).toEqual([
    [1, 'AI'],
    [5, 'AI'],
  ]);
  expect(found(String.raw`\b业内\b`, '业内人士')).toEqual([]);
});

test('an empty match is no match', () => {
  expect(found(String.raw`\b`, 'a!')).toEqual([]);
});
