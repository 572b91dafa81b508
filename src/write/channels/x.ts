import type { House } from '../../model/house.ts';
import { threadWriter } from './channel.ts';
import { weightedLength } from './count.ts';
import { X, X_WEIGHTS } from './limits/x.ts';
import type { RichText } from './rich-text.ts';
import { spellOut } from './spell-out.ts';

/** The posts of a thread as text: X has no formatting, and makes links of URLs. */
export const x = threadWriter({
  name: 'x',
  list: 'posts',
  fits(part, house, { premium }) {
    const { max } = premium ? X.premiumWeight : X.weight;
    return weightedLength(textOf(part, house), { ...X_WEIGHTS, url: X.url.max }) <= max;
  },
  post: (part, _, __, house) => textOf(part, house),
});

function textOf(part: RichText, house: House): string {
  return spellOut(part, ['quote', 'item', 'strike', 'link'], house).text;
}
