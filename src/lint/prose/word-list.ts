import { plainWord, spacedWord } from '../../model/words.ts';
import { hasHan, type Span } from '../../text/index.ts';
import { memoize } from '../memoize.ts';

/** A word of a list in a text. */
export interface FoundWord {
  readonly span: Span;
  /** As the text spells it. */
  readonly found: string;
  /** As the list spells it. */
  readonly word: string;
}

interface Matcher {
  readonly pattern: RegExp;
  /** The same without the flag `g`, for tests. */
  readonly any: RegExp;
  /** The spellings in the list by their lower case. */
  readonly words: ReadonlyMap<string, readonly string[]>;
}

/**
 * Yields the words of a list in a text. Words are matched whole, a hyphen being part of a word; Chinese ones anywhere. A word
 * that the list has in lower case matches in any case. A phrase may cross a line end.
 */
export function* listed(text: string, list: readonly string[]): Generator<FoundWord> {
  const matcher = matcherOf(list);
  if (!matcher) return;
  for (const match of text.matchAll(matcher.pattern)) {
    const found = match[0];
    const spellings = matcher.words.get(plainWord(found)) ?? [];
    const word = spellings.find((one) => one === one.toLowerCase() || one === spacedWord(found));
    if (word !== undefined) yield { span: { start: match.index, end: match.index + found.length }, found, word };
  }
}

/** Returns a pattern that matches any word of a list, and nothing if the list is empty. */
export function anyOf(list: readonly string[]): RegExp {
  return matcherOf(list)?.any ?? /(?!)/;
}

const matcherOf = memoize((list: readonly string[]): Matcher | undefined => {
  const words = new Map<string, string[]>();
  for (const word of list) {
    if (word.trim() === '') continue;
    const spellings = words.get(plainWord(word));
    if (spellings) spellings.push(word);
    else words.set(plainWord(word), [word]);
  }
  const longestFirst = [...words.keys()].sort((a, b) => b.length - a.length);
  if (words.size === 0) return undefined;
  const pattern = patternOf(longestFirst);
  return { pattern, any: new RegExp(pattern.source, 'i'), words };
});

/** Latin letters and digits. `\p{…}` is slow to compile. */
const LETTER = 'A-Za-z0-9\\u00c0-\\u024f';

function patternOf(words: readonly string[]): RegExp {
  const latin = words.filter((word) => !hasHan(word)).map(escaped);
  const han = words.filter(hasHan).map(escaped);
  const whole = latin.length > 0 ? [`(?<![${LETTER}_-])(?:${latin.join('|')})(?![${LETTER}_]|-[${LETTER}])`] : [];
  return new RegExp([...whole, ...han].join('|'), 'gi');
}

function escaped(word: string): string {
  return word
    .replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&')
    .replaceAll("'", "['’]")
    .replaceAll(' ', '\\s+');
}
