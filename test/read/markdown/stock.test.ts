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

/** What may be the delimiter row of a table. `table.test.ts` compares tables with those of another parser. */
const DELIMITERS = /^(?=.*-)(?=.*[|:])[-|: \t>+*\d.)]*$/m;

/** Without emphasis and strikethrough, which `emphasis.test.ts` compares with another parser. */
const otherMarkdown = nastyMarkdown.map((markdown) => markdown.replace(/(?!^\* )[*_~]/gm, ''));

it('gives the tokens of stock marked for whatever is written without tables and emphasis', () => {
  fc.assert(
    fc.property(otherMarkdown, (markdown) => {
      fc.pre(!DELIMITERS.test(markdown));
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
