import type { House } from '../../model/house.ts';
import { threadWriter } from './channel.ts';
import { graphemesWithUrls } from './count.ts';
import { MASTODON } from './limits/mastodon.ts';
import type { RichText } from './rich-text.ts';
import { spellOut } from './spell-out.ts';

/** The posts of a thread as text: Mastodon has no formatting, and makes links of URLs. */
export const mastodon = threadWriter({
  name: 'mastodon',
  list: 'posts',
  fits(part, house, { limit: max = MASTODON.characters.max }) {
    // Counting graphemes is slow, and few have more than three UTF-16 units.
    if (part.text.length > max * MOST_UNITS) return false;
    return graphemesWithUrls(textOf(part, house), { url: MASTODON.url.max }) <= max;
  },
  post: (part, _, __, house) => textOf(part, house),
});

/** UTF-16 units of a grapheme, on average, in the longest text that is counted. URLs are far shorter. */
const MOST_UNITS = 20;

function textOf(part: RichText, house: House): string {
  return spellOut(part, ['quote', 'item', 'strike', 'link'], house).text;
}
