import { distance } from 'fastest-levenshtein';
import type { Passage } from '../../model/passage.ts';
import { OBJECT, VERBATIM } from '../../text/index.ts';
import { beginsSentence } from '../../text/sentences.ts';
import type { RuleContext } from '../context.ts';
import { memoize } from '../memoize.ts';
import type { TextMatch } from '../passages.ts';
import { namesOf } from '../prose/names.ts';
import type { Rule } from '../rule.ts';
import { hasName } from '../source-text/known-names.ts';
import { readSourceText, type SourceText } from '../source-text/source-text.ts';
import { inStory } from '../source-text/story.ts';
import { hasTitle, isTitleWord, titlesIn } from '../source-text/titles.ts';

export const sourceName: Rule = {
  id: 'source-name',
  group: 'source',
  what: 'A name or a title that the source text does not have.',
  why: 'A misspelt name costs more trust than any other mistake, and stylebooks ask editors to check each name letter by letter. The rule compares the names and the titles beside them with the text that `source_text` or `check --source` names. Countries and their people, and abbreviations and what they stand for, are the same. In the insight and the laws it is a suggestion.',
  severity: 'warning',
  bad: { body: 'The lab of Ada Whitlok opened.', sourceText: 'Ada Whitlock opened the lab.' },
  good: { body: 'The lab of Ada Whitlock opened.', sourceText: 'Ada Whitlock opened the lab.' },
  *check(context) {
    const { sourceText } = context;
    if (!sourceText) return;
    const source = readSourceText(sourceText);
    const isEnglish = source.language === 'en' && context.language === 'en';
    if (isEnglish) yield* inStory(context, (passage) => missingNames(passage, source, context));
    if (isEnglish) yield* inStory(context, ({ text }) => missingTitles(text, source));
    if (source.language === 'zh' && context.language === 'zh')
      yield* inStory(context, ({ text }) => missingHanNames(text, source));
  },
};

/** A word with a capital. */
const WORD = "\\p{Lu}[\\p{L}\\p{M}]*(?:['’]\\p{L}[\\p{L}\\p{M}]*)*";
let patterns: { readonly names: RegExp; readonly words: RegExp } | undefined;

/** Patterns for words with a capital, and for several in one line: `Ada Whitlock`, `O’Brien`, `FDA`. Made on first use. */
function capitals(): NonNullable<typeof patterns> {
  patterns ??= {
    names: new RegExp(`(?<![\\p{L}\\p{N}@#/_.&-])${WORD}(?:[ -]${WORD})*`, 'gu'),
    words: new RegExp(WORD, 'gu'),
  };
  return patterns;
}

function* missingNames(passage: Passage, source: SourceText, context: RuleContext): Generator<TextMatch> {
  const { text, kind } = passage;
  const names = namesOf(context);
  // A heading or a headline may have capitals on all words.
  const isTitle = kind === 'heading' || kind === 'value' || passage === context.headline;
  for (const { 0: run, index } of text.matchAll(capitals().names)) {
    if (run.includes(VERBATIM) || run.includes(OBJECT)) continue;
    for (const { 0: word, index: at } of run.matchAll(capitals().words)) {
      const start = index + at;
      const plain = word.replace(/['’]s?$/, '');
      const isKnown = names.words.has(plain);
      if ((isTitle || (at === 0 && beginsSentence(text, start))) && !isKnown && !startsName(run, at, names.words))
        continue;
      if (plain.length < 2 || isTitleWord(plain) || hasName(plain, source)) continue;
      const near = nearestName(plain, source);
      const advice = near === undefined ? 'Check it against the source.' : `Check it: the source has '${near}'.`;
      yield { message: `name '${plain}' is not in the source`, advice, span: { start, end: start + plain.length } };
    }
  }
}

/** Whether the first word of a sentence is part of a name, because the word after it is one: `Ada Whitlock`. */
function startsName(run: string, at: number, words: ReadonlySet<string>): boolean {
  if (at !== 0) return false;
  const [first = '', second] = run.split(/[ -]/);
  return second !== undefined && words.has(second.replace(/['’]s?$/, '')) && !SMALL.test(first);
}

const SMALL =
  /^(?:The|A|An|In|On|At|For|From|By|With|And|But|As|If|When|While|After|Before|Since|Its|His|Her|Their|Our|Both|Neither|Either|Even|Only|Not|Also|Now|Then|To|Of|Like|Unlike|Among|Under|Over|Chief|President|Director|That|This|These|Those|Former|Senior|New|Some|Most|Many|All|Until|Although|Though|Because|Where|What|Who|Why|How|Asked|Said|Born|Founded|Based|Named|Called|Led|Run|Mr|Mrs|Ms|Dr)$/;

const capitalized = memoize(({ source: { text } }: SourceText) => [...new Set(text.match(capitals().words) ?? [])]);

/** The name of the source that is one or two letters away. */
function nearestName(word: string, source: SourceText): string | undefined {
  const most = word.length < 4 ? 0 : word.length < 7 ? 1 : 2;
  let best: string | undefined;
  let least = most + 1;
  for (const name of capitalized(source)) {
    if (Math.abs(name.length - word.length) >= least) continue;
    const edits = distance(word, name);
    if (edits >= least) continue;
    least = edits;
    best = name;
  }
  return best;
}

function* missingTitles(text: string, source: SourceText): Generator<TextMatch> {
  for (const { title, index } of titlesIn(text)) {
    if (hasTitle(title, source.words)) continue;
    const span = { start: index, end: index + title.length };
    yield { message: `title '${title}' is not in the source`, advice: 'Check it against the source.', span };
  }
}

/** Works in 《》 and Latin names. Other Chinese names cannot be told from words with certainty. */
function* missingHanNames(text: string, source: SourceText): Generator<TextMatch> {
  for (const { 0: name, index, 1: work, 2: latin } of text.matchAll(
    /《([^《》]{2,40})》|(?<![A-Za-z])([A-Z][A-Za-z]{2,})/g,
  )) {
    const isThere = work === undefined ? hasName(latin ?? name, source) : source.source.text.includes(work);
    if (isThere) continue;
    const span = { start: index, end: index + name.length };
    yield { message: `name '${name}' is not in the source`, advice: 'Check it against the source.', span };
  }
}
