import type { House } from '../../model/house.ts';
import { plainWord } from '../../model/words.ts';
import type { Span } from '../../text/index.ts';
import { type Search, wordSearch } from '../custom/words.ts';

const known = new WeakMap<House, readonly Search[]>();

/**
 * Whether a word stands inside of what the house writes in place of another, or of the word itself: `Helix` of the swap
 * `Helix: Helix Micro` in a text that says `Helix Micro` already. That is right as it is.
 */
export function rightIn(text: string, house: House): (word: Span) => boolean {
  const right = searchesOf(house).flatMap((search) => [...search(text)]);
  return (word) =>
    right.some(({ start, end }) => start <= word.start && end >= word.end && end - start > word.end - word.start);
}

/** Each replacement is looked for by itself, for two of them may overlap. */
function searchesOf(house: House): readonly Search[] {
  const found = known.get(house);
  if (found) return found;
  const swaps = swapsOf(house).map(([word, use]) => [plainWord(word), plainWord(use)] as const);
  const words = swaps.map(([word]) => word).filter((word) => word !== '');
  const uses = [...new Set(swaps.map(([, use]) => use))];
  const made = uses
    .filter((use) => words.some((word) => word.length < use.length && use.includes(word)))
    .map((use) => wordSearch([use], true));
  known.set(house, made);
  return made;
}

/** Each word that the house does not write, with what it writes instead. */
function swapsOf({ rules, words }: House): readonly (readonly [word: string, use: string])[] {
  return [
    ...rules.flatMap((rule) => (rule.kind === 'substitution' ? [...rule.swap] : [])),
    ...words.prefer.flatMap(({ use, not }) => not.map((word) => [word, use] as const)),
  ];
}
