import type { HouseRule } from '../../model/house.ts';
import type { Passage } from '../../model/passage.ts';
import { isQuotedAt } from '../prose/quotations.ts';
import { type Found, patternSearch, type Search, wordSearch } from './words.ts';

/** The matches of a rule in a passage, in order, without exceptions and quotations. */
export type Look = (passage: Passage) => readonly Found[];

export function lookFor(
  searches: readonly Search[],
  { exceptions = [], quoted = false }: Pick<HouseRule, 'exceptions' | 'quoted'>,
): Look {
  const excepted = exceptions.length > 0 ? wordSearch(exceptions, true) : undefined;
  return (passage) => {
    const found = searches.flatMap((search) => [...search(passage.text)]).filter(isFirst);
    if (found.length === 0) return found;
    const right = excepted ? [...excepted(passage.text)] : [];
    return found
      .filter(({ start, end }) => !right.some((exception) => exception.start <= start && exception.end >= end))
      .filter((one) => quoted || !isQuotedAt(passage, one))
      .sort((a, b) => a.start - b.start);
  };
}

/** Drops matches that overlap an earlier one, such as those of both words and pattern. */
function isFirst({ start, end }: Found, index: number, all: readonly Found[]): boolean {
  return all.findIndex((other) => other.start < end && other.end > start) === index;
}

/** The searches of a rule that has words, a pattern, or both. */
export function searchesOf(rule: Extract<HouseRule, { kind: 'existence' | 'occurrence' }>): readonly Search[] {
  const { words, pattern, ignore_case } = rule;
  return [
    ...(words ? [wordSearch(words, ignore_case)] : []),
    ...(pattern === undefined ? [] : [patternSearch(pattern, ignore_case)]),
  ];
}
