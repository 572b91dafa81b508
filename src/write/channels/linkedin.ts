import type { Article } from '../../model/article.ts';
import type { House } from '../../model/house.ts';
import type { Format, WriteOptions } from '../format.ts';
import { lengthError } from './channel.ts';
import { compose } from './compose.ts';
import { LINKEDIN } from './limits/linkedin.ts';
import { spellOut } from './spell-out.ts';

/**
 * One post in LinkedIn's "little text format". LinkedIn cuts a post without a message at the first reserved character that is
 * not escaped.
 * https://learn.microsoft.com/en-us/linkedin/marketing/community-management/shares/little-text-format
 */
export const linkedin: Format['write'] = (article, house, options) => {
  const text = textOf(article, house, options);
  const { max } = LINKEDIN.characters;
  if (text.length > max) throw lengthError('linkedin', text.length - max, max);
  return `${text.replace(/[\\|{}@[\]()<>#*_~]/g, '\\$&')}\n`;
};

function textOf(article: Article, house: House, options: WriteOptions): string {
  return spellOut(compose(article, house, 'linkedin', options), ['quote', 'item', 'strike', 'link'], house).text;
}
