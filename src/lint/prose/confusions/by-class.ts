import type { Span } from '../../../text/index.ts';
import { type Neighbours, neighboursOf } from '../neighbours.ts';
import type { WordClasses } from '../word-classes.ts';
import { JUDGES } from './judges.ts';

/** A word between others, with what the dictionary says about them. */
export interface Place extends Neighbours {
  readonly classes: WordClasses;
  /** The word itself, in lower case. */
  readonly word: string;
  /** The sentence before it. */
  readonly sentence: string;
}

/** How far back a sentence is read. */
const REACH = 200;
const SENTENCE_ENDS = ['.', '!', '?', '\n\n'];

/**
 * Returns the word that was meant, if the classes of the words around show it: `parked there trucks`, `lost it's licence`.
 * @param word the word at the span, in lower case and with straight apostrophes
 */
export function rightByClass(word: string, text: string, span: Span, classes: WordClasses): string | undefined {
  const judge = JUDGES.get(word);
  if (!judge) return undefined;
  const { start, end } = span;
  const before = text.slice(Math.max(0, start - REACH), start);
  const sentence = before.slice(1 + Math.max(...SENTENCE_ENDS.map((mark) => before.lastIndexOf(mark))));
  return judge({ ...neighboursOf(text, start, end), classes, word, sentence });
}
