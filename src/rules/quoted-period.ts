import type { House } from '../model/house.ts';
import type { Passage } from '../model/passage.ts';
import { type QuotePair, quotePairs } from '../typography/index.ts';
import { inCopy, type TextHit } from './passages.ts';
import { isQuotedAt } from './quotations.ts';
import type { Rule } from './rule.ts';
import { saysWho } from './speech.ts';

const MARKED_INSIDE = /[.,]['’]/;
const MARKED_OUTSIDE = /['’"”][.,]/;

/** A term is short; what is longer is a sentence of somebody's, and keeps its full stop. */
const MOST_WORDS = 6;
/** The full stop is the abbreviation's. */
const ABBREVIATED = /(?:^|[\s.(])(?:[A-Za-z]|Inc|Ltd|Corp|Co|Bros|Jr|Sr|Dr|Mr|Mrs|Ms|St|No|vs|etc|al)\.$/;

export const quotedPeriod: Rule = {
  id: 'quoted-period',
  group: 'quotation marks',
  what: 'The full stop or comma beside a quoted term stands on the wrong side of the quotation mark.',
  why: "The reference post of the house quotes coined terms in single marks and leaves the sentence's own punctuation outside: it is not part of the term. Other houses set it inside, whatever is quoted, as the AP Stylebook has it: `usage.quoted_period` in `house.yaml`.",
  severity: 'warning',
  fix: 'safe',
  bad: { body: "The lab calls it 'night science.' Its rivals do not." },
  good: { body: "The lab calls it 'night science'. Its rivals do not." },
  *check(copy) {
    const { house } = copy;
    const { quoted_period: side } = house.usage;
    if (side === 'keep') return;
    if (side === 'outside') yield* inCopy(copy, (passage) => outside(passage, house), MARKED_INSIDE);
    else yield* inCopy(copy, inside, MARKED_OUTSIDE);
  },
};

function* outside(passage: Passage, house: House): Generator<TextHit> {
  const { text } = passage;
  for (const { open, close, double, han } of quotePairs(text, 'all')) {
    if (double || han || !isTerm(text, open, close, house)) continue;
    const span = { start: close - 1, end: close + 1 };
    if (isQuotedAt(passage, span)) continue;
    const [mark = '', quote = ''] = text.slice(close - 1, close + 1);
    const message = `the ${nameOf(mark)} stands inside the quotation marks of a term`;
    const advice = 'Put it behind the closing mark: it belongs to the sentence.';
    yield { message, advice, span, edits: [{ span, text: quote + mark }] };
  }
}

/** Whether the last mark inside is the sentence's: the term is short, and the sentence ends or goes on behind it. */
function isTerm(text: string, open: number, close: number, house: House): boolean {
  const said = text.slice(open + 1, close);
  const last = said.at(-1);
  if ((last !== '.' && last !== ',') || /[.,!?…]$/.test(said.slice(0, -1)) || ABBREVIATED.test(said)) return false;
  if (said.split(' ').length > MOST_WORDS || /[.!?] /.test(said)) return false;
  const after = text.slice(close + 1, close + 80);
  if (last === '.') return /^(?:$|[\n)]|\s+["'“‘(]?[A-Z0-9])/.test(after);
  return /^\s/.test(after) && !saysWho(/^\s+(?:\S+\s+){0,2}\S+/.exec(after)?.[0] ?? '', house);
}

function* inside(passage: Passage): Generator<TextHit> {
  const { text } = passage;
  let quotedTo = -1;
  for (const pair of quotePairs(text, 'all')) {
    const isWithin = pair.close < quotedTo;
    if (pair.double) quotedTo = Math.max(quotedTo, pair.close);
    const span = { start: pair.close, end: pair.close + 2 };
    const [quote = '', mark = ''] = text.slice(span.start, span.end);
    if (pair.han || !/^[.,]$/.test(mark) || !mayTakeIn(text, pair) || isWithin) continue;
    const message = `the ${nameOf(mark)} stands outside the quotation marks`;
    const advice = 'Put it before the closing mark.';
    yield { message, advice, span, edits: [{ span, text: mark + quote }] };
  }
}

/** Behind a word; not before another full stop, nor in a name such as 'x'.com. */
function mayTakeIn(text: string, { open, close }: QuotePair): boolean {
  return (
    close > open + 1 &&
    /[\p{L}\p{N}%)]/u.test(text.charAt(close - 1)) &&
    /^(?:$|[\s)])/.test(text.slice(close + 2, close + 3))
  );
}

function nameOf(mark: string): string {
  return mark === ',' ? 'comma' : 'full stop';
}
