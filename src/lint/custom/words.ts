import { compilePattern, matchPattern } from '../../house/pattern.ts';
import { isCased } from '../../model/words.ts';
import { hasHan } from '../../text/index.ts';

/** A match of a word or a pattern. */
export interface Found {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** Searches a text for words or a pattern. */
export type Search = (text: string) => Iterable<Found>;

const SPECIAL = /[\\^$.*+?()[\]{}|/]/g;
const LETTER = /[\p{L}\p{N}]/u;
/** `can` does not match in `can't`, but `chipmaker` does in `chipmaker's`. */
const GOES_ON = /^['’](?!s(?!\p{L}))\p{L}/u;

/** Searches for whole words. A word without capitals matches any case, unless `ignoreCase` says otherwise. */
export function wordSearch(words: readonly string[], ignoreCase?: boolean): Search {
  const cased = expressionOf(
    words.filter((word) => isCased(word, ignoreCase)),
    'gu',
  );
  const caseless = expressionOf(
    words.filter((word) => !isCased(word, ignoreCase)),
    'giu',
  );
  return function* (text) {
    for (const expression of [cased, caseless]) if (expression) yield* wholeWords(text, expression);
  };
}

/** Searches for the matches of a pattern. */
export function patternSearch(pattern: string, ignoreCase = false): Search {
  const expression = compilePattern(pattern, ignoreCase);
  return (text) => matchPattern(expression, text);
}

/** Puts the longest word first: `game changers` before `game`. */
function expressionOf(words: readonly string[], flags: string): RegExp | undefined {
  if (words.length === 0) return undefined;
  const sorted = [...words].sort((a, b) => b.length - a.length).map(sourceOf);
  return new RegExp(sorted.join('|'), flags);
}

/** A space matches any white space, and an apostrophe matches both kinds. */
function sourceOf(word: string): string {
  return word.trim().replace(SPECIAL, '\\$&').replace(/\s+/g, '\\s+').replace(/['’]/g, "['’]");
}

function* wholeWords(text: string, expression: RegExp): Generator<Found> {
  for (const { 0: found, index } of text.matchAll(expression)) {
    const end = index + found.length;
    if (isWhole(text, index, end)) yield { start: index, end, text: found };
  }
}

/** Whether the match is not part of a longer word. Chinese has no spaces, so any match there is whole. */
function isWhole(text: string, start: number, end: number): boolean {
  const [first, last] = [characterAt(text, start), characterBefore(text, end)];
  if (isJoined(characterBefore(text, start), first) || isJoined(last, characterAt(text, end))) return false;
  return !GOES_ON.test(text.slice(end, end + 4));
}

function isJoined(left: string, right: string): boolean {
  return LETTER.test(left) && LETTER.test(right) && !hasHan(left) && !hasHan(right);
}

function characterAt(text: string, offset: number): string {
  return String.fromCodePoint(text.codePointAt(offset) ?? 0x20);
}

function characterBefore(text: string, offset: number): string {
  const low = text.charCodeAt(offset - 1);
  return low >= 0xdc00 && low <= 0xdfff ? text.slice(offset - 2, offset) : text.slice(Math.max(0, offset - 1), offset);
}
