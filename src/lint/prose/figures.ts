import type { FigureForm } from './figure-forms.ts';
import { faultOfFraction, faultOfHalfPoint } from './figure-fractions.ts';
import { faultOfParts, faultOfSubset } from './figure-parts.ts';
import {
  allowed,
  allowedResult,
  areApart,
  changeIn,
  differenceOf,
  type Interval,
  printed,
  shareOf,
} from './intervals.ts';
import type { Quantity } from './numbers.ts';
import { nounAfter } from './skeleton.ts';
import { shown, together } from './written-figures.ts';

/** The figures that a form relates, where a sentence states them. */
export interface Figures {
  /** The text of the numbers' spans. */
  readonly text: string;
  /** Their sentence in the skeleton, up to the end of the form. */
  readonly sentence: string;
  /** The part of the skeleton that the form matches. */
  readonly matched: string;
  readonly quantities: readonly Quantity[];
  /** The numbers of the sentence before the form. */
  readonly earlier: readonly Quantity[];
}

export interface Fault {
  readonly message: string;
  readonly advice: string;
}

/** Returns what is wrong with the figures of a form, with the sum, or undefined. */
export function faultOf(form: FigureForm, figures: Figures): Fault | undefined {
  if (form.kind === 'parts') return faultOfParts(figures, form.order === 'PT');
  const quantities =
    form.kind === 'fraction' ? figures.quantities.filter(({ unit }) => unit !== '/') : figures.quantities;
  const [a, b, z] = ['A', 'B', 'Z'].map((role) => quantities[form.order.indexOf(role)]);
  if (!a || !b) return undefined;
  switch (form.kind) {
    case 'change':
      return z && isComparable(a, b, figures) ? faultOfChange(a, b, z, figures) : undefined;
    case 'share':
      return z && a.unit === b.unit ? faultOfShare(a, b, z, figures) : undefined;
    case 'multiple':
      return isComparable(a, b, figures) ? faultOfMultiple(a, b, form.ratio ?? 1, figures) : undefined;
    case 'subset':
      return faultOfSubset(a, b, figures);
    case 'fraction':
      return faultOfFraction(a, b, figures);
    case 'half-point':
      return faultOfHalfPoint(a, b, figures);
    default:
      return faultOfDirection(a, b, form, figures);
  }
}

/** Whether two numbers have the same unit and count the same, as far as the text says. */
function isComparable(a: Quantity, b: Quantity, { text }: Figures): boolean {
  const [one, other] = [nounAfter(text, a), nounAfter(text, b)];
  if (a.unit !== b.unit) return false;
  // `from 280 MB to 384k`: the second may have another measure.
  const isMeasured = [one, other].some(
    (noun) => noun !== undefined && (noun.length < 3 || /[A-Z]/.test(noun)) && !/[\u4e00-\u9fff]/.test(noun),
  );
  // In `from 5 to 10 km` both have the measure of the second.
  const isShared = one === undefined && text.slice(a.span.end, b.span.start) === ' to ';
  return one === other || isShared || (!isMeasured && (one === undefined || other === undefined));
}

const RESULT = 'Correct the result or the figures.';

function faultOfChange(a: Quantity, b: Quantity, z: Quantity, figures: Figures): Fault | undefined {
  const arePercentages = a.unit === '%' && b.unit === '%';
  const arePoints = z.unit === 'pp' || (z.unit === '' && arePercentages && nounAfter(figures.text, z) === 'point');
  const fromTo = together(a, 'to', b, figures.text);
  const stated = allowedResult(z);
  const points = printed(Math.abs(b.value - a.value), Math.min(a.step, b.step));
  const inPoints = `${points} percentage point${points === '1' ? '' : 's'}`;
  if (arePoints) {
    if (!arePercentages || !areApart(differenceOf(a, b), allowed(z))) return undefined;
    return { message: `${fromTo} is ${inPoints}, not ${printed(z.value, z.step)}`, advice: RESULT };
  }
  if (z.unit === '%') {
    const percent = midPercent(a, b) ?? 0;
    const isDifference = Math.abs(z.value - Math.abs(b.value - a.value)) < z.step / 10;
    if (arePercentages && isDifference && Math.abs(percent - z.value) > z.step) {
      return {
        message: `${fromTo} is ${inPoints}, not ${shown(z, figures.text)}`,
        advice: "Write 'percentage points'.",
      };
    }
    // A result that is exactly the share of the wrong number is no rounding: 300 of 1,500, not of 1,200.
    const isOfResult = !z.hedge && Math.abs((Math.abs(b.value - a.value) / b.value) * 100 - z.value) < z.step / 10;
    const isOther = isOfResult && Math.abs(percent - z.value) > z.step * 2;
    if (!isOther && !areApart(changeIn(a, b), stated)) return undefined;
    const change = `${printed(midPercent(a, b) ?? 0, z.step)}%`;
    return { message: changeMessage(fromTo, a, b, change, shown(z, figures.text)), advice: RESULT };
  }
  if (z.unit !== a.unit || !isComparable(a, z, figures) || !isComparable(b, z, figures)) return undefined;
  if (!areApart(differenceOf(a, b), allowed(z))) return undefined;
  const difference = printed(Math.abs(b.value - a.value), Math.min(a.step, b.step));
  return { message: changeMessage(fromTo, a, b, difference, shown(z, figures.text)), advice: RESULT };
}

