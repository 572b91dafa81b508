import type { Passage } from '../../model/passage.ts';
import { memoize } from '../memoize.ts';

/** A word of a passage: a run of letters, so that `MP's` has two. */
const WORD = /[a-z]+/g;

/** The passages of a note by their words, so that most patterns are tried on none of them, and not compiled. */
class WordIndex {
  /** The passages that have a word, as bits. From the 33rd on, passages share a bit. */
  readonly #passages = new Map<string, number>();
  readonly #texts: readonly string[];

  constructor(texts: readonly string[]) {
    this.#texts = texts;
    for (const [index, text] of texts.entries())
      for (const word of text.toLowerCase().match(WORD) ?? [])
        this.#passages.set(word, (this.#passages.get(word) ?? 0) | (1 << (index & 31)));
  }

  /** Returns the passages that have a word of each list, separated by blank lines. Empty if there are none. */
  textWith(lists: readonly string[]): string {
    let possible = -1;
    for (const list of lists) {
      let found = 0;
      for (const word of wordsOf(list)) found |= this.#passages.get(word) ?? 0;
      possible &= found;
      if (possible === 0) return '';
    }
    return this.#texts.filter((_, index) => possible & (1 << (index & 31))).join('\n\n');
  }
}

const lists = new Map<string, readonly string[]>();

/** The words of a list. Of several words between two bars, the last one stands for all. */
function wordsOf(list: string): readonly string[] {
  const known = lists.get(list);
  if (known) return known;
  const words = list.split('|').map((word) => word.slice(word.lastIndexOf(' ') + 1));
  lists.set(list, words);
  return words;
}

/** Returns the index of a note. */
export const wordIndexOf = memoize(
  ({ passages }: { readonly passages: readonly Pick<Passage, 'text'>[] }) =>
    new WordIndex(passages.map(({ text }) => text)),
);
