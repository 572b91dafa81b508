import type { House } from '../../model/house.ts';
import type { Passage } from '../../model/passage.ts';
import { type QuotePair, quotePairs } from '../../typography/index.ts';
import { inAllPassages, type TextMatch } from '../passages.ts';
import { isQuotedAt, saysWho } from '../prose/quotations.ts';
import type { Rule } from '../rule.ts';

const MARKED_INSIDE = /[.,]['’]/;
const MARKED_OUTSIDE = /['’"”][.,]/;
const DOUBLE_OUTSIDE = /["”][.,]/;

/** A term is short. Anything longer is a quoted sentence and keeps its full stop. */
const MOST_WORDS = 6;
/** The full stop belongs to an abbreviation. */
const ABBREVIATED = /(?:^|[\s.(])(?:[A-Za-z]|Inc|Ltd|Corp|Co|Bros|Jr|Sr|Dr|Mr|Mrs|Ms|St|No|vs|etc|al)\.$/;

export const quotedPeriod: Rule = {
  id: 'quoted-period',
  group: 'quotation marks',
  what: 'A full stop or comma on the wrong side of a closing quotation mark.',
  why: 'The reference post leaves the punctuation of the sentence outside a coined term in single quotes, and puts the full stop of direct speech inside its double quotes. The AP Stylebook and the Chicago Manual of Style put it inside in both cases. A few words in double quotes without a speaker may be a term and are left alone.',
  severity: 'warning',
  fix: 'safe',
  options: ['usage.quoted_period'],
  bad: { body: "The lab calls it 'night science.' Its rivals do not." },
  good: { body: "The lab calls it 'night science'. Its rivals do not." },
  isLocal: true,
  *check(context) {
    const { house } = context;
    const { quoted_period: side } = house.usage;
    if (side === 'keep') return;
    if (side === 'inside') return yield* inAllPassages(context, inside, MARKED_OUTSIDE);
    yield* inAllPassages(context, (passage) => outside(passage, house), MARKED_INSIDE);
    // Other languages place it differently.
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
    const message = `${nameOf(mark)} inside the quotation marks of a term`;
    const advice = `Move the ${nameOf(mark)} after the closing quotation mark.`;
    yield { message, advice, span, edits: [{ span, text: quote + mark }] };
  }
}

/** Whether the final full stop or comma belongs to the sentence: the term is short, and the sentence ends or goes on. */
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
  const isLiteral = literalIn(text);
  for (const pair of outerPairs(text))
    if (!pair.han && canMoveInside(text, pair) && !isLiteral(pair)) yield outsideMatch(text, pair);
}

function* speech(passage: Passage, house: House): Generator<TextMatch> {
  const { text, isQuoted } = passage;
  if (isQuoted) return;
  const isLiteral = literalIn(text);
  for (const pair of outerPairs(text)) {
    if (!pair.double || pair.han || !canMoveInside(text, pair, WORD_OR_TERM_END) || isLiteral(pair)) continue;
    if (isSpeech(text, pair, house)) yield outsideMatch(text, pair);
  }
}

/** Words before the label of a button or the message of a program: `click on "Save"`, `print: "not found"`. */
const CUE =
  /\b(?:click|press|select|choose|tap|type|enter|prints?|printed|printing|echo(?:es)?|logs|options?|buttons?|fields?|labell?ed|labels?|menu|checkbox|commands?|errors?)(?:\s+(?:on|to|the|named|called|message|says))*:?\s*$/i;

/** A test for quotations of labels and messages, which keep their characters. All quotations of one sentence are alike. */
function literalIn(text: string): (pair: QuotePair) => boolean {
  if (!HAS_CUE.test(text)) return () => false;
  const sentences: { readonly end: number; isLiteral: boolean }[] = [];
  for (const { open, close } of quotePairs(text, 'all')) {
    let last = sentences.at(-1);
    if (!last || open >= last.end) {
      const rest = /[.!?]["'”’]?\s+["'“‘]?\p{Lu}/u.exec(text.slice(close));
      last = { end: rest ? close + rest.index + 1 : text.length, isLiteral: false };
      sentences.push(last);
    }
    last.isLiteral ||= CUE.test(text.slice(Math.max(0, open - 60), open));
  }
  return ({ open }) => sentences.find(({ end }) => open < end)?.isLiteral === true;
}

const HAS_CUE = new RegExp(`${CUE.source.replace(/\$$/, '')}["'“‘]`, 'i');

/** All pairs except those inside double quotation marks. */
function* outerPairs(text: string): Generator<QuotePair> {
  let quotedTo = -1;
  for (const pair of quotePairs(text, 'all')) {
    if (pair.close >= quotedTo) yield pair;
    if (pair.double) quotedTo = Math.max(quotedTo, pair.close);
  }
}

function outsideMatch(text: string, { close }: QuotePair): TextMatch {
  const span = { start: close, end: close + 2 };
  const [quote = '', mark = ''] = text.slice(span.start, span.end);
  const message = `${nameOf(mark)} outside the quotation marks`;
  return {
    message,
    advice: `Move the ${nameOf(mark)} before the closing quotation mark.`,
    span,
    edits: [{ span, text: mark + quote }],
  };
}

/** After a word, but not before another full stop or in a name such as 'x'.com. */
function canMoveInside(text: string, { open, close }: QuotePair, ending = WORD_END): boolean {
  const isAfterWord = close > open + 1 && ending.test(text.slice(close - 2, close));
  return isAfterWord && /^[.,](?:$|[\s)])/.test(text.slice(close + 1, close + 3));
}

const WORD_END = /[\p{L}\p{N}%)]$/u;
/** Also after a term at the end of the quotation: `"They call it 'so'".` */
const WORD_OR_TERM_END = /[\p{L}\p{N}%)]['’]?$/u;

/** Fewer words may be a term. */
const FEWEST_WORDS = 4;

/** Whether double quotation marks hold direct speech: a sentence, or words that the text attributes to a speaker. */
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

/** Whether most words are capitalized, as in a title. Small words do not count. */
function isTitled(words: readonly string[], { words: { small } }: House): boolean {
  const large = words.filter((word) => word !== 'I' && !small.includes(word.toLowerCase()));
  return large.length > 0 && large.filter((word) => /^['‘(]?\p{Lu}/u.test(word)).length * 2 > large.length;
}

function nameOf(mark: string): string {
  return mark === ',' ? 'comma' : 'full stop';
}
