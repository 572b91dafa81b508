import type { Article } from '../../model/article.ts';
import type { House } from '../../model/house.ts';
import type { Format } from '../format.ts';
import { compose } from './compose.ts';
import { LINKEDIN } from './limits/linkedin.ts';
import { spellOut } from './spell-out.ts';
import { lengthError } from './too-long.ts';

/**
 * One post in LinkedIn's "little text format". LinkedIn cuts a post without a message at the first reserved character that is
 * not escaped.
 * https://learn.microsoft.com/en-us/linkedin/marketing/community-management/shares/little-text-format
 */
export const linkedin: Format['write'] = (article, house) => {
  const text = textOf(article, house);
  const { max } = LINKEDIN.characters;
  if (text.length > max) throw lengthError('linkedin', 'character', text.length - max, max, 'post.channel.hbs');
  return `${text.replace(/[\\|{}@[\]()<>#*_~]/g, '\\$&')}\n`;
};

function textOf(article: Article, house: House): string {
  return spellOut(compose(article, house, 'linkedin'), ['quote', 'strike', 'link'], house).text;
}