function midPercent(a: Quantity, b: Quantity): number | undefined {
  return a.value === b.value ? undefined : Math.abs(b.value / a.value - 1) * 100;
}

/** `5 to 10 is a rise of 100%, not 50%`. */
function changeMessage(fromTo: string, a: Quantity, b: Quantity, change: string, stated: string): string {
  if (a.value === b.value) return `${fromTo} is no change, not ${stated}`;
  return b.value > a.value
    ? `${fromTo} is a rise of ${change}, not ${stated}`
    : `${fromTo} is a fall of ${change}, not ${stated}`;
}

function faultOfShare(a: Quantity, b: Quantity, z: Quantity, figures: Figures): Fault | undefined {
  if (z.unit !== '%' || !areApart(shareOf(a, b), allowedResult(z))) return undefined;
  const share = printed((a.value / b.value) * 100, z.step);
  return {
    message: `${together(a, 'of', b, figures.text)} is ${share}%, not ${shown(z, figures.text)}`,
    advice: RESULT,
  };
}

const MULTIPLES: Readonly<Record<number, string>> = { 0.5: 'half', 2: 'double', 3: 'triple', 4: 'quadruple' };

function faultOfMultiple(a: Quantity, b: Quantity, ratio: number, figures: Figures): Fault | undefined {
  const [first, second] = [allowed(a), allowed(b)];
  const actual = { low: second.low / first.high, high: second.high / Math.max(first.low, Number.MIN_VALUE) };
  if (!areApart(actual, allowedMultiple(ratio, figures))) return undefined;
  const times = printed(b.value / a.value, 0.1);
  const message = `${together(a, 'to', b, figures.text)} is ${times} times as much, not ${MULTIPLES[ratio]}`;
  return { message, advice: RESULT };
}

function allowedMultiple(ratio: number, { sentence, matched }: Figures): Interval {
  const before = sentence.slice(0, sentence.length - matched.length);
  const isBelow = ratio < 1;
  if (/(?:nearly|almost|close to|近|将近|接近) ?$/i.test(before))
    return isBelow ? { low: ratio * 0.98, high: 0.65 } : { low: ratio * 0.8, high: ratio * 1.02 };
  if (/(?:more than|over|at least|超|超过) ?$/i.test(before))
    return isBelow ? { low: 0, high: ratio * 1.02 } : { low: ratio * 0.98, high: Number.POSITIVE_INFINITY };
  const isAbout = /(?:about|roughly|virtually|practically|约|几乎) ?$/i.test(before);
  const slack = isAbout ? 0.2 : 0.12;
  return { low: ratio * (1 - slack), high: ratio * (1 + slack) };
}

/** Where a smaller number is the higher one, or where figures are not compared. */
const NO_DIRECTION =
  /\b(?:rank(?:s|ed|ing|ings)?|places?|positions?|spots?|seed(?:s|ed)?|lists?|tables?|charts?|standings|handicap|exchange|currency|yen|sterling|rubles?|lira|pesos?|rupees?|minus|below|odds|deficit|loss(?:es)?|negative|per dollar|the dollar|the euro|hours|o'clock|age[ds]?|degrees? south)\b|排名|名次|汇率|零下|第 ?$|亏损|兑/i;

function faultOfDirection(a: Quantity, b: Quantity, form: FigureForm, figures: Figures): Fault | undefined {
  const { sentence, matched, earlier } = figures;
  if (NO_DIRECTION.test(sentence) || a.unit === 'pp') return undefined;
  const isBack = /^[\ue000\ue001]/.test(matched);
  // `Prices fell from 10% to 30%` may mean by 10% to 30%.
  if (!isBack && form.kind === 'fall' && /[\ue000\ue001] to [\ue000\ue001]$/.test(matched)) {
    if (a.unit === '%' || /^(?:cut|reduced|lowered|slashed|trimmed|narrowed)/i.test(matched)) return undefined;
  }
  const isWrong = (now: Quantity) => {
    const [before, after] = [allowed(a), allowed(now)];
    return form.kind === 'rise' ? after.high < before.low : after.low > before.high;
  };
  // Any number of the sentence may be the one that is up or down.
  const others = isBack ? earlier.filter((one) => one.unit === a.unit && isComparable(a, one, figures)) : [];
  if (!isComparable(a, b, figures) || ![b, ...others].every(isWrong)) return undefined;
  const message = form.kind === 'rise' ? noRise(a, b, figures.text, isBack) : noFall(a, b, figures.text, isBack);
  return { message, advice: 'Correct one of the figures, or the direction.' };
}

function noRise(a: Quantity, b: Quantity, text: string, isBack: boolean): string {
  return isBack
    ? `'up from ${shown(a, text)}', but ${shown(b, text)} is less`
    : `${together(a, 'to', b, text)} is a fall, not a rise`;
}

function noFall(a: Quantity, b: Quantity, text: string, isBack: boolean): string {
  return isBack
    ? `'down from ${shown(a, text)}', but ${shown(b, text)} is more`
    : `${together(a, 'to', b, text)} is a rise, not a fall`;
}
