import { matches, outsideQuotations, type TextMatch } from '../passages.ts';
import type { Rule } from '../rule.ts';

export const serialComma: Rule = {
  id: 'serial-comma',
  group: 'words',
  what: 'A missing or extra comma before the last item of a series.',
  why: 'The AP Stylebook leaves the comma out of a simple series (*back, knee or hip*); the Chicago Manual of Style always uses it. Only short, certain series are reported.',
  severity: 'warning',
  fix: 'unsafe',
  options: ['usage.serial_comma'],
  bad: { house: 'ap', body: 'The lab pays for back, knee, and hip surgery.\n\nIts director said, "We sleep."' },
  good: { house: 'ap', body: 'The lab pays for back, knee and hip surgery.\n\nIts director said, "We sleep."' },
  isLocal: true,
  *check(context) {
    const { serial_comma: wanted } = context.house.usage;
    if (wanted === 'keep' || context.language !== 'en') return;
    if (wanted === 'never') yield* outsideQuotations(context, ({ text }) => tooMany(text), WITH);
    else yield* outsideQuotations(context, ({ text }) => tooFew(text), WITHOUT);
  },
};

/** Fast tests that rule out most passages. */
const WITH = /, (?:and|or) /;
const WITHOUT = /,[^,]{1,60} (?:and|or) /;

/** The last word of the first item, the items between, the first word of the last item. */
const WORD = "[A-Za-z0-9$€£%&\\u00c0-\\u024f][\\w$€£%&\\u00c0-\\u024f'’-]*";
const LIST = new RegExp(
  `(?<first>${WORD}(?: ${WORD})?)(?<middle>(?:, (?!and |or )${WORD}(?: ${WORD}){0,2})+)(?<comma>,?) (?<and>and|or) (?<last>${WORD})`,
  'g',
);

function* lists(
  text: string,
): Generator<{ match: Omit<TextMatch, 'message' | 'advice'>; items: string[]; comma: number }> {
  for (const { span, found } of matches(text, LIST)) {
    const { first = '', middle = '', last = '', comma = '', and = '' } = found.groups ?? {};
    const items = [first, ...middle.slice(2).split(', '), last];
    const at = span.start + first.length + middle.length;
    const conjunction = { start: at, end: at + comma.length + 1 + and.length };
    yield { match: { span: conjunction, isSafe: false }, items, comma: comma === '' ? -1 : at };
  }
}

function* tooMany(text: string): Generator<TextMatch> {
  for (const { match, items, comma } of lists(text)) {
    const series = seriesOf(items);
    if (comma === -1 || series.length < 3 || isPlace(series, text, match.span.start)) continue;
    const edits = [{ span: { start: comma, end: comma + 1 }, text: '' }];
    yield { ...match, edits, message: 'comma before the last item of a series', advice: 'Remove the comma.' };
  }
}

function* tooFew(text: string): Generator<TextMatch> {
  for (const { match, items, comma } of lists(text)) {
    // Two items after a comma may not be a series, as in `On Monday, cats and dogs`.
    if (comma !== -1 || seriesOf(items).length < 4) continue;
    const edits = [{ span: { start: match.span.start, end: match.span.start }, text: ',' }];
    yield { ...match, edits, message: 'no comma before the last item of a series', advice: 'Add a comma.' };
  }
}

/** Words that start a clause, an aside or an apposition, and not an item. */
const NO_ITEM =
  /^(?:a|an|the|this|that|these|those|which|who|whom|whose|where|when|while|because|but|so|if|as|although|though|since|until|he|she|it|they|we|you|i|his|her|its|their|our|my|however|then|too|also|therefore|moreover|indeed|perhaps|meanwhile|again|finally|instead|say|says|said|for|in|on|at|by|to|from|with|after|before|about|per|not|now|there|here|later|especially|including|is|are|was|were|has|have|had|will|would|can|could|may|might|should|must)$/i;

/** Returns the longest series at the end of the items. Words before it may end in a comma too. */
function seriesOf(items: readonly string[]): readonly string[] {
  for (let from = 0; from + 3 <= items.length; from++) {
    const series = items.slice(from);
    if (isSeries(series)) return series;
  }
  return [];
}

/** Whether all items are of one kind (names, numbers or words), and none is a clause or a date with its year. */
function isSeries(items: readonly string[]): boolean {
  const inner = items.slice(1);
  if (inner.some((item) => NO_ITEM.test(item.split(' ', 1)[0] ?? ''))) return false;
  if (items.some((item) => /\b(?:and|or)\b/.test(item))) return false;
  if (inner.some((item) => /^\d{4}\b/.test(item)) && /\b\d{1,2}$/.test(items[0] ?? '')) return false;
  const head = items[0]?.split(' ').at(-1) ?? '';
  if (NO_ITEM.test(head)) return false;
  const kinds = new Set([head, ...inner.map((item) => item.split(' ', 1)[0] ?? '')].map(kindOf));
  return kinds.size === 1;
}

function kindOf(word: string): string {
  if (/^[$€£]?\d/.test(word)) return 'number';
  return /^[A-Z\u00c0-\u00de]/.test(word) ? 'name' : 'word';
}

/** Three names after a preposition may be two places: `in Austin, Texas, and Boston`. */
function isPlace(items: readonly string[], text: string, at: number): boolean {
  if (items.length > 3 || kindOf(items[1] ?? '') !== 'name') return false;
  return PLACED.test(text.slice(Math.max(0, at - 80), at));
}

const PLACED =
  /(?:^|[.!?] |\b(?:in|from|near|at|to|outside|between|around|across|based|of) )(?:[A-Z][\w'’.-]*(?:,? |$)){1,5}$|(?:^|[.!?] )[A-Z][^,]*, [^,]*$/;
