import type { Passage } from '../../model/passage.ts';
import { beginsSentence } from '../../text/sentences.ts';
import type { RuleContext } from '../context.ts';
import { memoize } from '../memoize.ts';
import { inPassage, inProse, matches, type TextMatch } from '../passages.ts';
import type { English } from '../prose/english.ts';
import { LONGEST_WORD } from '../prose/lower-case-words.ts';
import { closePairs, type NameWord, nameWords } from '../prose/name-words.ts';
import type { Rule } from '../rule.ts';

/** Shorter names differ in one letter too often: Iran and Iraq. */
const SHORTEST = 5;

export const nameSpelling: Rule = {
  id: 'name-spelling',
  group: 'words',
  what: 'A name in two spellings.',
  why: 'One of them is wrong, and a misspelt name costs trust. No dictionary contains the names of a story, but the story usually spells a name correctly somewhere. The rule compares names that differ in one letter, and names such as *DeepMind* that are also written as two words. Two people with different first names are not compared.',
  severity: 'warning',
  needs: 'english',
  bad: { body: 'Ada Whitlock runs the lab. Whitlok joined in 2019, and Whitlock has led it since.' },
  good: { body: 'Ada Whitlock runs the lab. Whitlock joined in 2019, and Whitlock has led it since.' },
  *check(context) {
    const passages = context.passages.filter(({ key }) => key === undefined || /^(?:headline|dek|image)/.test(key));
    if (context.language === 'en') yield* nearNames(context, passages);
    yield* splitNames(context, passages);
  },
};

interface Uses {
  readonly all: { readonly passage: Passage; readonly use: NameWord }[];
  /** The words before it, where they are no opener of the sentence. */
  readonly first: Set<string>;
  readonly last: Set<string>;
}

function* nearNames(context: RuleContext, passages: readonly Passage[]) {
  const { english, headline } = context;
  if (!english) return;
  const names = usesOf(passages, english);
  for (const [one, other] of closePairs(names.keys())) {
    const [a, b] = [names.get(one), names.get(other)];
    if (!a || !b || !isName(one, a, english, context) || !isName(other, b, english, context)) continue;
    if (one.charAt(0) !== other.charAt(0) || TWINS.has([one, other].sort().join(' '))) continue;
    if (isInflected(one, other) || areTwoPeople(a, b)) continue;
    // Two names that the dictionary knows are two names.
    if (isKnown(one, english) && isKnown(other, english)) continue;
    if (a.all.length + b.all.length < 3 && a.first.size + b.first.size === 0) continue;
    const isFirstRight = a.all.length > b.all.length || (a.all.length === b.all.length && !isKnown(other, english));
    const [right, wrong] = isFirstRight ? [one, b] : [other, a];
    // `headline-name` compares the headline with the story.
    if (wrong.all.every(({ passage }) => passage === headline)) continue;
    // `Mexico` and `México` may be two languages. And in a list of people, two names are there once.
    const isMoreOften = a.all.length !== b.all.length;
    const isCertain =
      withoutAccents(one) !== withoutAccents(other) &&
      wrong.all.length === 1 &&
      (isMoreOften ||
        [...a.all, ...b.all].every(({ passage }) => passage.item === undefined && passage.kind !== 'cell'));
    const severity = isCertain ? undefined : 'information';
    for (const { passage, use } of wrong.all)
      yield* inPassage(passage, inProse(passage, [{ ...finding(use, right), ...(severity ? { severity } : {}) }]));
  }
}

function finding({ word, span }: NameWord, right: string): TextMatch {
  return { message: `name '${word}' is '${right}' elsewhere`, advice: 'Check the name, and spell it one way.', span };
}

/** Whether a word beside a name is a part of it: no title and no common word. */
function isNamePart(word: string | undefined, english: English): word is string {
  const entry = english.find(word?.toLowerCase() ?? '');
  return (
    word !== undefined &&
    (entry === undefined || entry.variant === 'name') &&
    !/^(?:Mr|Mrs|Ms|Dr|Prof|Sen|Gov|Rep|Rev)\b/.test(word)
  );
}

