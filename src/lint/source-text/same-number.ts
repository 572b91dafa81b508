import type { Hedge } from '../prose/hedges.ts';
import type { Quantity } from '../prose/numbers.ts';
import { tokensIn } from './tokens.ts';

/** How far a bounded number may be from what it bounds: `more than 40` for 43. */
const HEDGED = 0.1;

/**
 * Whether a number of the note says what a number of the source says. It may be rounded if it shows so: by a hedge, by
 * decimals, or by a magnitude in words.
 * @param written the number as the note has it.
 */
export function saysTheSame(note: Quantity, source: Quantity, written: string): boolean {
  if (!haveOneUnit(note, source)) return false;
  const own = inPercent(note, source);
  const other = inPercent(source, note);
  const gap = Math.abs(own - other);
  if (gap <= Math.abs(other) * 1e-9) return true;
  if (note.hedge) return isBounded(note.hedge, own, other) || gap <= note.step / 2;
  if (note.unit === '/' || source.unit === '/') return gap <= (isShare(source) && isShare(note) ? 0.7 : 0.007);
  // Of two numbers with one step, neither is rounded.
  const isRounded = source.step < note.step && (/[A-Za-z万亿千.]/.test(written) || !Number.isInteger(source.value));
  return isRounded && gap <= note.step / 2;
}

/** Whether a hedge admits the number of the source: `more than 40` admits 43, and not 39. */
function isBounded(hedge: Hedge, own: number, other: number): boolean {
  const share = (other - own) / Math.abs(own);
  if (hedge === 'about') return Math.abs(share) <= HEDGED / 2;
  return hedge === 'over' ? share >= 0 && share <= HEDGED : share <= 0 && share >= -HEDGED;
}

function inPercent({ unit, value }: Quantity, other: Quantity): number {
  return unit === '/' && isShare(other) ? value * 100 : value;
}

function isShare({ unit }: Quantity): boolean {
  return unit === '/' || unit === '%';
}

/** Whether two numbers count the same kind of thing, as far as their units say. */
function haveOneUnit({ unit: one }: Quantity, { unit: other }: Quantity): boolean {
  if (one === other) return true;
  const pair = new Set([one, other]);
  if (pair.has('/')) return pair.has('%') || pair.has('');
  return pair.has('') && pair.has('x');
}

const AROUND = 40;

/** Returns the number of the source whose neighbouring words are most like those of a number of the note. */
export function nearestNumber(
  text: string,
  note: Quantity,
  source: string,
  numbers: readonly Quantity[],
): Quantity | undefined {
  const own = new Set(wordsAround(text, note));
  let best: Quantity | undefined;
  let most = 0;
  for (const one of numbers) {
    if (one.role !== note.role) continue;
    const alike = wordsAround(source, one).filter((word) => own.has(word)).length;
    // A number with the same unit is near even without common words.
    const score = alike + (one.unit === note.unit ? 0.5 : 0) + (note.unit !== '' && one.unit === note.unit ? 0.6 : 0);
    if (score <= most) continue;
    most = score;
    best = one;
  }
  return most >= 1 ? best : undefined;
}

function wordsAround(text: string, { span: { start, end } }: Quantity): readonly string[] {
  const around = `${text.slice(Math.max(0, start - AROUND), start)} ${text.slice(end, end + AROUND)}`;
  return tokensIn(around)
    .map(({ key }) => key)
    .filter((key) => key.length > 3 || /\p{Script=Han}/u.test(key));
}
