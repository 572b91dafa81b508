import type { Article } from '../../model/article.ts';
import { POST_PARTS } from '../../model/channels.ts';
import type { House } from '../../model/house.ts';
import { chooseParts } from '../parts.ts';

/**
 * What to do about a story that is too long: the parts that could be left out, and the length of each.
 * @param lengthOf the length of a story as the channel counts it.
 */
export function lengthAdvice(
  article: Article,
  house: House,
  lengthOf: (article: Article, house: House) => number,
): string {
  const lengths = POST_PARTS.filter((part) => house.order.includes(part)).flatMap((part) => {
    const chosen = chooseParts(article, house, [part]);
    // Corrections go with every part.
    const length = lengthOf({ ...chosen.article, corrections: [] }, chosen.house);
    return length === 0 ? [] : [`${part} ${grouped(length)}`];
  });
  return `Shorten the story, or choose parts of it with --parts. Characters: ${lengths.join(', ')}.`;
}

/** 3000 as `3,000`. */
export function grouped(number: number): string {
  return String(number).replace(/\B(?=(?:\d{3})+$)/g, ',');
}
