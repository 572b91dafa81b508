import type { Article } from '../../model/article.ts';
import type { House } from '../../model/house.ts';
import type { Format, WriteOptions } from '../format.ts';
import { compose } from './compose.ts';
import { hashtagsOf } from './hashtags.ts';
import { LINKEDIN } from './limits/linkedin.ts';
import { spellOut } from './spell-out.ts';
import { lengthAdvice, lengthError } from './too-long.ts';

/**
 * One post in LinkedIn's "little text format". LinkedIn cuts a post without a message at the first reserved character that is
 * not escaped.
 * https://learn.microsoft.com/en-us/linkedin/marketing/community-management/shares/little-text-format
 */
export const linkedin: Format['write'] = (article, house, options) => {
  const text = textOf(article, house, options);
  const { max } = LINKEDIN.characters;
  if (text.length > max) {
    const advice = lengthAdvice(article, house, options, (part, desk) => textOf(part, desk, {}).length);
    throw lengthError('linkedin', text.length - max, max, advice);
  }
  const hashtags = hashtagsOf(article, options);
  const end = hashtags.join(' ');
  // An escaped `#` is text, and one that is not starts a hashtag.
  const tags = hashtags.map((tag) => `#${escaped(tag.slice(1))}`).join(' ');
  return `${escaped(text.slice(0, text.length - end.length))}${tags}\n`;
};

function escaped(text: string): string {
  return text.replace(/[\\|{}@[\]()<>#*_~]/g, '\\$&');
}

function textOf(article: Article, house: House, options: WriteOptions): string {
  return spellOut(compose(article, house, 'linkedin', options), ['quote', 'item', 'strike', 'link'], house).text;
}
