import { codePointAfter, codePointBefore, type Edit, hasHan } from '../text/index.ts';
import { isWide } from './marks.ts';
import { type Pass, replaceAt } from './pass.ts';
import { type QuotePair, quotePairs } from './quote-pairs.ts';

const STRAIGHT: ReadonlyMap<string, string> = new Map([
  ...[...'‘’‚‛'].map((mark) => [mark, "'"] as const),
  ...[...'“”„‟'].map((mark) => [mark, '"'] as const),
]);

/**
 * ‘ ’ ‚ ‛ become ' and “ ” „ ‟ become ". Primes stay. The marks of a quotation in Han stay too: those with Han inside at both
 * ends or, if the house uses full-width punctuation, every pair in Han text.
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

/**
 * Pairs of straight quotation marks in Han text become “ ” and ‘ ’. Unchanged: an apostrophe in a Latin word, a mark without a
 * partner, a quotation in Latin text, and corner brackets 「」『』.
 */
export const hanQuotes: Pass = {
  name: 'han-quotes',
  trigger: ({ han }) => (han === 'full-width' ? `["']` : undefined),
  edits: (text) => {
    if (!hasHan(text)) return [];
    const edits: Edit[] = [];
    for (const { open, close, double, han } of quotePairs(text, 'all')) {
      if (!han) continue;
      if (/["']/.test(text.charAt(open))) edits.push(replaceAt(open, double ? '“' : '‘'));
      if (/["']/.test(text.charAt(close))) edits.push(replaceAt(close, double ? '”' : '’'));
    }
    return edits;
  },
};
