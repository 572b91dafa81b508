import type { Span } from '../../text/index.ts';
import { memoizeText } from '../memoize.ts';
import { type Hedge, hedgeAround } from './hedges.ts';
import { roleOf } from './number-roles.ts';
import { ENGLISH_NUMERAL, englishValue, HAN_NUMERAL, hanValue, magnitudeOf } from './numerals.ts';
import { currencyOf, PREFIX, SUFFIX, unitOf } from './units.ts';

/** A number in a text, in digits or words. */
export interface Quantity {
  /** The number with its currency, magnitude and unit: `$5 million`, `40%`, `3 亿元`. */
  readonly span: Span;
  /** The same with the words that bound it: `more than $5 million`. */
  readonly whole: Span;
  /** 5000000 for `5 million`, 40 for `40%`, 200000000 for `两亿`. */
  readonly value: number;
  /**
   * `%`, `pp` for percentage points, `/` for a fraction (the value of `two-thirds` is 2/3), `x` for `times`, a currency
   * (`$`, `€`, `£`, `¥` for yuan, `JP¥`, `HK$` …), or an empty text.
   */
  readonly unit: string;
  /** The smallest step that the number shows: 0.1 for `4.5`, 100000 for `1.2 million`, 100 for `1,200`. */
  readonly step: number;
  readonly hedge?: Hedge;
  /** One end of a range, such as `5–10` or `5 to 10`, but not of a change `from 5 to 10`. */
  readonly isRange?: true;
  /**
   * `amount` for a count or a measure; `date` for a year, a day or a time of day; `label` for a number that is part of a
   * name: an ordinal, a version, a score, `Phase 3`, `GPT-5`.
   */
  readonly role: 'amount' | 'date' | 'label';
}

const S = '[ \\u00a0\\u202f]';
const DIGITS = '\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?|\\d+(?:\\.\\d+)?';
const MAGNITUDE = `(?:${S}?[多余]?${S}?(?:万亿|[十百千]?亿|[十百千]?万|千(?![克米瓦卡赫伏帕字兆])))|(?:${S}|-)(?:thousand|million|billion|trillion)(?![a-z])|(?:[KMBT]|k|[bmt]n|mln|trn)(?![A-Za-z\\d])|(?<=[$£€¥][\\d.,]{1,16})${S}?(?:[mbt]|[bmt]n)(?![A-Za-z\\d])`;
const FRACTION = `(?:one|two|three|four|five|seven)-(?:thirds?|quarters?|fifths?|sixths?|eighths?|tenths?)|[一二三四五六七八九十百千万\\d]{1,6}分之[一二三四五六七八九十百\\d.]{1,6}`;
/**
 * Every number, in lower case: a pattern that ignores case takes twice as long to compile. Which of them is a word or a name,
 * `roleOf` decides.
 */
const NUMBER = new RegExp(
  `(?<fraction>${FRACTION})|(?<prefix>${PREFIX})?(?:(?<digits>${DIGITS})(?<magnitude>${MAGNITUDE})?|(?<![A-Za-z'’-])(?<words>${ENGLISH_NUMERAL})(?![A-Za-z]|[-'’](?:th|s\\b|t\\b))|(?<han>${HAN_NUMERAL}))(?<suffix>${S}?[多余]?(?:${SUFFIX}))?`.toLowerCase(),
  'g',
);

/** Returns the numbers of the text of a passage. */
export const numbersOf = memoizeText((text) => numbersIn(text));

/**
 * Returns every number of a text in order.
 * @param isTitle whether nouns and verbs have capitals, as in a headline, so that a capital shows no name.
 */
export function numbersIn(text: string, isTitle = false): readonly Quantity[] {
  const found: Quantity[] = [];
  for (const match of lowered(text).matchAll(NUMBER)) {
    const role = roleOf(text, match, isTitle);
    if (role) found.push({ ...read(text, match), role });
  }
  return withRanges(text, found);
}

/** The text with its ASCII letters in lower case, of the same length. */
export function lowered(text: string): string {
  return text.replace(/[A-Z]+/g, (letters) => letters.toLowerCase());
}

