import { compilePattern, matchPattern } from '../../house/pattern.ts';
import type { HouseRule } from '../../model/house.ts';
import type { Passage } from '../../model/passage.ts';
import { isQuotedAt } from '../prose/quotations.ts';
import { type FoundWord, mergeMatches, WordList } from '../prose/word-list.ts';

/** A match of a pattern. A match of a word has the spelling of the list as well. */
type Found = Omit<FoundWord, 'word'>;

/** The matches of a rule in a passage, in order, without exceptions and quotations. */
export type Look<T extends Found = Found> = (passage: Passage) => readonly T[];

export function lookFor<T extends Found>(
  search: (text: string) => readonly T[],
  { exceptions = [], quoted = false }: Pick<HouseRule, 'exceptions' | 'quoted'>,
): Look<T> {
  const excepted = new WordList(exceptions, { ignoreCase: true });
  return (passage) => {
    const found = search(passage.text);
    if (found.length === 0) return found;
    const right = excepted.find(passage.text);
    return found
      .filter(({ span }) => !right.some((one) => one.span.start <= span.start && one.span.end >= span.end))
      .filter(({ span }) => quoted || !isQuotedAt(passage, span));
  };
}

/** The search for the words of a rule, its pattern, or both. */
export function searchOf(rule: Extract<HouseRule, { kind: 'existence' | 'occurrence' }>) {
  const { words = [], pattern, ignore_case } = rule;
  const list = new WordList(words, { ignoreCase: ignore_case });
  const expression = pattern === undefined ? undefined : compilePattern(pattern, ignore_case);
  return (text: string): readonly Found[] =>
    mergeMatches<Found>(list.find(text), expression ? [...matchPattern(expression, text)] : []);
}
