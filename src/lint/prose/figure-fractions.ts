import type { Fault, Figures } from './figures.ts';
import { printed } from './intervals.ts';
import type { Quantity } from './numbers.ts';
import { resultLike, shown, together } from './written-figures.ts';

/** A fraction in words, as a pattern and by its parts. */
export const FRACTION_WORDS =
  '(?:(?:(?:about|roughly|some|nearly|almost|just over|just under|more than|less than|over|exactly) )?(?:half|(?:an?|one)[ -](?:third|quarter|fifth|sixth|eighth|tenth))|\ue003)';

const PART = /(half|(?:an?|one)[ -](third|quarter|fifth|sixth|eighth|tenth))(?! (?:million|billion|dozen|hour))/i;
const PARTS: Readonly<Record<string, number>> = { third: 3, quarter: 4, fifth: 5, sixth: 6, eighth: 8, tenth: 10 };
/** Fractions in words are rounded, but not to another one: from two fifths to a half is a quarter more. */
const SLACK = 0.13;
const HEDGED = 0.2;

const RESULT = 'Correct the result or the figures.';

/** Returns what is wrong with one number as a fraction of another, or undefined. */
export function faultOfFraction(part: Quantity, total: Quantity, figures: Figures): Fault | undefined {
  const [written, fraction] = fractionIn(figures) ?? ['', 0];
  if (fraction === 0 || part.unit !== total.unit) return undefined;
  const { text, matched } = figures;
  const ratio = part.value / total.value / fraction;
  const isHedged = part.hedge ?? total.hedge ?? /about|roughly|some|nearly|almost|just|more|less|over/i.exec(matched);
  const slack = isHedged ? HEDGED : SLACK;
  if (ratio > 1 - slack && ratio < 1 + slack * 1.2) return undefined;
  if (part.value > total.value) {
    const right = resultLike(part, total.value * fraction, text);
    const message = `${written.toLowerCase()} of ${shown(total, text)} is ${right}, not ${shown(part, text)}`;
    return { message, advice: RESULT };
  }
  const percent = printed((part.value / total.value) * 100, 0.1);
  return {
    message: `${together(part, 'of', total, text)} is ${percent}%, not ${written.toLowerCase()}`,
    advice: RESULT,
  };
}

/** The fraction of a form, as written and as a number. */
function fractionIn({ text, matched, quantities }: Figures): readonly [written: string, value: number] | undefined {
  const inDigits = quantities.find(({ unit }) => unit === '/');
  if (inDigits) return [text.slice(inDigits.span.start, inDigits.span.end), inDigits.value];
  const found = PART.exec(matched.slice(matched.search(/\b(?:or|half|thirds?|quarters?|fifths?|tenths?)\b/)));
  if (!found) return undefined;
  const [, written = '', name = ''] = found;
  return [written, name === '' ? 0.5 : 1 / (PARTS[name.toLowerCase()] ?? 1)];
}

/** `From 3.5% to 4%, an increase of half a percent`. */
export function faultOfHalfPoint(a: Quantity, b: Quantity, { text }: Figures): Fault | undefined {
  if (a.unit !== '%' || b.unit !== '%' || Math.abs(Math.abs(a.value - b.value) - 0.5) > 0.05) return undefined;
  return {
    message: `${shown(a, text)} to ${shown(b, text)} is half a percentage point, not half a percent`,
    advice: "Write 'half a percentage point'.",
  };
}