/** `We’ve` and `We’re`. */
const CONTRACTION = /['’](?:ve|re|ll|d|t|m)$/;

function usesOf(passages: readonly Passage[], english: English): ReadonlyMap<string, Uses> {
  const names = new Map<string, Uses>();
  for (const passage of passages) {
    for (const use of nameWords(passage.text)) {
      const { length } = use.word;
      if (length < SHORTEST || length > LONGEST_WORD || CONTRACTION.test(use.word)) continue;
      const uses = names.get(use.word) ?? { all: [], first: new Set<string>(), last: new Set<string>() };
      uses.all.push({ passage, use });
      if (passage.kind === 'paragraph' && isNamePart(use.before, english)) uses.first.add(use.before);
      if (passage.kind === 'paragraph' && isNamePart(use.after, english)) uses.last.add(use.after);
      names.set(use.word, uses);
    }
  }
  return names;
}

/** The runs of letters in a note. */
const runsOf = memoize(({ prose }: RuleContext): ReadonlySet<string> => {
  const runs = new Set<string>();
  for (const [run] of prose.matchAll(LETTERS)) runs.add(run);
  return runs;
});
const LETTERS = /\p{L}+/gu;

/** Whether a note has a word as it is, with no letter beside it. The whole note is searched only for a word that it may have. */
function hasWord(word: string, context: RuleContext): boolean {
  const [first = ''] = word.match(LETTERS) ?? [];
  if (!runsOf(context).has(first)) return false;
  return first === word || new RegExp(`(?<![\\p{L}])${word}(?![\\p{L}])`, 'u').test(context.prose);
}

/** Whether a word is a name: no word of the dictionary in lower case, and never in lower case in the note. */
function isName(word: string, { all }: Uses, english: English, context: RuleContext): boolean {
  const lower = word.toLowerCase();
  const entry = english.find(lower);
  if (entry && entry.variant !== 'name') return false;
  if (hasWord(lower, context)) return false;
  // A word that only begins sentences is a name if the dictionary does not have it.
  return entry === undefined || all.some(({ use }) => !use.beginsSentence);
}

function isKnown(word: string, english: English): boolean {
  return english.find(word.toLowerCase()) !== undefined;
}

/** `Russia` and `Russian`, `Clark` and `Clarke`: the last letter may make another word. */
function isInflected(one: string, other: string): boolean {
  const [short, long] = one.length < other.length ? [one, other] : [other, one];
  if (long.length > short.length) return long.startsWith(short) && /[nsieyaodr]$/.test(long);
  // `Italia` and `Italie`, `Julian` and `Juliana`, `Andrea` and `Andrew`.
  return one.slice(0, -1) === other.slice(0, -1) && /[aeiouyns]$/.test(one) && /[aeiouyns]$/.test(other);
}

/** Whether two names have other names beside them, and none in common. */
function areTwoPeople(one: Uses, other: Uses): boolean {
  return areDisjoint(one.first, other.first) || areDisjoint(one.last, other.last);
}

function areDisjoint(one: ReadonlySet<string>, other: ReadonlySet<string>): boolean {
  return one.size > 0 && other.size > 0 && ![...one].some((name) => other.has(name));
}

/** Names that are one slip apart and that one story may have. */
const TWINS = new Set(['Wikimedia Wikipedia', 'Iberia Iberica', 'Jakob Jakub', 'Michael Michal', 'Paola Paula']);

function withoutAccents(word: string): string {
  return word.normalize('NFD').replace(/\p{M}/gu, '');
}

const CAMEL = /(?<![\p{L}\p{N}@#/_.-])(?:\p{Lu}\p{Ll}+){1,3}\p{Lu}[\p{L}]*(?![\p{L}\p{N}/_@]|\.\p{L})/gu;
const ANY_CAMEL = /\p{Ll}\p{Lu}/u;

/** `Deep Mind` and `Deepmind` in a note that has `DeepMind`. */
function* splitNames({ prose, house }: RuleContext, passages: readonly Passage[]) {
  if (!ANY_CAMEL.test(prose)) return;
  const names = new Set(passages.flatMap(({ text }) => text.match(CAMEL) ?? []));
  const brands = new Set(house.words.brands.map((brand) => brand.toLowerCase()));
  for (const name of names) {
    const parts = name.match(/\p{Lu}(?:\p{Ll}+|\p{Lu}*$)/gu) ?? [];
    // `iPhone`, `McDonald` and `LaTeX` have no words to split, and house brands have a rule of their own.
    if (
      name.length < SHORTEST ||
      parts.length < 2 ||
      parts.join('') !== name ||
      /^(?:Mc|Mac|La|Le|De|Di|Van|O)$/.test(parts[0] ?? '')
    )
      continue;
    const own = countOf(prose, name);
    const split = parts.join('[ -]');
    if (countOf(prose, split) < own) yield* spelledOtherwise(passages, split, name);
    const flat = name.charAt(0) + name.slice(1).toLowerCase();
    if (!brands.has(name.toLowerCase()) && countOf(prose, flat) > 0)
      yield* countOf(prose, flat) <= own
        ? spelledOtherwise(passages, flat, name)
        : spelledOtherwise(passages, name, flat);
  }
}

function patternOf(form: string): RegExp {
  return new RegExp(`(?<![\\p{L}\\p{N}@#/_.-])(?:${form})(?![\\p{L}\\p{N}/_@-]|\\.\\p{L})`, 'gu');
}

function countOf(prose: string, form: string): number {
  return prose.match(patternOf(form))?.length ?? 0;
}

function* spelledOtherwise(passages: readonly Passage[], form: string, name: string) {
  const pattern = patternOf(form);
  for (const passage of passages) yield* inPassage(passage, inProse(passage, variants(passage.text, pattern, name)));
}

function* variants(text: string, pattern: RegExp, name: string): Generator<TextMatch> {
  for (const { span, found } of matches(text, pattern)) {
    // `Open AI models` at the start of a sentence may be open models.
    if (/[ -]/.test(found[0]) && beginsSentence(text, span.start)) continue;
    yield {
      message: `name '${found[0]}' is '${name}' elsewhere`,
      advice: 'Check the name, and spell it one way.',
      span,
    };
  }
}
