import { beforeEach, expect, test, vi } from 'vitest';
import { format } from '../../src/format.ts';

/** What commonmark.js was given. */
const given = vi.hoisted((): string[] => []);
vi.mock('commonmark', async (importOriginal) => {
  const actual = await importOriginal<typeof import('commonmark')>();
  class Parser {
    parse(text: string) {
      given.push(text);
      return new actual.Parser().parse(text);
    }
  }
  return { ...actual, Parser };
});

beforeEach(() => {
  given.length = 0;
});

/*
 * After each blank of a heading, commonmark.js searches the others for closing number signs, with the square of their
 * number. The parser never gets a long run of them, so that the work is bounded, whatever the machine.
 */
const BLANKS = ' '.repeat(100_000);
test.each([
  ['a heading', `# #${BLANKS}a\n\n*  x\n\n# #${BLANKS}a`],
  ['an underlined heading', `a${BLANKS}b\n===\n\n*  x`],
  ['a heading with tabs', `# #${BLANKS.replaceAll(' ', '\t')}a\n\n*  x`],
  ['a heading in a quotation', `> # #${BLANKS}a\n\n*  x`],
  ['a heading in a list', `-  # #${BLANKS}a\n\n*  x`],
  ['a heading beside a table in a list', `- a\n\n  | b |\n  | - |\n\n# #${BLANKS}a\n\n|c|\n|-|`],
])('the comparing parser gets %s without its long gap', async (_, body) => {
  const { text } = await format(`---\nheadline: H\nsource: S\n---\n\n${body}\n`);
  expect(text).toContain(`${body.includes('\t') ? '\t' : ' '}`.repeat(100_000));
  expect(given).not.toEqual([]);
  for (const one of given) expect(/[^ \t\n][ \t]{100}/.test(one)).toBe(false);
});
