import type { House } from '../../model/house.ts';
import type { Passage } from '../../model/passage.ts';
import { type QuotePair, quotePairs } from '../../typography/index.ts';
import { inAllPassages, type TextMatch } from '../passages.ts';
import { isQuotedAt } from '../prose/quotations.ts';
import { saysWho } from '../prose/speech.ts';
import type { Rule } from '../rule.ts';

const MARKED_INSIDE = /[.,]['’]/;
const MARKED_OUTSIDE = /['’"”][.,]/;
const DOUBLE_OUTSIDE = /["”][.,]/;

/** A term is short; what is longer is a sentence of somebody's, and keeps its full stop. */
const MOST_WORDS = 6;
/** The full stop is the abbreviation's. */
const ABBREVIATED = /(?:^|[\s.(])(?:[A-Za-z]|Inc|Ltd|Corp|Co|Bros|Jr|Sr|Dr|Mr|Mrs|Ms|St|No|vs|etc|al)\.$/;

export const quotedPeriod: Rule = {
  id: 'quoted-period',
  group: 'quotation marks',
  what: 'The full stop or comma beside a quoted term, or at the end of what somebody said, stands on the wrong side of the quotation mark.',
  why: 'The reference post of the house quotes coined terms in single marks and leaves the sentence\'s own punctuation outside: it is not part of the term. What somebody said stands in double marks, with its full stop inside: `He stated, "It will only accelerate."` A few words in double marks that nobody is said to have said may be a term, and are left alone. Other houses set it inside, whatever is quoted, as the AP Stylebook has it: `usage.quoted_period` in `house.yaml`.',
  severity: 'warning',
  fix: 'safe',
  bad: { body: "The lab calls it 'night science.' Its rivals do not." },
  good: { body: "The lab calls it 'night science'. Its rivals do not." },
  *check(context) {
    const { house } = context;
    const { quoted_period: side } = house.usage;
    if (side === 'keep') return;
    if (side === 'inside') return yield* inAllPassages(context, inside, MARKED_OUTSIDE);
    yield* inAllPassages(context, (passage) => outside(passage, house), MARKED_INSIDE);
    // Other languages have it otherwise, whatever the marks.
    if (context.language === 'en') yield* inAllPassages(context, (passage) => speech(passage, house), DOUBLE_OUTSIDE);
  },
};

function* outside(passage: Passage, house: House): Generator<TextMatch> {
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

function* inside({ text }: Passage): Generator<TextMatch> {
  for (const pair of outerPairs(text)) if (!pair.han && mayTakeIn(text, pair)) yield takenIn(text, pair);
}

function* speech(passage: Passage, house: House): Generator<TextMatch> {
  const { text, isQuoted } = passage;
  if (isQuoted) return;
  for (const pair of outerPairs(text)) {
    if (!pair.double || pair.han || !mayTakeIn(text, pair, BEHIND_TERM)) continue;
    if (isSpeech(text, pair, house)) yield takenIn(text, pair);
  }
}

/** All but those within a pair of double marks. */
function* outerPairs(text: string): Generator<QuotePair> {
  let quotedTo = -1;
  for (const pair of quotePairs(text, 'all')) {
    if (pair.close >= quotedTo) yield pair;
    if (pair.double) quotedTo = Math.max(quotedTo, pair.close);
  }
}

function takenIn(text: string, { close }: QuotePair): TextMatch {
  const span = { start: close, end: close + 2 };
  const [quote = '', mark = ''] = text.slice(span.start, span.end);
  const message = `the ${nameOf(mark)} stands outside the quotation marks`;
  return { message, advice: 'Put it before the closing mark.', span, edits: [{ span, text: mark + quote }] };
}

/** Behind a word; not before another full stop, nor in a name such as 'x'.com. */
function mayTakeIn(text: string, { open, close }: QuotePair, behind = BEHIND_WORD): boolean {
  const isBehind = close > open + 1 && behind.test(text.slice(close - 2, close));
  return isBehind && /^[.,](?:$|[\s)])/.test(text.slice(close + 1, close + 3));
}

const BEHIND_WORD = /[\p{L}\p{N}%)]$/u;
/** Or behind a term that ends what is quoted: `"They call it 'so'".` */
const BEHIND_TERM = /[\p{L}\p{N}%)]['’]?$/u;

/** Fewer words than these may be a term, whoever has said them. */
const FEWEST_WORDS = 4;

/**
 * Whether words in double marks are somebody's: a sentence, or a part of one that the text gives to a speaker. A title is
 * neither.
 */
function isSpeech(text: string, { open, close }: QuotePair, house: House): boolean {
  const words = text.slice(open + 1, close).split(/\s+/);
  const isCapital = /^['‘]?\p{Lu}/u.test(words[0] ?? '');
  const before = /[^.!?]{0,60}$/.exec(text.slice(Math.max(0, open - 60), open))?.[0] ?? '';
  const after = /^[.,](?:\s+\S+){1,3}/.exec(text.slice(close + 1, close + 80))?.[0] ?? '';
  const isSaidBefore = saysWho(before.trimEnd().split(/\s+/).slice(-4).join(' '), house);
  const isSaidAfter = after.startsWith(',') && saysWho(after, house);
  if (words.length < FEWEST_WORDS) return isCapital && (isSaidAfter || (isSaidBefore && /[,:]\s+$/.test(before)));
  if (isTitled(words.slice(1), house)) return false;
  return isCapital || words.length > MOST_WORDS || isSaidBefore || isSaidAfter;
}

/** Whether most of the words but the small ones have a capital. */
function isTitled(words: readonly string[], { words: { small } }: House): boolean {
  const large = words.filter((word) => word !== 'I' && !small.includes(word.toLowerCase()));
  return large.length > 0 && large.filter((word) => /^['‘(]?\p{Lu}/u.test(word)).length * 2 > large.length;
}

function nameOf(mark: string): string {
  return mark === ',' ? 'comma' : 'full stop';
}
