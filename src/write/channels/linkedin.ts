import type { Article } from '../../model/article.ts';
import type { House } from '../../model/house.ts';
import type { Format } from '../format.ts';
import { UnprintableError } from '../unprintable.ts';
import { DOES_NOT_FIT } from './channel.ts';
import { compose } from './compose.ts';
import { LINKEDIN } from './limits/linkedin.ts';
import { spellOut } from './spell-out.ts';

/**
 * One post in LinkedIn's "little text format". LinkedIn cuts a post without a message at the first reserved character that is
 * not escaped.
 * https://learn.microsoft.com/en-us/linkedin/marketing/community-management/shares/little-text-format
 */
export const linkedin: Format['write'] = (article, house) => {
  const text = textOf(article, house);
  const { max } = LINKEDIN.characters;
  if (text.length > max) throw lengthError(text.length - max, max);
  return `${text.replace(/[\\|{}@[\]()<>#*_~]/g, '\\$&')}\n`;
};

function lengthError(over: number, max: number): UnprintableError {
  return new UnprintableError({
    rule: DOES_NOT_FIT,
    message: `linkedin: ${grouped(over)} ${over === 1 ? 'character' : 'characters'} over ${grouped(max)}`,
    advice: "Shorten the story, or leave out a part in the house's template post.channel.hbs.",
  });
}

function textOf(article: Article, house: House): string {
  return spellOut(compose(article, house, 'linkedin'), ['quote', 'item', 'strike', 'link'], house).text;
}

/** 3000 as `3,000`. */
function grouped(number: number): string {
  return String(number).replace(/\B(?=(?:\d{3})+$)/g, ',');
}
