import { memoize } from '../memoize.ts';
import type { Quantity } from '../prose/numbers.ts';
import { saysTheSame } from '../source-text/same-number.ts';
import type { SourceText } from '../source-text/source-text.ts';
import { isConverted, saysInWords } from './conversions.ts';

/** Numbers below this are words as often as figures, and one language counts what the other does not: 一个, `both`. */
const SMALL = 10;
const NEAR = 14;

/** Whether a number is always compared. Days and years are compared as dates. */
export function isCompared({ role, value, unit }: Quantity): boolean {
  return role !== 'date' && (unit !== '' || Math.abs(value) >= SMALL || !Number.isInteger(value));
}

/** Whether a number is a small count in digits, which is compared only if both versions have it in digits. */
export function isSmallFigure(text: string, { role, span }: Quantity): boolean {
  return role === 'amount' && /^\d$/.test(text.slice(span.start, span.end));
}

/** Of a version with more numbers than this, such as a table, only equal numbers count, because the rest takes too long. */
const MOST = 1000;

const PER = /\b(?:one|two|three|four|six|seven|eight|nine|\d) (?:in|out of) (?:every )?$/i;

const equalIn = memoize(({ numbers }: SourceText) => new Set(numbers.map(keyOf)));

function keyOf({ value, unit }: Quantity): string {
  return `${value} ${unit}`;
}

/** Whether a number of one version is in the other, perhaps rounded, converted or spelt out. */
export function hasNumber(text: string, number: Quantity, other: SourceText): boolean {
  const written = text.slice(number.span.start, number.span.end);
  // 一元 and `one percent` are as often words.
  if ((number.value === 1 && !/\d/.test(written)) || equalIn(other).has(keyOf(number))) return true;
  // `Nine in ten` is 90%.
  if (PER.test(text.slice(Math.max(0, number.span.start - 24), number.span.start))) return true;
  if (number.role === 'label') return hasLabel(number, written, other);
  const after = text.slice(number.span.end, number.span.end + NEAR);
  const otherText = other.source.text;
  return (
    saysInWords(number, after, other) ||
    isDecade(number, after, other) ||
    other.numbers.length > MOST ||
    other.numbers.some(
      (one) =>
        saysTheSame(roundedOnce(number, one), one, written) ||
        isSameElsewhere(number, one) ||
        isGrowth(text, number, one) ||
        isConverted(number, after, one, otherText.slice(one.span.end, one.span.end + NEAR)),
    ) ||
    isHeight(number, after, otherText)
  );
}

/** A number is rounded once: `about 150` is not `about 157`. */
function roundedOnce(number: Quantity, other: Quantity): Quantity {
  if (!number.hedge || !other.hedge) return number;
  const { hedge: _, ...exact } = number;
  return exact;
}

/** `GPT-5`, `Phase 3`, `52-48`: whether the digits occur. */
function hasLabel({ value }: Quantity, written: string, other: SourceText): boolean {
  const { keys, numbers } = other;
  const digits = /\d(?:[\d.,]*\d)?/.exec(written)?.[0].replaceAll(',', '');
  if (value < SMALL || (digits !== undefined && keys.has(digits))) return true;
  return numbers.some((one) => one.value === value) || saysInWords({ value, unit: '' }, '', other);
}

/** The same number where one language leaves the unit or the sign to other words: `零下 5 度`, `a loss of 40 million`. */
function isSameElsewhere(number: Quantity, other: Quantity): boolean {
  const isUnitOpen =
    number.unit === other.unit ||
    [number.unit, other.unit].every((unit) => unit === '' || isMoney(unit) || unit === 'pp');
  const isOneOpen = number.unit === other.unit || number.unit === '' || other.unit === '';
  return isUnitOpen && isOneOpen && Math.abs(number.value) === Math.abs(other.value);
}

function isMoney(unit: string): boolean {
  return /[$€£¥₹₩₽]/.test(unit);
}

/** `增长两倍` is to triple. */
function isGrowth(text: string, { span, value, unit }: Quantity, other: Quantity): boolean {
  if (unit !== 'x' || (other.unit !== 'x' && other.unit !== '%')) return false;
  const isMore = /[增涨多高升]\S{0,4}$|(?:by|increase of|rise of) $/.test(
    text.slice(Math.max(0, span.start - 12), span.start),
  );
  const times = other.unit === '%' ? other.value / 100 : other.value;
  return Math.abs(value - times) < 1e-9 || (isMore && Math.abs(Math.abs(value - times) - 1) < 1e-9);
}

const saysCentury = memoize(({ source: { text } }: SourceText) => /centur|世纪|\b\d{3}0s\b/.test(text));

/** 80 年代 is `the 1980s`, and 21 世纪 `the 2000s`. */
function isDecade({ value }: Quantity, after: string, other: SourceText): boolean {
  if (/^ ?年代/.test(after)) return ['18', '19', '20'].some((century) => other.keys.has(`${century}${value % 100}`));
  return /^(?: ?世纪|(?:st|nd|rd|th)[ -]centur)/.test(after) && saysCentury(other);
}

/** 1.88 米 is `6-foot-2`, which is two numbers. */
function isHeight({ value }: Quantity, after: string, other: string): boolean {
  return (
    value < 2.5 && /^ ?(?:米|m\b|met(?:er|re))/.test(after) && /\d[- ](?:foot|feet)[- ]\d|\d ?英尺 ?\d/.test(other)
  );
}

/**
 * The number of the first version that a number of the second probably stands for: one with the same unit that the second
 * lacks, as near as possible to the same place.
 */
export function counterpart(
  text: string,
  number: Quantity,
  offset: number,
  first: SourceText,
  missing: ReadonlySet<Quantity>,
): Quantity | undefined {
  const share = offset / Math.max(1, text.length);
  const length = Math.max(1, first.source.text.length);
  let best: Quantity | undefined;
  let least = Number.POSITIVE_INFINITY;
  if (missing.size > MOST) return undefined;
  for (const one of missing) {
    if (one.role !== number.role) continue;
    const distance = Math.abs(one.span.start / length - share) + (one.unit === number.unit ? 0 : 0.5);
    if (distance >= least) continue;
    least = distance;
    best = one;
  }
  return best;
}
