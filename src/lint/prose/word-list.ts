import { plainWord, spacedWord } from '../../model/words.ts';
import { hasHan, type Span } from '../../text/index.ts';

/** What of a house's list was found, with the list's own spelling. */
export interface FoundWord {
  readonly span: Span;
  readonly found: string;
  readonly word: string;
}

interface Matcher {
  readonly pattern: RegExp;
  /** The same, without its memory of a place. */
  readonly any: RegExp;
  /** As the list spells it, by its lower case. */
  readonly words: ReadonlyMap<string, readonly string[]>;
}

const known = new WeakMap<readonly string[], Matcher | undefined>();

/**
 * The words of a list in a text: whole ones, a hyphen being a part of a word; without regard to case, unless the list has
 * capitals. Between the words of a phrase a line may end. Han stands where it stands.
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

/** What is found in every text that has a word of a list; nothing for an empty list. */
export function anyOf(list: readonly string[]): RegExp {
  return matcherOf(list)?.any ?? /(?!)/;
}

function matcherOf(list: readonly string[]): Matcher | undefined {
  if (known.has(list)) return known.get(list);
  const words = new Map<string, string[]>();
  for (const word of list) {
    if (word.trim() === '') continue;
    const spellings = words.get(plainWord(word));
    if (spellings) spellings.push(word);
    else words.set(plainWord(word), [word]);
  }
  const longestFirst = [...words.keys()].sort((a, b) => b.length - a.length);
  const made = words.size === 0 ? undefined : matcherFor(patternOf(longestFirst), words);
  known.set(list, made);
  return made;
}

/** Latin letters and digits, without `\p{…}`, which is slow to build. */
const LETTER = 'A-Za-z0-9\\u00c0-\\u024f';

function patternOf(words: readonly string[]): RegExp {
  const latin = words.filter((word) => !hasHan(word)).map(escaped);
  const han = words.filter(hasHan).map(escaped);
  const whole = latin.length > 0 ? [`(?<![${LETTER}_-])(?:${latin.join('|')})(?![${LETTER}_]|-[${LETTER}])`] : [];
  return new RegExp([...whole, ...han].join('|'), 'gi');
}

function matcherFor(pattern: RegExp, words: Matcher['words']): Matcher {
  return { pattern, any: new RegExp(pattern.source, 'i'), words };
}

function escaped(word: string): string {
  return word
    .replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&')
    .replaceAll("'", "['’]")
    .replaceAll(' ', '\\s+');
}
