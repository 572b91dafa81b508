import type { Span } from '../../text/index.ts';
import { maskCodeLike } from '../../typography/index.ts';
import { memoizeText } from '../memoize.ts';

/** A word of a passage in lower case. */
export interface LowerCaseWord {
  /** With straight apostrophes, and without that of a possessive. */
  readonly word: string;
  /** In the text of the passage. */
  readonly span: Span;
}

/** Letters of all scripts, and digits. A `\p{…}` class takes a millisecond to compile. */
export const LETTER = 'A-Za-z0-9\\u00c0-\\u1fff\\u2c00-\\u2fff\\u3040-\\ufdff';
/** Marks that make a word beside them part of a name, a path, a flag or an expression. */
const MARK = '_@#/\\\\=+~$%&*<>|^\\-';

/** A word before a bracket is a function, and one before a point and a letter the name of a file. */
const WORD = new RegExp(
  `(?<![${LETTER}${MARK}'’.:])[a-z]+(?:['’][a-z]+)*(?![${LETTER}${MARK}(]|[.:'’][${LETTER}_])`,
  'g',
);

/** No word of English is longer. Rules compare words letter by letter. */
export const LONGEST_WORD = 45;

/** The start and the end of each word, one after the other. A long note has a million words, and an object takes more room. */
const edgesOf = memoizeText((text): readonly number[] => {
  const edges: number[] = [];
  for (const { 0: found, index } of maskCodeLike(text).matchAll(WORD))
    if (found.length <= LONGEST_WORD) edges.push(index, index + found.replace(/['’]s$/, '').length);
  return edges;
});

/** Returns the words of a text that are prose and in lower case. */
export function lowerCaseWords(text: string): readonly LowerCaseWord[] {
  const words: LowerCaseWord[] = [];
  const edges = edgesOf(text);
  for (let at = 0; at < edges.length; at += 2) {
    const [start = 0, end = 0] = [edges[at], edges[at + 1]];
    words.push({ word: text.slice(start, end).replaceAll('’', "'"), span: { start, end } });
  }
  return words;
}
