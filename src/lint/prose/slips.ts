import type { Passage } from '../../model/passage.ts';
import { matches, type TextMatch } from '../passages.ts';

/** A slip of grammar that a pattern finds, if nothing speaks for another reading. */
export interface Slip {
  /** Has the flag `g`. The group `slip` is what the message quotes; without it, that is the whole match. */
  readonly pattern: RegExp;
  /** Matches the text before it, at its end. Apart from the pattern, because a pattern that starts with a letter is fast. */
  readonly after?: RegExp;
  readonly message: (found: RegExpExecArray) => string;
  readonly advice: string;
  readonly isRight?: (found: RegExpExecArray, text: string) => boolean;
}

/** The start of a sentence, or of a clause that nothing else governs. */
export const START = /(?:^|[.!?;:] |[.!?]["”] |\b(?:but|because|although|though) |, (?:and |but )?)$/;
export const SENTENCE = /(?:^|[.!?] |[.!?]["”] )$/;

/** How far the text before a slip is read. */
export const REACH = 24;

/** What the message quotes. */
export const quoted = (found: RegExpExecArray) => `'${found.groups?.slip ?? found[0]}'`;

/** Finds the slips of a list in a passage. */
export function* slipsIn({ text }: Passage, slips: readonly Slip[]): Generator<TextMatch> {
  for (const { pattern, after, message, advice, isRight } of slips)
    for (const { span, found } of matches(text, pattern)) {
      if (after && !after.test(text.slice(Math.max(0, span.start - REACH), span.start))) continue;
      if (!isRight?.(found, text)) yield { message: message(found), advice, span };
    }
}
