import picomatch from 'picomatch';
import { describe, expect, test } from 'vitest';
import { compileGlob } from '../../../src/cli/files/glob.ts';

const SEGMENTS = [
  'a',
  'b',
  'ab',
  'aab',
  'abc',
  'c',
  'd',
  'B',
  '.a',
  '.b.md',
  'a.md',
  'b.md',
  'draft.md',
  'a.raw.md',
  'x.b',
];
const ODD_NAMES = [
  'a{',
  'a(',
  'a[',
  'a}b',
  'a,b',
  'a|b',
  '*.md',
  'a[b',
  'a+b',
  'a$b',
  'a^b',
  "a'b",
  'a b',
  '新闻.md',
  '新',
];
const NAMES = [
  ...ODD_NAMES,
  ...['../a', '../a.md', '../../a/b'],
  ...SEGMENTS.flatMap((one) => [
    one,
    ...SEGMENTS.flatMap((two) => [`${one}/${two}`, `${one}/b/${two}`, `.a/${one}/${two}`]),
  ]),
];

/** Patterns that an independent matcher reads as bash does. */
const ORDINARY = [
  ...[
    '*',
    '**',
    '***',
    '*.md',
    '*.*',
    '**/*.md',
    '**/a',
    '**/.a',
    '**/*',
    '*/*',
    'a/**',
    'a/**/*.md',
    'a/**/b',
    'a/*/b.md',
  ],
  ...[
    '**/a/**/b/**',
    '**/**',
    'a**b',
    'a**/b',
    '**a/b',
    'a/**b',
    '.*',
    '.a',
    '.a/**',
    'a//b',
    'a.md',
    'a*b*c*',
    'a-*-*-*.md',
  ],
  ...['{a,b}', '{a,b}/**', '*.{md,yaml}', 'x.{a,{b,c}}', '{,a}b', 'a/{b,c}/**/*.md', '{a..c}', 'a{b}c'],
  ...[
    '[ab].md',
    '[^a].md',
    '[a-c]*',
    '?',
    '??.md',
    'a?b',
    '新*',
    '新?',
    '[新闻]*.md',
    '[]a].md',
    '[a',
    'a{',
    'a(',
    'a[',
    'a}b',
    'a,b',
  ],
  ...['@(a|b)', '?(a)b', '*(a|b)', '+(a|b).md', 'a/!(a|b)/*', '(a|b)', 'a(b|c)d', '+(ab|c)d'],
  ...['@(a|b)/**', '\\*.md', 'a\\[b', 'a|b', 'a+b', 'a$b', 'a^b', "a'b", 'a b*', 'wire/**/*.raw.md'],
];

describe('an ordinary pattern matches what picomatch matches', () => {
  test.each(ORDINARY)('%s', (pattern) => {
    for (const dot of [true, false]) {
      const [ours, other] = [compileGlob(pattern, { dot }), picomatch(pattern, { dot })];
      expect(NAMES.filter(ours)).toEqual(NAMES.filter((name) => other(name)));
    }
  });
});

describe('where picomatch differs from bash, a pattern matches what bash matches', () => {
  test.each([
    ['[!a].md', ['b.md', '*.md'], ['a.md', '新闻.md']],
    ['!(a)/b', ['b/b', 'x/b'], ['a/b', '.b/b']],
    ['!(a*).md', ['b.md'], ['a.md', 'ab.md', '.b.md']],
    ['**/!(draft).md', ['a.md', 'x/a.md'], ['draft.md', 'x/draft.md', '.b.md']],
    ['{**/a,b}/d', ['a/d', 'x/a/d', 'b/d'], ['x/b/d', 'd']],
    ['!({a,b}*)', ['c'], ['a', 'bc']],
    ['!(a).md', ['b.md', 'a.raw.md'], ['a.md']],
    ['!(a)', ['b', 'a.md'], ['a', '.a']],
    ['[[:alpha:]].md', ['a.md'], ['*.md', '1.md']],
    ['[[:digit:][:space:]x]', ['1', ' ', 'x'], ['a', ':', 'd']],
  ])('%s', (pattern, yes, no) => {
    expect([...yes, ...no].filter(compileGlob(pattern, { dot: false }))).toEqual(yes);
  });
});

/** A backtracking matcher takes longer for each than anybody waits. */
const EXPONENTIAL = [
  '((((a+)+)+)+)b',
  '+(+(+(+(a))))b',
  '*(*(*(a)*(a))*(a))b',
  `${'*a'.repeat(30)}b`,
  `${'*'.repeat(100)}b`,
  `${'?(a)'.repeat(40)}${'a'.repeat(300)}b`,
  `${'{a,aa}'.repeat(100)}b`,
  `${'**/'.repeat(40)}b`,
  `${'+(a|aa)'.repeat(40)}b`,
  `${'!(b)'.repeat(30)}c`,
  `${'('.repeat(499)}a${')'.repeat(499)}b`,
];

describe('a pattern that is exponential elsewhere finishes', () => {
  test.each(EXPONENTIAL)('%s', (pattern) => {
    const matches = compileGlob(pattern, { dot: true });
    for (const name of ['a'.repeat(255), 'a/'.repeat(2000), 'aaaaaaab/'.repeat(400)]) expect(matches(name)).toBe(false);
  });
});
