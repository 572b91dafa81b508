import type { Quantity } from './numbers.ts';

/** The least and the greatest value that a number may stand for. */
export interface Interval {
  readonly low: number;
  readonly high: number;
}

/** How far newsrooms stretch the words around a number. */
const ABOUT = 0.1;
const BEYOND = 0.25;

const CURRENCY = /[$€£¥₹₩₽]/;

/**
 * Returns what a written number allows: half of its last digit up and down, and what `about`, `nearly`, `more than` and
 * `under` add. A small count is exact.
 */
export function allowed({ value, step, unit, hedge }: Quantity): Interval {
  const isExact = unit === '' && step === 1 && value < 20 && Number.isInteger(value);
  // Small amounts of money are seldom rounded.
  const isPrice = CURRENCY.test(unit) && step <= 1;
  return bounded(value, isExact ? 0 : isPrice ? step / 4 : step / 2, hedge);
}

/** Returns what a percentage allows as the result of a sum. Newsrooms also cut digits off, so its last digit may be one off. */
export function allowedResult({ value, step, hedge }: Quantity): Interval {
  const stretch = (hedge === 'about' ? Math.max(step, value * 0.15) : step) * 1.001;
  const { low, high } = bounded(value, stretch, hedge === 'about' ? undefined : hedge);
  return { low: hedge === 'under' ? 0 : low, high: hedge === 'over' ? Number.POSITIVE_INFINITY : high };
}

function bounded(value: number, slack: number, hedge: Quantity['hedge']): Interval {
  switch (hedge) {
    case 'about':
      return { low: value - Math.max(slack, value * ABOUT), high: value + Math.max(slack, value * ABOUT) };
    case 'nearly':
      return { low: value * (1 - ABOUT) - slack, high: value + slack };
    case 'over':
      return { low: value - slack, high: value * (1 + BEYOND) + slack };
    case 'under':
      return { low: value * (1 - BEYOND) - slack, high: value + slack };
    default:
      return { low: value - slack, high: value + slack };
  }
}

/** Whether two intervals have no value in common. */
export function areApart(one: Interval, other: Interval): boolean {
  return one.high < other.low || other.high < one.low;
}

/** Returns the change from one number to another in percent of the first, without its sign. */
export function changeIn(from: Quantity, to: Quantity): Interval {
  const [first, second] = [allowed(from), allowed(to)];
  const low = (second.low / first.high - 1) * 100;
  const high = (second.high / Math.max(first.low, Number.MIN_VALUE) - 1) * 100;
  if (low >= 0) return { low, high };
  return high <= 0 ? { low: -high, high: -low } : { low: 0, high: Math.max(-low, high) };
}

/** Returns one number in percent of another. */
export function shareOf(part: Quantity, total: Quantity): Interval {
  const [first, second] = [allowed(part), allowed(total)];
  return { low: (first.low / second.high) * 100, high: (first.high / Math.max(second.low, Number.MIN_VALUE)) * 100 };
}

/** Returns how much one number is above or below another. */
export function differenceOf(from: Quantity, to: Quantity): Interval {
  const [first, second] = [allowed(from), allowed(to)];
  const [low, high] = [second.low - first.high, second.high - first.low];
  if (low >= 0) return { low, high };
  return high <= 0 ? { low: -high, high: -low } : { low: 0, high: Math.max(-low, high) };
}

/** Returns a number for a message, with no more decimals than those of a step. */
export function printed(value: number, step = 1): string {
  const decimals = step >= 1 ? (Math.abs(value) < 10 ? 1 : 0) : Math.min(3, Math.ceil(-Math.log10(step) - 0.001));
  return String(Number(value.toFixed(decimals)));
}
