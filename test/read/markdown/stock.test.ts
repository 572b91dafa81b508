import fc from 'fast-check';
import { Lexer } from 'marked';
import { expect, it } from 'vitest';
import { GuardedLexer } from '../../../src/read/markdown/lexer/lexer.ts';
import { Meter } from '../../../src/read/markdown/lexer/limits.ts';
import examples from './commonmark-0.31.2.json' with { type: 'json' };
import { nastyMarkdown } from './nasty.ts';

/** As text: the order of properties and everything else included. */
function stock(markdown: string): string {
  const tokens = new Lexer({ gfm: true }).lex(markdown);
  return JSON.stringify([tokens, tokens.links]);
}

function guarded(markdown: string): string {
  const tokens = new GuardedLexer(new Meter(markdown.length)).lex(markdown);
  return JSON.stringify([tokens, tokens.links]);
}

it('gives the tokens of stock marked for each example of the specification, and for all of them as one', () => {
  for (const { markdown } of examples) expect(guarded(markdown)).toBe(stock(markdown));
  const all = examples.map(({ markdown }) => markdown).join('\n\n');
  expect(guarded(all)).toBe(stock(all));
});

/**
 * What the lexer reads as GFM says, and marked does not: what may be the delimiter row of a table, a tab behind a fence, a tab
 * behind the marker of a quote, and the marker of a quote behind U+2028. The formatter's tests compare these with other parsers.
 */
const OTHERWISE = /^(?=.*-)(?=.*[|:])[-|: \t>+*\d.)]*$|(?:```|~~~)[ ]*\t|>[ ]?\t|[\u2028\u2029] {0,3}>/m;

/** URLs beside brackets and characters beyond ASCII, whose end `url-end.test.ts` shows, or beside letters. */
const URLS = /(?=.*(?:https?:|ftp:|www\.)).*(?:[^\x00-\x7f]|[[\]{}]|[a-z](?:http|ftp|www))/is;

/** Without emphasis and strikethrough, which `emphasis.test.ts` compares with another parser. */
const otherMarkdown = nastyMarkdown.map((markdown) => markdown.replace(/(?!^\* )[*_~]/gm, ''));

it('gives the tokens of stock marked for whatever else is written', () => {
  fc.assert(
    fc.property(otherMarkdown, (markdown) => {
      fc.pre(!OTHERWISE.test(markdown) && !URLS.test(markdown));
      expect(guarded(markdown)).toBe(stock(markdown));
    }),
    { numRuns: 3000 },
  );
});

it('covers the text exactly with what the top-level tokens say that they took', () => {
  fc.assert(
    fc.property(nastyMarkdown, (markdown) => {
      const tokens = new GuardedLexer(new Meter(markdown.length)).lex(markdown);
      expect(tokens.reduce((sum, token) => sum + token.raw.length, 0)).toBe(markdown.length);
    }),
    { numRuns: 1000 },
  );
});
