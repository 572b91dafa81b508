import { type Edit, hasHan } from '../text/index.ts';
import { type Pass, replaceAt } from './pass.ts';
import { quotePairs } from './quote-pairs.ts';

/**
 * Straight quotation marks of Han text become “ ” and ‘ ’, in pairs. An apostrophe in a Latin word, a mark without
 * a partner and a quotation in a stretch of Latin text are not Han text's; corner brackets 「」『』 stay.
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
