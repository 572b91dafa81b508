import type { Band, DictionaryWord, English } from './english.ts';
import { MISSPELLINGS } from './misspellings.ts';
import { isDerived, isFormed, isInflected } from './word-forms.ts';

/** A word that the writer may have meant. */
export interface Correction {
  readonly word: string;
  /** How unlikely it is: the cost of the slips plus that of a rare word. */
  readonly cost: number;
}

/** What a slip of each kind costs. A writer drops or doubles a letter more often than he hits a wrong consonant, unless it sounds alike. */
const COSTS = { doubled: 0.5, swapped: 0.6, vowel: 0.7, alike: 0.7, letter: 1, consonant: 1.2 } as const;

/** No slip costs less. */
const CHEAPEST = COSTS.doubled;

/** A writer meant a common word more often than a rare one. By band. */
const RARITY: Readonly<Record<Band, number>> = { 0: 0, 1: 0.15, 2: 0.5, 3: 0.8 };

/** The highest cost of a correction, by the length of the word: the shorter a word, the more words are one slip away. */
function limitFor(length: number): number {
  if (length <= 4) return 0.6;
  if (length === 5) return 0.8;
  if (length === 6) return 1.1;
  return length === 7 ? 1.2 : 1.6;
}

/** A second correction is as likely as the first if it costs hardly more. */
const MARGIN = 0.35;

/**
 * Returns what the writer of a word that no dictionary has probably meant, the likeliest first. Empty if no word of the
 * dictionary is close enough to be certain that the word is misspelt.
 */
export function correctionsOf(word: string, english: English): readonly Correction[] {
  const known = MISSPELLINGS.get(word);
  if (known !== undefined) return [{ word: known, cost: 0 }];
  if (word.length < 4) return [];
  const other = otherSuffix(word, english);
  if (other !== undefined) return [{ word: other, cost: COSTS.doubled }];
  const limit = isFormed(word, english)
    ? (word.length < 9 || isDerived(word, english) ? COSTS.doubled : COSTS.vowel) + RARITY[1]
    : isInflected(word, english)
      ? COSTS.doubled + RARITY[2]
      : limitFor(word.length);
  const found: Correction[] = [];
  for (const candidate of candidatesFor(word, english)) {
    if (candidate.variant === 'name' || isInflection(word, candidate.word)) continue;
    const rarity = RARITY[candidate.band];
    const cost = slipCost(word, candidate.word, limit - rarity) + rarity;
    if (cost <= limit) found.push({ word: candidate.word, cost });
  }
  found.sort((a, b) => a.cost - b.cost || (a.word < b.word ? -1 : 1));
  const [best] = found;
  return best ? found.filter(({ cost }) => cost < best.cost + MARGIN).slice(0, 3) : [];
}

/** Suffixes that sound alike. */
const SUFFIXES: readonly (readonly [RegExp, string])[] = [
  [/able$/, 'ible'],
  [/ible$/, 'able'],
  [/ant$/, 'ent'],
  [/ent$/, 'ant'],
  [/ance$/, 'ence'],
  [/ence$/, 'ance'],
  [/er(?=s?$)/, 'or'],
  [/or(?=s?$)/, 'er'],
];

/** The common word that a word is with a suffix that sounds alike: accessible for accessable. */
function otherSuffix(word: string, english: English): string | undefined {
  return SUFFIXES.filter(([suffix]) => word.length > 8 && suffix.test(word))
    .map(([suffix, right]) => word.replace(suffix, right))
    .find((right) => {
      const entry = english.find(right);
      return entry !== undefined && entry.variant !== 'name' && entry.band < 2;
    });
}

/** Words that are so much like a word that they may be meant. The first letter is hardly ever wrong. */
function* candidatesFor(word: string, english: English): Generator<DictionaryWord> {
  const [first, second, third] = [word.charAt(0), word.charAt(1), word.charAt(2)];
  // The second letter is right, one of two that are swapped, one too many, or a wrong vowel. `aq` lacks a c.
  const seconds = new Set([second, third, ...(isVowel(second) ? 'aeiouy' : second === 'q' ? 'c' : '')]);
  const [reach, between] = word.length >= 8 ? [2, 4] : [1, 2];
  for (let size = word.length - reach; size <= word.length + reach; size++)
    for (const letter of seconds) yield* english.near(word, first + letter, size, between);
}

/** `softwares` is not `software` misspelt. */
function isInflection(word: string, candidate: string): boolean {
  const [long, short] = word.length > candidate.length ? [word, candidate] : [candidate, word];
  return long.startsWith(short) && /^(?:s|es|ed|d|r|er|ing|y|n|e|th|o|a|i|'s)$/.test(long.slice(short.length));
}

/** The cost of the slips that make `wrong` of `right`; infinite if they cost more than the limit. */
export function slipCost(wrong: string, right: string, limit: number): number {
  let start = 0;
  while (start < wrong.length && wrong.charCodeAt(start) === right.charCodeAt(start)) start++;
  let [end, to] = [wrong.length, right.length];
  while (end > start && to > start && wrong.charCodeAt(end - 1) === right.charCodeAt(to - 1)) {
    end--;
    to--;
  }
  // Two slips at most: what is left between them is short, or the words differ.
  if (end - start > 6 || to - start > 6) return Number.POSITIVE_INFINITY;
  return costBetween({ wrong, right, limit }, start, end, start, to);
}

interface Pair {
  readonly wrong: string;
  readonly right: string;
  readonly limit: number;
}

/** The cheapest way from `wrong[at, end)` to `right[on, to)`. The text around them is the same in both. */
function costBetween(pair: Pair, at: number, end: number, on: number, to: number): number {
  const { wrong, right, limit } = pair;
  let [i, j] = [at, on];
  while (i < end && j < to && wrong.charCodeAt(i) === right.charCodeAt(j)) {
    i++;
    j++;
  }
  if (i === end && j === to) return 0;
  if (limit < CHEAPEST * Math.max(1, Math.abs(end - i - (to - j)))) return Number.POSITIVE_INFINITY;
  const rest = (cost: number, di: number, dj: number): number =>
    cost + costBetween({ wrong, right, limit: limit - cost }, i + di, end, j + dj, to);
  const [a, b] = [wrong.charAt(i), right.charAt(j)];
  const ways: number[] = [];
  if (i < end) ways.push(rest(isDouble(wrong, i) ? COSTS.doubled : COSTS.letter, 1, 0));
  if (j < to) ways.push(rest(b === "'" || isDouble(right, j) ? COSTS.doubled : COSTS.letter, 0, 1));
  if (i < end && j < to) ways.push(rest(replacing(a, b), 1, 1));
  if (i + 1 < end && j + 1 < to && a === right.charAt(j + 1) && wrong.charAt(i + 1) === b)
    ways.push(rest(COSTS.swapped, 2, 2));
  return Math.min(...ways);
}

/** The cost of one letter for another. */
function replacing(a: string, b: string): number {
  if (isVowel(a) && isVowel(b)) return COSTS.vowel;
  return ALIKE.has(a + b) || ALIKE.has(b + a) ? COSTS.alike : COSTS.consonant;
}

/** Consonants that sound alike: consensus and concensus. */
const ALIKE = new Set(['cs', 'ck', 'sz', 'gj']);

function isDouble(word: string, at: number): boolean {
  return word.charAt(at) === word.charAt(at - 1) || word.charAt(at) === word.charAt(at + 1);
}

function isVowel(letter: string): boolean {
  return 'aeiouy'.includes(letter);
}
