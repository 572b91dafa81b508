import { memoize } from '../memoize.ts';
import { allowed, changeIn, type Interval, shareOf } from './intervals.ts';
import type { Quantity } from './numbers.ts';
import { singular } from './skeleton.ts';

/** A number of a text with what it counts and the words around it. */
export interface Figure extends Quantity {
  /** As written. */
  readonly written: string;
  /** The text that it is in, in lower case. */
  readonly text: string;
  readonly isInTable: boolean;
}

const STOP = new Set(
  (
    'a an the and or but in on at of to from by for with as per than that this last next its their his her our is are was were has have had be been ' +
    'will would could may might it he she they we you who which what when where while after before about over under more less most new old big ' +
    'other additional major first different top key year years says said say first-ever up down out off not no also into amid how why all some'
  ).split(' '),
);

/** Returns the numbers with the text that they are in. */
export function figuresOf(text: string, quantities: readonly Quantity[], isInTable = false): readonly Figure[] {
  const lower = text.toLowerCase();
  return quantities.map((quantity): Figure => {
    const { start, end } = quantity.span;
    return { ...quantity, isInTable, written: text.slice(start, end), text: lower };
  });
}

/** Returns the nouns that a figure may count, in the singular. For Chinese, the measure word with the noun. */
export const nounsOf = memoize(({ text, span: { end } }: Figure): readonly string[] => {
  const after = text.slice(end, end + 60);
  const han = /^ ?([\u3400-\u9fff]{2,3})/.exec(after)?.[1];
  if (han) return [han];
  const nouns: string[] = [];
  for (const word of /^(?:[ -][a-z][a-z’'-]*){1,3}/.exec(after)?.[0].slice(1).split(' ') ?? []) {
    if (PREPOSITIONS.test(word)) break;
    if (!STOP.has(word)) nouns.push(singular(word));
  }
  return nouns;
});

const PREPOSITIONS =
  /^(?:in|on|at|of|to|from|by|for|with|as|than|that|and|or|but|who|which|will|is|are|was|were|has|have|had)$/;

function stemsIn(text: string): ReadonlySet<string> {
  const words = (text.match(/[a-z]{3,}/g) ?? []).filter((word) => !STOP.has(word)).map((word) => word.slice(0, 5));
  const pairs = [...(text.match(/[\u3400-\u9fff]{2,}/g) ?? [])].flatMap((run) =>
    [...run].slice(1).map((_, index) => run.slice(index, index + 2)),
  );
  // Forms of one verb differ: cut and cuts, rise and rises.
  return new Set([...words.flatMap((word) => [word, word.replace(/(?:s|ed|es|d)$/, '')]), ...pairs]);
}

/** The stems of the words around a figure. */
const around = memoize(({ text, span: { start, end } }: Figure) =>
  stemsIn(`${text.slice(Math.max(0, start - 60), start)} ${text.slice(end, end + 60)}`),
);

/** Returns how many words two figures share around them, other than what they count. */
export function sharedWords(one: Figure, other: Figure): number {
  const counted = stemsIn(nounsOf(one).join(' '));
  const others = around(other);
  return [...around(one)].filter((stem) => stem.length > 1 && !counted.has(stem) && others.has(stem)).length;
}

/** Whether one figure may stand for the other: `$5M` for `$5.2 million`, `40%` for `two-fifths`. */
export function isSame(one: Figure, other: Figure): boolean {
  // The sign of a percentage may be in the heading of a table, and nowhere else.
  const isPercentage = [one, other].some((figure) => figure.unit === '%' || figure.unit === 'pp');
  if (isPercentage && (one.unit === '' || other.unit === '') && !other.isInTable) return false;
  const [value, unit] = other.unit === '/' && one.unit === '%' ? [other.value * 100, '%'] : [other.value, other.unit];
  if (one.unit !== unit && one.unit !== '' && unit !== '' && !isMoney(one.unit, unit)) return false;
  const [first, second] = [allowed(one), allowed(other)];
  if (one.value === value) return true;
  return (
    (value >= first.low && value <= first.high) ||
    (one.value >= second.low && one.value <= second.high && unit === other.unit)
  );
}

/** Both may be called dollars. */
function isMoney(one: string, other: string): boolean {
  return one.endsWith('$') && other.endsWith('$');
}

/** Whether two figures count the same and so contradict each other if they differ. */
export function countSame(one: Figure, other: Figure): boolean {
  if (one.unit !== other.unit) return isMoney(one.unit, other.unit);
  return one.unit !== '' || nounsOf(one).some((noun) => nounsOf(other).includes(noun));
}

/** Whether a figure is the result of two neighbours of a text: a change, a share, a sum or a difference of what it counts. */
export function isResultOf(figure: Figure, figures: readonly Figure[]): boolean {
  const amounts = figures.filter(({ role }) => role === 'amount');
  const gives = figure.unit === '%' ? givesPercentage : givesCount;
  return amounts.some((one, at) => amounts.slice(at + 1, at + 3).some((other) => gives(one, other, figure)));
}

function givesPercentage(one: Figure, other: Figure, { value, step }: Figure): boolean {
  if (one.unit !== other.unit || one.unit === '%' || one.unit === 'pp') return false;
  const isNear = ({ low, high }: Interval) => high - low < 10 && value >= low - step && value <= high + step;
  return [changeIn(one, other), changeIn(other, one), shareOf(one, other)].some(isNear);
}

/** 8% of 500 workers are 40 workers. */
function givesCount(one: Figure, other: Figure, figure: Figure): boolean {
  const { value, unit } = figure;
  const isShare = one.unit === '%' && Math.abs((one.value * other.value) / 100 - value) <= value * 0.05;
  const isSum = one.unit === unit && one.value + other.value === value;
  const isDifference = one.unit === unit && Math.abs(one.value - other.value) === value;
  return (isShare || isSum || isDifference) && countSame(other, figure);
}
