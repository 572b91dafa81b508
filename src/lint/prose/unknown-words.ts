import type { Passage } from '../../model/passage.ts';
import type { Span } from '../../text/index.ts';
import { maskCodeLike } from '../../typography/index.ts';
import type { English } from './english.ts';
import { MISSPELLINGS } from './misspellings.ts';

/** A word of a passage in lower case that the dictionary lacks. */
export interface UnknownWord {
  /** With straight apostrophes, and without that of a possessive. */
  readonly word: string;
  /** In the text of the passage. */
  readonly span: Span;
}

/**
 * A word in lower case. A letter, digit or mark beside it shows that it is part of a name, a path, a flag or an expression;
 * a word before a bracket is a function.
 */
const WORD =
  /(?<![\p{L}\p{N}_'’@#/\\.:=+~$%&*<>|^-])[a-z]+(?:['’][a-z]+)*(?![\p{L}\p{N}_@/\\=+~$%&*<>|^(-]|[.:'’][\p{L}\p{N}_])/gu;

/** Returns the unknown words of a passage; none if it is not in English. */
export function unknownWords({ text }: Passage, english: English): readonly UnknownWord[] {
  const words = [...maskCodeLike(text).matchAll(WORD)].map(({ 0: found, index }) => {
    const word = found.replaceAll('’', "'").replace(/'s$/, '');
    return { word, span: { start: index, end: index + word.length } };
  });
  const unknown = words.filter(({ word }) => !english.has(word));
  if (unknown.length === 0 || !isEnglish(text, words, english)) return [];
  const isBeside = (a?: Span, b?: Span) => a && b && BESIDE.test(text.slice(a.end, b.start));
  // Two in a row are a phrase of another language, such as `modus operandi`, or a list of user names.
  return unknown.filter(({ word, span }, index) => {
    const isAlone = !isBeside(unknown[index - 1]?.span, span) && !isBeside(span, unknown[index + 1]?.span);
    return isAlone || MISSPELLINGS.has(word);
  });
}

/** What separates the words of a phrase or of a list. */
const BESIDE = /^[\s,;/&]*(?:\band\s+)?$/;

/** Words that English needs in every sentence and that other languages in Latin script do not have. */
const FUNCTION_WORDS = new Set(
  'the of and to is for that with are this was by from has have were will it you we they not be an at its their if when'.split(
    ' ',
  ),
);

/** A word with a letter that English has only in borrowed words. */
const ACCENTED = /[\p{L}'’]*[\u00df-\u00f6\u00f8-\u024f][\p{L}'’]*/gu;

/** Whether most words of a passage are English, and, if it has a sentence, some that English needs. */
function isEnglish(text: string, words: readonly UnknownWord[], english: English): boolean {
  const isNative = (word: string): boolean => english.has(word) && english.find(word)?.variant !== 'name';
  const accented = text.match(ACCENTED)?.length ?? 0;
  const native = words.filter(({ word }) => isNative(word)).length;
  const needed = words.filter(({ word }) => FUNCTION_WORDS.has(word)).length;
  if (words.length >= 6 && needed < words.length * 0.06) return native > (words.length + accented) * 0.85;
  return native * 2 >= words.length + accented;
}
