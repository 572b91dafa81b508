import { inAllPassages, matches, type TextMatch } from '../passages.ts';
import { isQuotedAt } from '../prose/quotations.ts';
import type { Rule } from '../rule.ts';

export const serialComma: Rule = {
  id: 'serial-comma',
  group: 'words',
  what: 'A list of several has, or lacks, the comma before its last that the house has decided on.',
  why: 'The AP Stylebook leaves it out of a simple series (*back, knee or hip*), the Chicago Manual always has it. `usage.serial_comma` in `house.yaml` says which: `never`, `always`, or `keep`, as in the house of the reference post. Only short lists are found, of which nobody has to doubt that they are lists.',
  severity: 'warning',
  fix: 'unsafe',
  bad: { house: 'ap', body: 'The lab pays for back, knee, and hip surgery.\n\nIts director said, "We sleep."' },
  good: { house: 'ap', body: 'The lab pays for back, knee and hip surgery.\n\nIts director said, "We sleep."' },
  *check(context) {
    const { serial_comma: wanted } = context.house.usage;
    if (wanted === 'keep' || context.language !== 'en') return;
    yield* inAllPassages(context, function* (passage) {
      const found = wanted === 'never' ? tooMany(passage.text) : tooFew(passage.text);
      for (const hit of found) if (!isQuotedAt(passage, hit.span)) yield hit;
    });
  },
};

/** What tells quickly that there is nothing to find. */
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
): Generator<{ hit: Omit<TextMatch, 'message' | 'advice'>; items: string[]; comma: number }> {
  for (const { span, found } of matches(text, LIST)) {
    const { first = '', middle = '', last = '', comma = '', and = '' } = found.groups ?? {};
    const items = [first, ...middle.slice(2).split(', '), last];
    const at = span.start + first.length + middle.length;
    const place = { start: at, end: at + comma.length + 1 + and.length };
    yield { hit: { span: place, isSafe: false }, items, comma: comma === '' ? -1 : at };
  }
}

function* tooMany(text: string): Generator<TextMatch> {
  if (!WITH.test(text)) return;
  for (const { hit, items, comma } of lists(text)) {
    const series = seriesOf(items);
    if (comma === -1 || series.length < 3 || isPlace(series, text, hit.span.start)) continue;
    const edits = [{ span: { start: comma, end: comma + 1 }, text: '' }];
    yield { ...hit, edits, message: 'the house has no comma before the last of a series', advice: 'Leave it out.' };
  }
}

function* tooFew(text: string): Generator<TextMatch> {
  if (!WITHOUT.test(text)) return;
  for (const { hit, items, comma } of lists(text)) {
    // Two items behind a comma, as in `On Monday, cats and dogs`, need not be a series with what stands before it.
    if (comma !== -1 || seriesOf(items).length < 4) continue;
    const edits = [{ span: { start: hit.span.start, end: hit.span.start }, text: ',' }];
    yield { ...hit, edits, message: 'the house has a comma before the last of a series', advice: 'Put it in.' };
  }
}

/** What begins a clause, an aside or an apposition, and no item. */
const NO_ITEM =
  /^(?:a|an|the|this|that|these|those|which|who|whom|whose|where|when|while|because|but|so|if|as|although|though|since|until|he|she|it|they|we|you|i|his|her|its|their|our|my|however|then|too|also|therefore|moreover|indeed|perhaps|meanwhile|again|finally|instead|say|says|said|for|in|on|at|by|to|from|with|after|before|about|per|not|now|there|here|later|especially|including|is|are|was|were|has|have|had|will|would|can|could|may|might|should|must)$/i;

/** The last items that are a series; what comes before them may end in a comma of its own. */
function seriesOf(items: readonly string[]): readonly string[] {
  for (let from = 0; from + 3 <= items.length; from++) {
    const series = items.slice(from);
    if (isSeries(series)) return series;
  }
  return [];
}

/** Items of one kind: all with a capital, or none; no clause among them, no day with its year. */
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

/** `in Austin, Texas, and Boston`: three names behind a preposition may be two places. */
function isPlace(items: readonly string[], text: string, at: number): boolean {
  if (items.length > 3 || kindOf(items[1] ?? '') !== 'name') return false;
  return PLACED.test(text.slice(Math.max(0, at - 80), at));
}

const PLACED =
  /(?:^|[.!?] |\b(?:in|from|near|at|to|outside|between|around|across|based|of) )(?:[A-Z][\w'’.-]*(?:,? |$)){1,5}$|(?:^|[.!?] )[A-Z][^,]*, [^,]*$/;
