import { codePointAfter, codePointBefore, type Edit, hasHan } from '../text/index.ts';
import { isWide } from './marks.ts';
import { type Pass, replaceAt } from './pass.ts';
import { type QuotePair, quotePairs } from './quote-pairs.ts';

const STRAIGHT: ReadonlyMap<string, string> = new Map([
  ...[...'‘’‚‛'].map((mark) => [mark, "'"] as const),
  ...[...'“”„‟'].map((mark) => [mark, '"'] as const),
]);

/**
 * ‘ ’ ‚ ‛ become ' and “ ” „ ‟ become ". Primes stay. So do the marks around a quotation in Han, whose punctuation
 * they are: where Han stands inside at both ends, or, in a house of full-width punctuation, in every pair of Han text.
 */
export const quotesStraight: Pass = {
  name: 'quotes-straight',
  trigger: ({ quotes }) => (quotes === 'straight' ? '[\\u2018-\\u201f]' : undefined),
  edits: (text, { han }) => {
    const kept = hasHan(text) ? hanMarks(text, han === 'full-width') : undefined;
    const edits: Edit[] = [];
    for (const { index, 0: mark } of text.matchAll(/[\u2018-\u201f]/g)) {
      if (!kept?.has(index)) edits.push(replaceAt(index, STRAIGHT.get(mark) ?? mark));
    }
    return edits;
  },
};

function hanMarks(text: string, fullWidth: boolean): ReadonlySet<number> {
  const marks = new Set<number>();
  for (const pair of quotePairs(text, 'curly')) {
    if (fullWidth ? !pair.han : !quotesHan(text, pair)) continue;
    marks.add(pair.open).add(pair.close);
  }
  return marks;
}

function quotesHan(text: string, { open, close }: QuotePair): boolean {
  return isWide(codePointAfter(text, open + 1)) && isWide(codePointBefore(text, close));
}
