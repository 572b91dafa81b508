import type { Span } from '../../text/index.ts';
import { beginsSentence } from '../../text/sentences.ts';
import { memoizeText } from '../memoize.ts';
import { LETTER } from './lower-case-words.ts';

/** A word with a capital. */
export interface NameWord {
  readonly word: string;
  readonly span: Span;
  /** The word with a capital before it, such as a first name. */
  readonly before?: string;
  /** The word with a capital after it, such as a surname. */
  readonly after?: string;
  readonly beginsSentence: boolean;
}

/* Letters of Latin script. Beyond U+0100, capitals and small letters alternate. */
const UPPER = 'A-Z\u00c0-\u00d6\u00d8-\u00de\u0100-\u024f';
const LOWER = 'a-z\u00df-\u00f6\u00f8-\u024f\u0300-\u036f';

const WORD = new RegExp(
  `(?<![${LETTER}@#/_.&’'-])[${UPPER}][${LOWER}]+(?:['’]?[${UPPER}]?[${LOWER}]+)*(?![${LETTER}/_@-]|\\.[${LETTER}])`,
  'g',
);
const AFTER = new RegExp(`^ ([${UPPER}][${UPPER}${LOWER}]*)`);
const BEFORE = new RegExp(`(?<![${LETTER}])([${UPPER}][${UPPER}${LOWER}]*\\.?) $`);

/** Returns the words with a capital, without the ending of a possessive. Parts of compounds, handles and URLs are none. */
export const nameWords = memoizeText((text): readonly NameWord[] => [...namesIn(text)]);

function* namesIn(text: string): Generator<NameWord> {
  for (const { 0: written, index } of text.matchAll(WORD)) {
    const word = written.replace(/['’]s$/, '');
    const before = BEFORE.exec(text.slice(Math.max(0, index - 24), index))?.[1];
    const after =
      word === written ? AFTER.exec(text.slice(index + word.length, index + word.length + 24))?.[1] : undefined;
    yield {
      word,
      span: { start: index, end: index + word.length },
      ...(before === undefined ? {} : { before }),
      ...(after === undefined ? {} : { after }),
      beginsSentence: beginsSentence(text, index),
    };
  }
}

/** Whether two words differ in one letter that is added, left out or replaced, or in two that are swapped. */
export function isOneSlipAway(one: string, other: string): boolean {
  const [long, short] = one.length >= other.length ? [one, other] : [other, one];
  let start = 0;
  while (start < short.length && long[start] === short[start]) start++;
  const [a, b] = [long.slice(start), short.slice(start)];
  if (a.length > b.length) return a.length === b.length + 1 && a.slice(1) === b;
  if (a === '') return false;
  return a.slice(1) === b.slice(1) || (a[0] === b[1] && a[1] === b[0] && a.slice(2) === b.slice(2));
}

/** Yields the pairs of words that are one slip apart. Linear in their number, because such words share a shorter form. */
export function* closePairs(words: Iterable<string>): Generator<readonly [string, string]> {
  const byForm = new Map<string, string[]>();
  for (const word of words) {
    const seen = new Set<string>();
    const forms = Array.from(word, (_, at) => word.slice(0, at) + word.slice(at + 1));
    for (const form of new Set([word, ...forms])) {
      const others = byForm.get(form) ?? [];
      for (const other of others.slice(0, 20)) {
        if (seen.has(other) || !isOneSlipAway(word, other)) continue;
        seen.add(other);
        yield [other, word];
      }
      byForm.set(form, [...others.slice(0, 20), word]);
    }
  }
}
