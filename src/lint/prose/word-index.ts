import type { Passage } from '../../model/passage.ts';
import { memoize, memoizeText } from '../memoize.ts';

/** A word of a passage or of a phrase: a run of letters, so that `MP's` has two. */
const WORD = /[a-z]+/g;

/** The passages of a note by their words, so that most patterns are tried on none of them, and not compiled. */
class WordIndex {
  /** The passages that have a word, as bits. From the 33rd on, passages share a bit. */
  readonly #passages = new Map<string, number>();
  readonly #texts: readonly string[];

  constructor(texts: readonly string[]) {
    this.#texts = texts;
    for (const [index, text] of texts.entries())
      for (const word of wordsIn(text)) this.#passages.set(word, (this.#passages.get(word) ?? 0) | (1 << (index & 31)));
  }

  /** Whether a passage has all words of one of these phrases, in any order. */
  has(phrases: readonly string[]): boolean {
    return this.#passagesWith(wordsOfAll(phrases)) !== 0;
  }

  /** Returns the passages that have all words of a phrase of each list, separated by blank lines. Empty if there are none. */
  textWith(lists: readonly string[]): string {
    let possible = -1;
    for (const list of lists) {
      possible &= this.#passagesWith(wordsOfList(list));
      if (possible === 0) return '';
    }
    return this.#texts.filter((_, index) => possible & (1 << (index & 31))).join('\n\n');
  }

  #passagesWith(phrases: readonly (readonly string[])[]): number {
    let found = 0;
    for (const words of phrases) {
      let possible = -1;
      for (const word of words) possible &= this.#passages.get(word) ?? 0;
      found |= possible;
    }
    return found;
  }
}

function wordsOf(text: string): readonly string[] {
  return text.toLowerCase().match(WORD) ?? [];
}

const wordsIn = memoizeText((text) => new Set(wordsOf(text)));

const wordsOfAll = memoize((phrases: readonly string[]) => phrases.map(wordsOf));

const lists = new Map<string, readonly (readonly string[])[]>();

/** The words of the phrases of a list, such as `is|has been`. They are in lower case. */
function wordsOfList(list: string): readonly (readonly string[])[] {
  const known = lists.get(list) ?? list.split('|').map((phrase) => phrase.split(' '));
  lists.set(list, known);
  return known;
}

/** Returns the index of a note. */
export const wordIndexOf = memoize(
  ({ passages }: { readonly passages: readonly Pick<Passage, 'text'>[] }) =>
    new WordIndex(passages.map(({ text }) => text)),
);
