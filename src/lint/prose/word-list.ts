import { isCased, plainWord, spacedWord } from '../../model/words.ts';
import type { Span } from '../../text/index.ts';
import { memoize } from '../memoize.ts';

/** A word of a list in a text. */
export interface FoundWord {
  readonly span: Span;
  /** As the text spells it. */
  readonly found: string;
  /** As the list spells it. */
  readonly word: string;
}

interface WordListOptions {
  /** Whether to ignore case. By default, only words without capitals match any case. */
  readonly ignoreCase?: boolean | undefined;
  /** Whether a hyphen or an underscore is part of a word, so that `use` does not match in `re-use`. */
  readonly keepHyphenated?: boolean;
}

/**
 * Searches texts for the words of a list. Words are matched whole; in languages without spaces, such as Chinese, anywhere.
 * A space in a word matches any white space, and an apostrophe or quotation mark every kind. The longest word wins.
 */
export class WordList {
  /** Matches the words that match only in their own case, and those that match in any. */
  readonly #cased: RegExp | undefined;
  readonly #caseless: RegExp | undefined;
  /** Matches every text with a word of the list, and some others, in a tenth of the time. */
  readonly #hint: RegExp | undefined;
  /** The spellings in the list by their plain form. */
  readonly #spellings = new Map<string, string[]>();
  readonly #ignoreCase: boolean | undefined;

  constructor(list: readonly string[], { ignoreCase, keepHyphenated = false }: WordListOptions = {}) {
    const words = list.filter((word) => word.trim() !== '');
    this.#ignoreCase = ignoreCase;
    this.#cased = patternOf(
      words.filter((word) => isCased(word, ignoreCase)),
      'g',
      keepHyphenated,
    );
    this.#caseless = patternOf(
      words.filter((word) => !isCased(word, ignoreCase)),
      'gi',
      keepHyphenated,
    );
    this.#hint = words.length === 0 ? undefined : new RegExp(words.map(sourceOf).join('|'), 'i');
    for (const word of words) {
      const spellings = this.#spellings.get(plainWord(word));
      if (spellings) spellings.push(word);
      else this.#spellings.set(plainWord(word), [word]);
    }
  }

  /** Whether a text contains a word of the list. */
  test(text: string): boolean {
    if (!this.#hint?.test(text)) return false;
    return [this.#cased, this.#caseless].some((pattern) => pattern !== undefined && text.search(pattern) !== -1);
  }

  /** The words in a text, in order. */
  find(text: string): readonly FoundWord[] {
    if (!this.#hint?.test(text)) return [];
    return mergeMatches(this.#matches(text, this.#cased), this.#matches(text, this.#caseless));
  }

  #matches(text: string, pattern: RegExp | undefined): readonly FoundWord[] {
    if (!pattern) return [];
    return [...text.matchAll(pattern)].map(({ 0: found, index }) => {
      const spellings = this.#spellings.get(plainWord(found)) ?? [];
      const word = spellings.find((one) => !isCased(one, this.#ignoreCase) || spacedWord(one) === spacedWord(found));
      return { span: { start: index, end: index + found.length }, found, word: word ?? spellings[0] ?? found };
    });
  }
}

/** The matches of two searches, each in order. Of two that overlap, that of the first search counts. */
export function mergeMatches<T extends { readonly span: Span }>(
  first: readonly T[],
  second: readonly T[],
): readonly T[] {
  if (first.length === 0 || second.length === 0) return first.length === 0 ? second : first;
  let at = 0;
  const others = second.filter(({ span }) => {
    while ((first[at]?.span.end ?? Number.POSITIVE_INFINITY) <= span.start) at++;
    return (first[at]?.span.start ?? Number.POSITIVE_INFINITY) >= span.end;
  });
  return [...first, ...others].sort((a, b) => a.span.start - b.span.start);
}

/** Returns the words of a list of the house in a text. */
export function listed(text: string, list: readonly string[]): readonly FoundWord[] {
  return anyOf(list).find(text);
}

/** Returns the search for the words of a list of the house. */
export const anyOf = memoize((list: readonly string[]) => new WordList(list, { keepHyphenated: true }));

/** Letters of scripts that separate words by spaces, and digits. A `\p{…}` class takes a millisecond to compile. */
const LETTER = 'A-Za-z0-9\\u00c0-\\u02af\\u0370-\\u0dff\\u1e00-\\u1fff';

/** A contraction: `can` does not match in `can't`, but `chipmaker` does in `chipmaker's`. */
const CONTRACTION = `['’](?![sS](?![${LETTER}]))[${LETTER}]`;

/** Matches any of the words, the longest first, if no letter joins them to a longer word. */
function patternOf(words: readonly string[], flags: string, keepHyphenated: boolean): RegExp | undefined {
  if (words.length === 0) return undefined;
  const any = [...words]
    .sort((a, b) => b.length - a.length)
    .map(sourceOf)
    .join('|');
  const before = `${LETTER}${keepHyphenated ? '_-' : ''}`;
  const after = `[${LETTER}${keepHyphenated ? '_' : ''}]|${CONTRACTION}${keepHyphenated ? `|-[${LETTER}]` : ''}`;
  return new RegExp(`(?<![${before}](?=[${LETTER}]))(?:${any})(?!(?<=[${LETTER}])(?:${after}))`, flags);
}

function sourceOf(word: string): string {
  return spacedWord(word)
    .replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&')
    .replace(/['’]/g, "['‘’]")
    .replace(/["“”]/g, '["“”]')
    .replaceAll(' ', '\\s+');
}
