import type { Passage } from '../../model/passage.ts';
import { hasHan, type Span } from '../../text/index.ts';
import { inAllPassages, matches, type TextMatch } from '../passages.ts';
import type { Rule } from '../rule.ts';

/** A mark after a space, with nothing of a word after it. Not `:)`, `.NET`, `...`, `3 : 2` and a command such as `git add .` */
const SPACED =
  /(?<=[A-Za-z0-9\u00c0-\u024f\]"”’%']|(?<![:;]-?)\)|[a-z]\.)[ \u00a0]+(?:[,;](?=[\s"”’]|$)|(?<![\d] )[!?:](?=["”’]?(?:\s+[A-Z“"‘]|$))|[!?](?=["”] [a-z])|\.(?=["”]?(?:\s+[A-Z“"‘]|$)))/g;
/** A colon between two words of a sentence, and a bracket that closes an aside of words. `key : value` is data. */
const SPACED_ALSO =
  /(?<=(?:^|[ (])[a-z]{2,} [a-z]{3,}) :(?= (?:the|an?|it|he|she|they|we|those|these|this|that|his|her|its|their|one|two|three|no|some|all|not|if|in|on|at|from|by)\b)|(?<=\((?=[A-Za-z])[^()\n]{3,80}[a-z\d]) \)(?![\w(])/g;
const HAS_SPACED = /[\w.)\]"”’%'\u00c0-\u024f][ \u00a0]+(?:[,;!?:.](?:["”’]?\s|["”’]?$)|\))/m;
/** Old presses and French set a thin space before these marks. */
const FRENCH = new Set(['fr', 'br', 'oc']);

export const spaceBeforeMark: Rule = {
  id: 'space-before-mark',
  group: 'spaces',
  what: 'A space before a comma, a full stop or another mark.',
  why: 'In English, a punctuation mark follows its word directly (Chicago Manual of Style). After a space, the mark can end up at the start of a line. French, smileys, ratios and names such as `.NET` are left alone.',
  severity: 'warning',
  fix: 'both',
  bad: { body: 'The lab opened , and nobody came.' },
  good: { body: 'The lab opened, and nobody came.' },
  isLocal: true,
  *check(context) {
    if (!FRENCH.has(context.language)) yield* inAllPassages(context, spacesBefore, HAS_SPACED);
  },
};

function* spacesBefore({ text }: Passage): Generator<TextMatch> {
  for (const { span, found } of matches(text, SPACED)) {
    const mark = found[0].trim();
    // A dot alone may be an argument: `npm install .`
    yield spaceBefore(mark, span, mark === ',');
  }
  for (const { span, found } of matches(text, SPACED_ALSO)) yield spaceBefore(found[0].trim(), span, false);
}

function spaceBefore(mark: string, span: Span, isSafe: boolean): TextMatch {
  const edits = [{ span: { start: span.start, end: span.end - 1 }, text: '' }];
  return { message: `space before '${mark}'`, advice: 'Remove the space.', span, edits, isSafe };
}

/**
 * A mark between two words without a space. The word before a full stop is in lower case, so that it is no name such as
 * `Promise.All`, and that after it has a capital and goes on, so that it is no file such as `readme.Txt`.
 */
const GLUED = new RegExp(
  [
    "(?<=(?<![\\w.,@#/\\\\=&$+-])[A-Za-z]?[a-z\u00df-\u00ff]{2,}|[a-z]{2}[)'’\"”]|(?<![\\w.,])\\d{4}|%)\\.(?=[A-Z][a-z\u00df-\u00ff]*(?:[ \\n,]|['’]s?[ \\n]))",
    '(?<=(?<![\\w.,@#/\\\\=&$+-])[A-Za-z]?[a-z]{2,}|[a-z]{2}[)\'’"”]),(?=[A-Za-z][a-z]*(?:[ \\n.]|$|, ))',
    '(?<=(?<![\\w.,@#/\\\\=&$+-])[A-Za-z]?[a-z]{2,})[;!?](?=[A-Za-z][a-z]*(?:[ \\n,.]|$))',
    '(?<=(?<![\\w.,@#/\\\\=&$+-])[a-z]{3,})[,:](?=["“][A-Z][a-z]+[ ,])',
    '(?<=(?<![\\w.,:@#/\\\\=&$+-])[a-z]{3,}):(?=(?:the|an?|it|he|she|they|we|those|these|its|his|her|their|nobody|no) [a-z])',
  ].join('|'),
  'g',
);
const HAS_GLUED = /[a-z)'’"”%\d][.,;!?](?=[A-Za-z])|[a-z][,:]["“][A-Z]|[a-z]:[a-z]{1,6} [a-z]/;
/** Words that begin a sentence, and hardly a name such as `Xamarin.Mac` or `http.Agent`. */
const OPENER =
  /^(?:The|An?|It|He|She|We|They|I|You|This|That|These|Those|There|In|On|At|Of|For|From|With|But|And|So|If|When|While|As|After|Before|Since|Now|Then|Also|However|Its|It['’]s|His|Her|Their|Our|My|Here|Nobody|Some|Many|Most|More|All|No|Not|One|Two|Three|Only|Even|Each|Every|Several|By|To|Both|Officials|Police|Another|Other|Such|What|Who|How|Why|Until|Under|Although|Because|Still|Yet|Last|Next|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)(?![A-Za-z])/;
/** Otherwise two ordinary words, of which the second begins a clause. */
const ORDINARY =
  /(?:^|[^\w.])(?!(?:https?|meta|java|math|system|window|document|console|node|react|module|process)$)[a-z]{4,}$/;
const CLAUSE = /^[A-Z][a-z]{2,} [a-z]{2,}/;
/** Before the dot of a name of the web, or of an abbreviation. */
const NO_SENTENCE =
  /(?:^|[^\w])(?:www|vs|etc|approx|dept|ed|vol|fig|st|dr|mr|mrs|ms|jr|sr|inc|ltd|co|corp|al|cf|pp|ext|yahoo|promise)$/i;

export const spaceAfterMark: Rule = {
  id: 'space-after-mark',
  group: 'spaces',
  what: 'No space after a full stop, a comma or another mark between two words.',
  why: 'The two words are hard to read, and some programs turn them into a link. Every stylebook puts a space after a punctuation mark. Names of files and domains, versions, decimals and code are left alone.',
  severity: 'warning',
  fix: 'unsafe',
  bad: { body: 'The lab opened.Nobody came.' },
  good: { body: 'The lab opened. Nobody came.' },
  isLocal: true,
  *check(context) {
    yield* inAllPassages(context, gluedWords, HAS_GLUED);
  },
};

function* gluedWords({ text }: Passage): Generator<TextMatch> {
  for (const { span, found } of matches(text, GLUED)) {
    const before = text.slice(Math.max(0, span.start - 16), span.start);
    const [mark] = found;
    if ((mark === '.' || mark === '!') && NO_SENTENCE.test(before)) continue;
    const rest = text.slice(span.end, span.end + 24);
    if (mark === '.' && !OPENER.test(rest) && !(ORDINARY.test(before) && CLAUSE.test(rest))) continue;
    if (mark === ',' && isData(text, span.start)) continue;
    // `tl;dr` is one word.
    if (mark === ';' && /(?:^|[^a-z])tl$/i.test(before) && /^dr/i.test(rest)) continue;
    if (hasHan(text.slice(Math.max(0, span.start - 16), span.end + 16))) continue;
    const edits = [{ span: { start: span.end, end: span.end }, text: ' ' }];
    yield { message: `no space after '${mark}'`, advice: 'Add a space.', span, edits, isSafe: false };
  }
}

/** A list without spaces, as in a command: `name,size,date`. */
function isData(text: string, at: number): boolean {
  const run = /[^\s,]*(?:,[^\s,]+)*$/.exec(text.slice(Math.max(0, at - 40), at))?.[0] ?? '';
  const rest = /^(?:,[^\s,]+)*/.exec(text.slice(at, at + 40))?.[0] ?? '';
  return (run + rest).split(',').length > 2;
}