/** A sign before digits, but no dash between words or numbers. */
const NEGATIVE = /(?:^|[\s(（从由至到])[-−–]$/;

function read(text: string, { 0: written, index, groups = {} }: RegExpExecArray): Omit<Quantity, 'role'> {
  const { digits, words, han, magnitude = '', fraction, prefix, suffix = '' } = groups;
  const end = index + written.length;
  const isNegative = digits !== undefined && NEGATIVE.test(text.slice(Math.max(0, index - 2), index));
  const start = isNegative ? index - 1 : index;
  const times = magnitudeOf(magnitude.replace(/[\s\u00a0\u202f多余-]/g, ''));
  const base = digits
    ? Number(digits.replaceAll(',', '')) * times
    : words
      ? englishValue(words)
      : han
        ? hanValue(han)
        : 0;
  const unit = fraction ? '/' : prefix ? currencyOf(prefix) : unitOf(suffix);
  // 九成五 is 95%.
  const tenths = /成(.?)$/.exec(suffix);
  const value = fraction
    ? fractionOf(fraction)
    : fixed((tenths ? base * 10 + (tenths[1] ? hanValue(tenths[1]) : 0) : base) * (isNegative ? -1 : 1));
  const step = digits ? stepOf(digits, times) * (tenths && !tenths[1] ? 10 : 1) : roundStep(value);
  const { hedge, from, to } = hedgeAround(text, start, end, /[多余]/.test(magnitude + suffix));
  return { span: { start, end }, whole: { start: from, end: to }, value, unit, step, ...(hedge ? { hedge } : {}) };
}

/** Removes the noise of binary fractions: 1.1 million is 1100000. */
function fixed(value: number): number {
  return Number(value.toPrecision(12));
}

function stepOf(digits: string, times: number): number {
  const decimals = digits.split('.')[1]?.length ?? 0;
  return decimals > 0 || times > 1 ? fixed(times * 10 ** -decimals) : roundStep(Number(digits.replaceAll(',', '')));
}

/** A round number from a thousand may be rounded: the step of 1200 is 100, that of 40 is 1. Two digits count at least. */
function roundStep(value: number): number {
  if (value < 1000) return 1;
  const digits = String(Math.round(value));
  const zeros = /0*$/.exec(digits)?.[0].length ?? 0;
  return 10 ** Math.min(zeros, Math.max(0, digits.length - 2));
}

const FRACTIONS: Readonly<Record<string, number>> = { third: 3, quarter: 4, fifth: 5, sixth: 6, eighth: 8, tenth: 10 };

function fractionOf(written: string): number {
  const [below = '', above = ''] = written.split('分之');
  const han = (part: string) => (/^[\d.]+$/.test(part) ? Number(part) : hanValue(part));
  if (above) return han(above) / han(below);
  const [one = '', part = ''] = written.toLowerCase().split('-');
  return englishValue(one) / (FRACTIONS[part.replace(/s$/, '')] ?? 1);
}

const DASH = /^(?: ?[-–~～] ?|—)$/;

/** Gives the first number of a range the magnitude and the unit that only the second has: `5 to 10 million`. */
function withRanges(text: string, all: readonly Quantity[]): readonly Quantity[] {
  const result = [...all];
  for (let at = 1; at < result.length; at++) {
    const [first, second] = [result[at - 1], result[at]];
    if (!first || !second || first.role !== 'amount' || second.role !== 'amount') continue;
    const between = text.slice(first.span.end, second.span.start);
    const isDash = DASH.test(between);
    if (isDash && first.value >= second.value && first.unit === second.unit) {
      // A score or a vote: 3-2.
      result[at - 1] = { ...first, role: 'label' };
      result[at] = { ...second, role: 'label' };
      continue;
    }
    if (!isDash && !/^(?: to | or |(?: ?[至到] ?))$/.test(between)) continue;
    // `grew 25% to $5 million` and `rose 0.2% to 4.2% from 4%` are no ranges.
    if (!isDash && (areOther(text, first, second) || /^,? (?:up |down )?from\b/.test(text.slice(second.span.end))))
      continue;
    const isChange =
      !isDash && /(?:\bfrom|[从由自]) ?$/i.test(text.slice(Math.max(0, first.whole.start - 8), first.whole.start));
    const range = isChange || between.includes('or') ? {} : { isRange: true as const };
    result[at - 1] = { ...sharing(text, first, second), ...range };
    result[at] = { ...second, unit: second.unit || currencyFor(first, second), ...range };
  }
  return result;
}

/** Two kinds of numbers: also `fell 0.75% to 120.3 million`. */
function areOther(text: string, first: Quantity, second: Quantity): boolean {
  const isShare = first.unit === '%' || first.unit === 'pp' || first.unit === '/';
  if (isShare && second.unit === '' && scaleIn(text, second) > 1) return true;
  return first.unit !== '' && second.unit !== '' && first.unit !== second.unit;
}

function currencyFor(first: Quantity, second: Quantity): string {
  return first.unit !== '%' && first.unit !== 'pp' && first.unit !== '/' && second.step > 1 ? first.unit : '';
}

function sharing(text: string, first: Quantity, second: Quantity): Quantity {
  const scale = scaleIn(text, second);
  const isScaled = scaleIn(text, first) === 1 && scale > 1 && first.value < 1000 && first.value <= second.value / scale;
  const times = isScaled ? scale : 1;
  return { ...first, value: fixed(first.value * times), step: first.step * times, unit: first.unit || second.unit };
}

/** The magnitude that a number is written with. */
function scaleIn(text: string, { span }: Quantity): number {
  const written = /(?:thousand|million|billion|trillion|万亿|[十百千]?亿|[十百千]?万|千|[KMB]|[bmt]n)/i.exec(
    text.slice(span.start, span.end),
  );
  return written && /\d/.test(text.slice(span.start, span.end)) ? magnitudeOf(written[0]) : 1;
}
