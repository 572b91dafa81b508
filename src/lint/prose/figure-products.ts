import type { Span } from '../../text/index.ts';
import type { Fault } from './figures.ts';
import type { Quantity } from './numbers.ts';
import { resultLike, shown } from './written-figures.ts';

/** Text that may have a price of each and what all cost. */
export const ANY_PRODUCT =
  /\b(?:each|apiece|average)\b|[$€£]\d[\d.,]*(?: [a-z]+)? (?:per|a) [a-z]|每|人均|均价|单价|平均/;

/** After an amount of money for one of many. */
const EACH_AFTER =
  /^(?:,? (?:each|apiece|on average|per [a-z]+)\b|(?: in [a-z]+)? a (?:head|piece|share|ton|barrel|ticket|seat|copy|unit|night|kilo|bottle|car|person|family|household)\b| ?(?:\/|一)?(?:每)?[人台辆架件只张个户吨股套份枚头本])/;
/** Before it. */
const EACH_BEFORE =
  /(?:\b(?:each|every [a-z]+)(?: [a-z]+){0,3}|\beach of [^,;.]{1,40}|\baverage(?: [a-z]+){0,2} of|\baverag(?:es?|ed|ing)|\b(?:an?|the) average(?: [a-z]+)?|(?:每[\u4e00-\u9fff]|人均|均价|单价|平均)[^，。；\d]{0,10}) ?$/i;

/** A product that is a power of ten away from what the text says, and nothing else, is a slip in a magnitude. */
const NEAR = 0.03;
/** Rounded figures give a product that is right. */
const RIGHT = 0.12;

/** Returns what is wrong with a number of things, the price of each and what all cost, in one sentence. */
export function faultOfProduct(
  text: string,
  quantities: readonly Quantity[],
): (Fault & { readonly span: Span }) | undefined {
  const amounts = quantities.filter(({ role, value, isRange }) => role === 'amount' && value > 0 && !isRange);
  const price = amounts.find((one) => isMoney(one) && isEach(text, one));
  if (!price) return undefined;
  const totals = amounts.filter((one) => one !== price && one.unit === price.unit && !isEach(text, one));
  const counts = amounts.filter(({ unit, value }) => unit === '' && value >= 3);
  const all = totals.flatMap((total) => counts.map((count) => ({ total, count, off: offOf(total, count, price) })));
  if (all.some(({ off }) => Math.abs(off) < RIGHT)) return undefined;
  const wrong = all.find(({ off }) => Math.abs(off) > 0.9 && Math.abs(off - Math.round(off)) < NEAR);
  if (!wrong) return undefined;
  const { total, count } = wrong;
  const ends = [total, count, price].map(({ span }) => span);
  const product = resultLike(total, count.value * price.value, text);
  return {
    message: `${shown(count, text)} times ${shown(price, text)} is ${product}, not ${shown(total, text)}`,
    advice: 'Correct the magnitude of one of the figures.',
    span: { start: Math.min(...ends.map(({ start }) => start)), end: Math.max(...ends.map(({ end }) => end)) },
  };
}

function isMoney({ unit }: Quantity): boolean {
  return /[$€£¥₹₩₽]/.test(unit);
}

function isEach(text: string, { span, whole }: Quantity): boolean {
  return (
    EACH_AFTER.test(text.slice(span.end, span.end + 40)) ||
    EACH_BEFORE.test(text.slice(Math.max(0, whole.start - 50), whole.start))
  );
}

/** The power of ten between a total and a product. */
function offOf(total: Quantity, count: Quantity, price: Quantity): number {
  return Math.log10(total.value / (count.value * price.value));
}
