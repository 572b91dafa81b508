import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { check } from '../../src/check.ts';
import { fix } from '../../src/fix.ts';
import { RULES } from '../../src/lint/rules/index.ts';
import { locationsOf } from '../../src/model/diagnostic.ts';
import type { House } from '../../src/model/house.ts';
import { typesetText } from '../../src/typography/index.ts';
import { parseSpecs } from '../specs.ts';
import { PROFILES } from '../typography/profiles.ts';
import { exampleHouse, exampleNote } from './example.ts';

const now = Date.UTC(2026, 5, 1);
const specs = join(import.meta.dirname, 'specs');
/** `unsupported-syntax` reports some of this text, and fixes only links. */
const FIXING = RULES.filter(({ id, fix }) => fix !== undefined && id !== 'unsupported-syntax').map(({ id }) => id);

const BOOK = { typography: { dashes: 'em', ellipsis: 'character' }, usage: { quoted_period: 'inside' } };
const STRAIGHT: Readonly<Record<string, House | string>> = {
  abab: 'abab',
  'abab-zh': 'abab-zh',
  'a book': exampleHouse({ houseSays: BOOK }),
};
const CURLY = exampleHouse({ houseSays: { ...BOOK, typography: { ...BOOK.typography, quotes: 'curly' } } });
const HOUSES: Readonly<Record<string, House | string>> = { ...STRAIGHT, 'a curly book': CURLY };

/** The rules with fixes that find something in a note with this body. */
async function rulesFor(body: string, name: string): Promise<readonly string[]> {
  const { findings } = await check(noteFor(body, name), { house: HOUSES[name] ?? name, rules: FIXING, now });
  return findings.flatMap(({ rule, ...finding }) => locationsOf({ rule, ...finding }).map(() => rule));
}

function noteFor(body: string, name: string): string {
  return exampleNote({ body, house: name === 'abab-zh' ? name : 'abab' });
}

/* The classes of code-like text share one cause: rules and typography did not know what is not prose. */
describe('code-like text is left alone', () => {
  const [code = '', labels = ''] = readFileSync(join(specs, 'left-alone.txt'), 'utf8').trim().split('# Labels');
  const linesOf = (text: string, houses: object) =>
    text
      .split('\n')
      .slice(1)
      .filter((line) => line !== '' && !line.startsWith('#'))
      .map((line) => [line, Object.keys(houses)] as const);
  test.each([...linesOf(code, HOUSES), ...linesOf(labels, STRAIGHT)])('%s', async (line, names) => {
    for (const name of names) {
      const plain = name === 'abab-zh' ? '机器人在夜里做实验。' : 'The lab is open.';
      expect(await rulesFor(`${line}\n\n${line}`, name), name).toEqual(await rulesFor(`${plain}\n\n${plain}`, name));
      const { text } = await fix(noteFor(line, name), { house: HOUSES[name] ?? name, now });
      expect(text, name).toContain(`\n${line}\n`);
    }
  });
});

describe('safe fixes', () => {
  const { specs: cases } = parseSpecs('fixes.txt', readFileSync(join(specs, 'fixes.txt'), 'utf8'));
  test.each(cases)('$title', async ({ input, output }) => {
    const { text } = await fix(exampleNote({ body: input.trimEnd() }), { now });
    expect(text).toContain(`\n${output}`);
  });
});

const WORDS = [
  'the',
  'lab',
  'opened',
  'U.S.',
  '. . .',
  '...',
  '--',
  ' - ',
  '"',
  "'",
  ',',
  '.',
  '12%',
  '(a)',
  "it's",
  '3~5',
];
const CODE = [
  'f("a", b)',
  'type="file"',
  '[[a "b"]]',
  '{ .x--y }',
  'a::b(..)',
  '/var/run',
  '--no-x',
  'x_y("a.")',
  'A --> B',
];
const HAN = ['机器人', '。', '，', '“', '”', '在2026年', '(好)', '……'];
const prose = fc
  .array(fc.constantFrom(...WORDS, ...CODE, ...HAN), { minLength: 1, maxLength: 14 })
  .map((words) => `It ${words.join(' ')} ends.`);
const lettersOf = (text: string) => text.replace(/[^\p{L}\p{N}]/gu, '');

test('typography never changes a letter or a digit', () => {
  fc.assert(
    fc.property(prose, fc.constantFrom(...Object.values(PROFILES)), (text, typography) => {
      expect(lettersOf(typesetText(text, typography))).toBe(lettersOf(text));
    }),
  );
});

/** These rules remove or write words, as their pages say. */
const WRITES_WORDS = new Set(['repeated-word', 'percent', 'preferred-word', 'renamed-key', 'renamed-section']);
const SAFE = RULES.filter(({ fix, id }) => (fix === 'safe' || fix === 'both') && !WRITES_WORDS.has(id));

test.each(SAFE.map(({ id }) => id))('a safe fix of %s never changes a letter or a digit', async (id) => {
  await fc.assert(
    fc.asyncProperty(prose, fc.constantFrom(...Object.keys(HOUSES)), async (body, name) => {
      const note = exampleNote({ body, house: name === 'abab-zh' ? name : 'abab' });
      const { text } = await fix(note, { house: HOUSES[name] ?? name, rules: [id], now });
      expect(lettersOf(text)).toBe(lettersOf(note));
    }),
    { numRuns: 40 },
  );
});
