import type { Typography } from '../../model/house.ts';
import { type QuotePair, quotePairs } from '../../typography/index.ts';
import { inPassage, type TextMatch } from '../passages.ts';
import type { Rule } from '../rule.ts';

export const headlineQuotes: Rule = {
  id: 'headline-quotes',
  group: 'headline',
  what: 'Double quotes in a headline where the house uses single ones, or the reverse.',
  why: "The AP Stylebook uses single quotation marks in headlines, and so does the reference post: 'Intelligence Explosion'. Double ones mark direct speech in the text.",
  severity: 'warning',
  fix: 'safe',
  options: ['usage.headline_quotes'],
  bad: { front: { headline: `'Chipmaker Opens "Self-Driving" Lab'` } },
  good: { front: { headline: `"Chipmaker Opens 'Self-Driving' Lab"` } },
  *check({ headline, house }) {
    const wanted = house.usage.headline_quotes;
    if (!headline || wanted === 'keep') return;
    const { text } = headline;
    if (!(wanted === 'single' ? DOUBLE : SINGLE).test(text)) return;
    const isWrong = ({ double, han }: QuotePair) => !han && double === (wanted === 'single');
    const pairs = quotePairs(text, 'all');
    const message = `${wanted === 'single' ? 'double' : 'single'} quotes in the headline; the house uses ${wanted} ones`;
    const advice = `Use ${wanted} quotes in the headline.`;
    const matches: TextMatch[] = [];
    let reached = -1;
    for (const [index, pair] of pairs.entries()) {
      const isOuter = pair.close > reached;
      reached = Math.max(reached, pair.close);
      if (!isOuter || !isWrong(pair)) continue;
      const span = { start: pair.open, end: pair.close + 1 };
      const isAlone = (pairs[index + 1]?.open ?? text.length) > pair.close;
      matches.push({
        message,
        advice,
        span,
        ...(isAlone ? { edits: remarked(pair, text, wanted, house.typography) } : {}),
      });
    }
    yield* inPassage(headline, matches);
  },
};

const DOUBLE = /["“”]/;
const SINGLE = /['‘’]/;

/** The replacement is straight or curly as the house prints quotes, or else as the writer typed them. */
function remarked({ open, close }: QuotePair, text: string, wanted: 'single' | 'double', { quotes }: Typography) {
  const isCurly = quotes === 'curly' || (quotes === 'keep' && '“‘'.includes(text.charAt(open)));
  const straight = wanted === 'single' ? "'" : '"';
  const [before, after] = isCurly ? (wanted === 'single' ? ['‘', '’'] : ['“', '”']) : [straight, straight];
  const at = (start: number, mark = '') => ({ span: { start, end: start + 1 }, text: mark });
  return [at(open, before), at(close, after)];
}
