import type { House } from '../../model/house.ts';
import { plainWord } from '../../model/words.ts';
import type { Span } from '../../text/index.ts';
import { memoize } from '../memoize.ts';
import { WordList } from './word-list.ts';

/**
 * Returns a test for words that are already part of a replacement. With the swap `Helix: Helix Micro`, the `Helix` of
 * `Helix Micro` is right.
 */
export function rightIn(text: string, house: House): (word: Span) => boolean {
  const right = replacementsOf(house).flatMap((list) => list.find(text));
  return (word) =>
    right.some(
      ({ span: { start, end } }) => start <= word.start && end >= word.end && end - start > word.end - word.start,
    );
}

/** One search for each replacement, because two of them may overlap. */
const replacementsOf = memoize((house: House) => {
  const swaps = swapsOf(house).map(([word, use]) => [plainWord(word), plainWord(use)] as const);
  const words = swaps.map(([word]) => word).filter((word) => word !== '');
  const uses = [...new Set(swaps.map(([, use]) => use))];
  return uses
    .filter((use) => words.some((word) => word.length < use.length && use.includes(word)))
    .map((use) => new WordList([use], { ignoreCase: true }));
});

/** Returns each word that the house does not use, with its replacement. */
function swapsOf({ rules, words }: House): readonly (readonly [word: string, use: string])[] {
  return [
    ...rules.flatMap((rule) => (rule.kind === 'substitution' ? [...rule.swap] : [])),
    ...words.prefer.flatMap(({ use, not }) => not.map((word) => [word, use] as const)),
  ];
}
