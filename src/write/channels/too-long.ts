import type { Article } from '../../model/article.ts';
import { POST_PARTS, type PostPart } from '../../model/channels.ts';
import type { House } from '../../model/house.ts';
import type { WriteOptions } from '../format.ts';
import { chooseParts } from '../parts.ts';
import { DOES_NOT_FIT, UnprintableError } from '../unprintable.ts';

/** The length of a story as a channel counts it. */
export type LengthOf = (article: Article, house: House) => number;

/** What to do about a post that is too long: for a story, the parts that could be left out, and the length of each. */
export function lengthAdvice(
  article: Article,
  house: House,
  { followUp = false }: WriteOptions,
  lengthOf: LengthOf,
): string {
  if (followUp) return 'Shorten the correction.';
  const lengthWith = (...parts: readonly PostPart[]): number => {
    const chosen = chooseParts(article, house, parts);
    // Corrections go with every part.
    return lengthOf({ ...chosen.article, corrections: [] }, chosen.house);
  };
  const empty = lengthWith();
  const lengths = POST_PARTS.filter((part) => house.order.includes(part)).flatMap((part) => {
    const length = lengthWith(part);
    return length <= empty ? [] : [`${part} ${grouped(length)}`];
  });
  return `Shorten the story, or choose parts of it with --parts. Characters: ${lengths.join(', ')}.`;
}

/** Says by how much a story is too long for a channel. */
export function lengthError(
  name: string,
  over: number,
  max: number,
  advice: string,
  unit: 'byte' | 'character' = 'character',
): UnprintableError {
  return new UnprintableError({
    rule: DOES_NOT_FIT,
    message: `${name}: ${grouped(over)} ${over === 1 ? unit : `${unit}s`} over ${grouped(max)}`,
    advice,
  });
}

/** 3000 as `3,000`. */
function grouped(number: number): string {
  return String(number).replace(/\B(?=(?:\d{3})+$)/g, ',');
}
