import type { RuleContext } from '../context.ts';
import { beginsSentence } from './sentences.ts';

/** What a note's own text shows to be names. */
export interface Names {
  /** Words with a capital in the middle of a sentence, and nowhere without one; acronyms are not among them. */
  readonly words: ReadonlySet<string>;
  /** `The` and the name behind it, where the article is a part of it. */
  readonly articled: ReadonlySet<string>;
}

const known = new WeakMap<RuleContext, Names>();

const CAPITALIZED =
  /(?<![A-Za-z0-9\u00c0-\u024f'’-])[A-Z\u00c0-\u00de][A-Za-z\u00c0-\u024f]*[a-z\u00df-\u024f][A-Za-z\u00c0-\u024f]*/g;
const LOWER = /(?<![A-Za-z0-9\u00c0-\u024f'’-])[a-z\u00df-\u00ff]{2,}/g;
const PLURAL_ACRONYM = /^[A-Z]{2,}s$/;

/** The names in the body and the insight: a headline in title case shows none. */
export function namesOf(context: RuleContext): Names {
  const found = known.get(context);
  if (found) return found;
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
  for (const text of texts) for (const [word] of text.matchAll(LOWER)) words.delete(capitalized(word));
  const made = { words, articled };
  known.set(context, made);
  return made;
}

function capitalized(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
