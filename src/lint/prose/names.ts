import { beginsSentence } from '../../text/sentences.ts';
import type { RuleContext } from '../context.ts';
import { memoize } from '../memoize.ts';

/** The names that the text of a note shows by its capitals. */
export interface Names {
  /** Words that are capitalized in the middle of a sentence and never in lower case, without acronyms. */
  readonly words: ReadonlySet<string>;
  /** Words in lower case at the start of a sentence: `rustup installs Rust.` */
  readonly lower: ReadonlySet<string>;
  /** Names that start with `The`. */
  readonly articled: ReadonlySet<string>;
}

const CAPITALIZED =
  /(?<![A-Za-z0-9\u00c0-\u024f'’-])[A-Z\u00c0-\u00de][A-Za-z\u00c0-\u024f]*[a-z\u00df-\u024f][A-Za-z\u00c0-\u024f]*/g;
const LOWER = /(?<![A-Za-z0-9\u00c0-\u024f'’-])[a-z\u00df-\u00ff]{2,}/g;
/** After a full stop and one space; an abbreviation has no lower-case letters before the stop. */
const LOWER_START = /[a-z]{3}[.!?] ([a-z]{3,})(?= )/g;
const PLURAL_ACRONYM = /^[A-Z]{2,}s$/;

/** Returns the names in the body and the insight; a headline in title case shows none. */
export const namesOf = memoize((context: RuleContext): Names => {
  const words = new Set<string>();
  const articled = new Set<string>();
  const texts = [...context.bodyBlocks, ...(context.insight?.blocks ?? [])].flatMap(({ block, passages = [] }) =>
    block.type === 'heading' ? [] : passages.map(({ text }) => text),
  );
  for (const text of texts) {
    for (const { 0: word, index } of text.matchAll(CAPITALIZED)) {
      if (PLURAL_ACRONYM.test(word) || beginsSentence(text, index)) continue;
      if (word === 'The')
        articled.add(
          text
            .slice(index)
            .split(/\s+/, 2)
            .join(' ')
            .replace(/(?:['’]s)?[^\w]*$/, ''),
        );
      else words.add(word);
    }
  }
  const lower = new Set<string>();
  for (const text of texts) {
    for (const [word] of text.matchAll(LOWER)) words.delete(capitalized(word));
    for (const [, word = ''] of text.matchAll(LOWER_START)) lower.add(word);
  }
  return { words, lower, articled };
});

function capitalized(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
