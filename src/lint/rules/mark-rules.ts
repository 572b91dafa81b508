import type { Passage } from '../../model/passage.ts';
import { hasHan } from '../../text/index.ts';
import { maskCodeLike } from '../../typography/index.ts';
import type { RuleContext } from '../context.ts';
import { inPassage, matches, outsideQuotations, type TextMatch } from '../passages.ts';
import type { Rule } from '../rule.ts';

const PAIRS: ReadonlyMap<string, string> = new Map([
  [')', '('],
  [']', '['],
  ['）', '（'],
  ['】', '【'],
  ['》', '《'],
  ['〉', '〈'],
  ['〕', '〔'],
]);
const OPENING: ReadonlySet<string> = new Set(PAIRS.values());
const BRACKET = /[()[\]（）【】《》〈〉〔〕]/;
const BRACKETS = new RegExp(BRACKET.source, 'g');
/** Half-open intervals and escaped brackets. */
const NO_BRACKET = /\]\(\{\{[^\n]{1,300}?\}\}\)|[[(][-\d.∞]+ ?[,;–-] ?[-\d.∞]+[)\]]|\\[()[\]]/g;
/** A smiley is no bracket, but it may close one: `(see below :)`. */
const SMILEY = /(?<![^\s(])[:;=8][-'o]?[)(\]]+(?![\w:])|(?<!\S)\([o-]?[:;=](?!\S)|[:;]-[)(]/g;
/** Before the bracket of a numbered item: `1)`, `b)`, `iv)`. */
const ITEM = /(?<![\w.])(?:\d{1,3}|[A-Za-z]|[ivx]{1,4})$/;

export const unbalancedBracket: Rule = {
  id: 'unbalanced-bracket',
  group: 'punctuation',
  what: 'A bracket without a partner.',
  why: 'Readers cannot see where the aside begins or ends. A bracket pairs with one of its own kind (Chicago Manual of Style, GB/T 15834). Smileys, the numbers of items and intervals are left alone.',
  severity: 'warning',
  bad: { body: 'The lab (which opened in May has robots.' },
  good: { body: 'The lab (which opened in May) has robots.' },
  *check(context) {
    if (!BRACKET.test(context.prose)) return;
    const { passages } = context;
    const open = passages.map((passage) => (BRACKET.test(passage.text) ? unpaired(passage.text) : []));
    for (const [index, passage] of passages.entries()) {
      const own = open[index] ?? [];
      if (own.length > 0 && !isLong(open, index)) yield* inPassage(passage, ownBrackets(passage, own));
    }
  },
};

function* ownBrackets({ text }: Passage, own: readonly number[]): Generator<TextMatch> {
  for (const at of own) {
    const mark = text.charAt(at);
    const message = `unmatched '${mark}'`;
    yield { message, advice: 'Add the other bracket, or remove this one.', span: { start: at, end: at + 1 } };
  }
}

/** Whether the aside goes on for several paragraphs: what one opens, a later one closes. */
function isLong(open: readonly (readonly number[])[], index: number): boolean {
  const near = [...open.slice(Math.max(0, index - 3), index), ...open.slice(index + 1, index + 4)];
  return near.some((others) => others.length > 0);
}

/** The offsets of the brackets without a partner, outside code. */
function unpaired(text: string): readonly number[] {
  const code = maskCodeLike(text).replace(NO_BRACKET, (found) => ' '.repeat(found.length));
  const masked = code.replace(SMILEY, (found) => ' '.repeat(found.length));
  const stack: { readonly mark: string; readonly at: number }[] = [];
  const alone: number[] = [];
  /** How many brackets of each kind are in the stack, so that it is searched only for what it has. */
  const counts = new Map<string, number>();
  const count = (mark: string, change: number) => counts.set(mark, (counts.get(mark) ?? 0) + change);
  for (const { 0: mark, index: at } of masked.matchAll(BRACKETS)) {
    if (OPENING.has(mark)) {
      stack.push({ mark, at });
      count(mark, 1);
    } else if ([...counts].some(([open, left]) => left > 0 && isPair(open, mark))) {
      const closed = stack.splice(stack.findLastIndex((one) => isPair(one.mark, mark)));
      for (const one of closed) count(one.mark, -1);
      for (const one of closed.slice(1)) alone.push(one.at);
    } else if (!ITEM.test(masked.slice(Math.max(0, at - 6), at))) alone.push(at);
  }
  const open = masked === code ? stack : [];
  return [...alone, ...open.map(({ at }) => at)].sort((a, b) => a - b);
}

/** Whether two brackets pair. Chinese text mixes their widths, which is a matter of style. */
function isPair(open: string, close: string): boolean {
  return PAIRS.get(close) === open || ('(（'.includes(open) && ')）'.includes(close));
}

/** Words that never begin a name, so that one after a full stop begins a sentence. */
const LOWER_START =
  /(?<=(?<![\w.@/-])[A-Za-z][a-z]{2,}\. )(?:the|this|that|these|those|it|he|she|they|we|there|nobody|officials|but|however|its|his|their|our|in|on|at|if|when|while|after|before|police|meanwhile|according)(?=,? [a-z0-9“"$A-Z]|['’]s )/g;
const HAS_LOWER_START = /[a-z]{2}\. [a-z]/;
const ABBREVIATION =
  /(?:^|[\s(])(?:etc|esp|approx|incl|excl|est|dept|govt|univ|assn|prof|gen|gov|sen|rep|rev|inc|corp|ltd|jan|feb|mar|apr|jun|jul|aug|sep|sept|oct|nov|dec|fig|vol|min|max|avg|misc|resp|viz|cf|yahoo|jeopardy|asst|capt|sgt)\. $/i;

export const lowerCaseStart: Rule = {
  id: 'lower-case-start',
  group: 'words',
  what: 'A sentence that starts in lower case.',
  why: 'Readers cannot tell whether the full stop or the lower case is wrong. Names such as *iPhone* and *npm* keep their lower case, so the rule looks at words that begin no name. Quotations are left alone.',
  severity: 'warning',
  fix: 'unsafe',
  bad: { body: 'The lab opened. nobody came.' },
  good: { body: 'The lab opened. Nobody came.' },
  isLocal: true,
  *check(context: RuleContext) {
    if (context.language === 'en') yield* outsideQuotations(context, lowerCaseStarts, HAS_LOWER_START);
  },
};

function* lowerCaseStarts({ text }: Passage): Generator<TextMatch> {
  if (hasHan(text)) return;
  for (const { span, found } of matches(text, LOWER_START)) {
    const before = text.slice(Math.max(0, span.start - 24), span.start);
    if (ABBREVIATION.test(before)) continue;
    const right = found[0].charAt(0).toUpperCase() + found[0].slice(1);
    const edits = [{ span, text: right }];
    yield {
      message: `sentence starts in lower case with '${found[0]}'`,
      advice: `Write '${right}'.`,
      span,
      edits,
      isSafe: false,
    };
  }
}
