import type { Passage } from '../../model/passage.ts';
import type { RuleContext } from '../context.ts';
import { memoizeText } from '../memoize.ts';
import { matches, outsideQuotations, type TextMatch } from '../passages.ts';
import type { Violation } from '../rule.ts';
import { isAnywhere } from './anywhere.ts';
import { wordIndexOf } from './word-index.ts';

/** A slip of grammar that a pattern finds, if nothing speaks for another reading. */
export interface Slip {
  /** Has the flag `g`. The group `slip` is what the message quotes; without it, that is the whole match. */
  readonly pattern: RegExp;
  /**
   * Lists of words and phrases in lower case, such as `is|has been`. A passage with a match has all words of a phrase of each list. Without
   * them, the pattern would be compiled for most notes.
   */
  readonly needs: readonly string[];
  /** Whether it begins a sentence. The pattern then has the flag `y` and is tried there only, which takes less time. */
  readonly atStart?: true;
  /** Matches the text before it, at its end. Apart from the pattern, because a pattern that starts with a letter is fast. */
  readonly after?: RegExp;
  /** What is wrong, before the words that it is wrong in. */
  readonly message: string;
  readonly advice: string;
  readonly isRight?: (found: RegExpExecArray, text: string) => boolean;
}

/** The start of a sentence, or of a clause that nothing else governs. */
export const START = /(?:^|[.!?;:] |[.!?]["”] |\b(?:but|because|although|though) |, (?:and |but )?)$/;
export const SENTENCE = /(?:^|[.!?] |[.!?]["”] )$/;

/** How far the text before a slip is read. */
export const REACH = 24;

/** Finds the slips of a list in a note, outside quotations. */
export function* slipsOutsideQuotations(context: RuleContext, slips: readonly Slip[]): Generator<Violation> {
  const possible = possibleSlips(context, slips);
  if (possible.length > 0) yield* outsideQuotations(context, (passage) => slipsIn(passage, possible));
}

/** Returns the slips of a list whose patterns match anywhere in a note. */
export function possibleSlips(context: RuleContext, slips: readonly Slip[]): readonly Slip[] {
  const index = wordIndexOf(context);
  return slips.filter(({ pattern, needs }) => isAnywhere(pattern, index.textWith(needs)));
}

/** Finds the slips of a list in a passage. */
export function* slipsIn(passage: Passage, slips: readonly Slip[]): Generator<TextMatch> {
  const { text } = passage;
  const starts = startsOf(text);
  for (const { pattern, atStart, after, message, advice, isRight } of slips) {
    for (const { span, found } of atStart ? matchesAt(text, pattern, starts) : matches(text, pattern)) {
      if (after && !after.test(text.slice(Math.max(0, span.start - REACH), span.start))) continue;
      if (isRight?.(found, text)) continue;
      yield { message: `${message} in '${found.groups?.slip ?? found[0]}'`, advice, span };
    }
  }
}

/** The end of a sentence before another. */
const SENTENCE_START = /[.!?]["”]? (?=[A-Z\d])/g;

/** Returns the offsets at which the sentences of a text start. */
export const startsOf = memoizeText((text): readonly number[] => [
  0,
  ...Array.from(text.matchAll(SENTENCE_START), ({ 0: end, index }) => index + end.length),
]);

function* matchesAt(text: string, pattern: RegExp, starts: readonly number[]): ReturnType<typeof matches> {
  for (const start of starts) {
    pattern.lastIndex = start;
    const found = pattern.exec(text);
    if (found) yield { span: { start, end: start + found[0].length }, found };
  }
}
