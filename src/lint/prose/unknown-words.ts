import type { Span } from '../../text/index.ts';
import { memoize, memoizeText } from '../memoize.ts';
import type { English } from './english.ts';
import { type LowerCaseWord, lowerCaseWords } from './lower-case-words.ts';
import { MISSPELLINGS } from './misspellings.ts';

/** Returns the search for the unknown words of a text; it has none if it is not in English. */
export const unknownWords = memoize((english: English) => memoizeText((text) => unknownIn(text, english)));

function unknownIn(text: string, english: English): readonly LowerCaseWord[] {
  const words = lowerCaseWords(text);
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
const ACCENTED = /[A-Za-z'’]*[\u00df-\u00f6\u00f8-\u024f][A-Za-z\u00c0-\u024f'’]*/g;

/** Whether most words of a passage are English, and, if it has a sentence, some that English needs. */
function isEnglish(text: string, words: readonly LowerCaseWord[], english: English): boolean {
  const isNative = (word: string): boolean => english.has(word) && english.find(word)?.variant !== 'name';
  const accented = text.match(ACCENTED)?.length ?? 0;
  const native = words.filter(({ word }) => isNative(word)).length;
  const needed = words.filter(({ word }) => FUNCTION_WORDS.has(word)).length;
  if (words.length >= 6 && needed < words.length * 0.06) return native > (words.length + accented) * 0.85;
  return native * 2 >= words.length + accented;
}
