import type { Passage } from '../../model/passage.ts';
import type { Source } from '../../text/index.ts';
import type { RuleContext } from '../context.ts';
import { memoize } from '../memoize.ts';
import { inPassage, type TextMatch } from '../passages.ts';
import type { English } from '../prose/english.ts';
import { LONGEST_WORD, type LowerCaseWord } from '../prose/lower-case-words.ts';
import { correctionsOf } from '../prose/misspelling.ts';
import { sentences } from '../prose/sentences.ts';
import { unknownWords } from '../prose/unknown-words.ts';
import type { Rule } from '../rule.ts';

/** A word that occurs this often in a note is a term of its subject. */
const TERM = 3;

export const spelling: Rule = {
  id: 'spelling',
  group: 'words',
  what: 'A misspelt word.',
  why: 'A misspelt word looks careless. The dictionary contains the American and British words of Hunspell, and words that are common in news. The rule reports a word only if it is a typing error away from one of them, so that it accepts names, terms and new words. Code, URLs, other languages, words with digits, words with capitals inside a sentence, and words that occur three times are left alone.',
  severity: 'warning',
  fix: 'unsafe',
  options: ['words.known'],
  needs: 'english',
  bad: { body: 'The goverment will recieve the report.\n\nIts director said, "We sleep, and the lab does not."' },
  good: { body: 'The government will receive the report.\n\nIts director said, "We sleep, and the lab does not."' },
  *check(context) {
    const { english, passages } = context;
    if (!english) return;
    const find = unknownWords(english);
    const unknown = passages.map((passage) => (isNames(passage) ? [] : find(passage.text)));
    const uses = new Map<string, number>();
    for (const { word } of unknown.flat()) uses.set(word, (uses.get(word) ?? 0) + 1);
    for (const [index, passage] of passages.entries()) {
      const words = (unknown[index] ?? []).filter(({ word }) => (uses.get(word) ?? 0) < TERM);
      yield* inPassage(
        passage,
        misspelt(words, english, (word) => isTerm(word, uses.get(word) ?? 0, context)),
      );
      if (!isNames(passage)) yield* inPassage(passage, misspeltOpeners(passage, context, english));
    }
  },
};

function* misspelt(
  words: readonly LowerCaseWord[],
  english: English,
  isTermIn: (word: string) => boolean,
): Generator<TextMatch> {
  for (const { word, span } of words) {
    if (isTermIn(word)) continue;
    const corrections = correctionsOf(word, english);
    const [best, other] = corrections;
    if (!best) continue;
    const all = corrections.map((correction) => `'${correction.word}'`);
    const advice = `Write ${all.length > 1 ? `${all.slice(0, -1).join(', ')} or ${all.at(-1)}` : all[0]}.`;
    const fix = other ? {} : { edits: [{ span, text: best.word }], isSafe: false };
    yield { message: `misspelt word '${word}'`, advice, span, ...fix };
  }
}

/** The first word of a sentence. Before a lower-case word it is hardly a name. */
const OPENER = /(?<=^|[.!?]["”]? )[A-Z][a-z]{6,}(?= [a-z])/g;
/** A name is as near to a word as that. */
const NO_NAME = 0.65;

/** Yields the words at the start of sentences that are a small slip away from one single word, and occur once. */
function* misspeltOpeners(passage: Passage, context: RuleContext, english: English): Generator<TextMatch> {
  for (const { 0: found, index } of passage.text.matchAll(OPENER)) {
    const word = found.toLowerCase();
    if (english.has(word) || isTerm(word, 1, context)) continue;
    if (!sentences(passage).some(({ start }) => start === index)) continue;
    const [best, other] = correctionsOf(word, english);
    if (!best || other || best.cost > NO_NAME) continue;
    const right = best.word.charAt(0).toUpperCase() + best.word.slice(1);
    const span = { start: index, end: index + found.length };
    yield {
      message: `misspelt word '${found}'`,
      advice: `Write '${right}'.`,
      span,
      edits: [{ span, text: right }],
      isSafe: false,
    };
  }
}

/** Whether the house knows a word, or the note also has it as a name, in code or in a URL. */
function isTerm(word: string, uses: number, { source, knownWords }: RuleContext): boolean {
  if (knownWords.has(word) || knownWords.has(word.replace(/'s$|s$/, ''))) return true;
  return (countsOf(source).get(word) ?? 0) > uses;
}

/** Letters, or several runs of them with apostrophes between them. */
const LETTERS = /[A-Za-z]+(?:['’][A-Za-z]+)*/g;

/** How often a text has each word, in upper and lower case. Counts all at once, because a long text has many unknown words. */
const countsOf = memoize(({ text }: Source): ReadonlyMap<string, number> => {
  const counts = new Map<string, number>();
  const add = (word: string) => counts.set(word, (counts.get(word) ?? 0) + 1);
  for (const [found] of text.matchAll(LETTERS)) {
    const word = found.toLowerCase();
    if (/['’]/.test(word)) for (const part of partsOf(word.replaceAll('’', "'"))) add(part);
    else add(word);
  }
  return counts;
});

/** The words that a word with apostrophes has in it, and itself: `o'clock`, `o` and `clock`. */
function* partsOf(word: string): Generator<string> {
  const ends = [...word.matchAll(/'|$/g)].map(({ index }) => index);
  for (const [first] of ends.entries()) {
    const start = first === 0 ? 0 : (ends[first - 1] ?? 0) + 1;
    for (let last = first; (ends[last] ?? Number.POSITIVE_INFINITY) <= start + LONGEST_WORD; last++)
      yield word.slice(start, ends[last]);
  }
}

/** Whether a passage holds names, which may be user names. */
function isNames({ key }: Passage): boolean {
  return key !== undefined && /^(?:author|source|topics|credit)/.test(key);
}
