import type { Fault, Figures } from './figures.ts';
import { printed } from './intervals.ts';
import type { Quantity } from './numbers.ts';
import { nounAfter } from './skeleton.ts';
import { resultLike, shown } from './written-figures.ts';

const PEOPLE = new Set(
  'person member worker employee student pupil passenger victim patient participant candidate delegate player juror prisoner teacher nurse doctor officer engineer scientist resident guest survivor athlete volunteer artist author soldier child adult miner tourist driver migrant refugee suspect voter fan 人 名 位'.split(
    ' ',
  ),
);
const GROUPS: readonly (readonly string[])[] = [
  ['man', 'woman'],
  ['man', 'woman', 'child'],
  ['boy', 'girl'],
  ['adult', 'child'],
  ['man', 'woman', 'boy', 'girl'],
];
/** `a guard` in a list of parts. */
const ONE = /(?:[:,] |\band )(?:an?|one) (?=[a-z])/g;
/** `Three ways` says how many parts there are. It is not one of them. */
const WAYS = /^[ -](?:ways|parts|groups|shares|pieces|lots|kinds|tranches|categories)\b/;

/** Returns what is wrong with a total and its parts, or undefined. */
export function faultOfParts(figures: Figures, isTotalLast: boolean): Fault | undefined {
  const { text, matched } = figures;
  const areWays = ({ span }: Quantity) => WAYS.test(text.slice(span.end, span.end + 12));
  const [first, ...rest] = figures.quantities;
  if (!first || areWays(first)) return undefined;
  const quantities = [first, ...rest.filter((one) => !areWays(one))];
  const total = isTotalLast ? quantities.at(-1) : quantities[0];
  const parts = isTotalLast ? quantities.slice(0, -1) : quantities.slice(1);
  const ones = isTotalLast ? 0 : (matched.match(ONE)?.length ?? 0);
  if (!total || parts.length + ones < 2 || quantities.some(({ unit, hedge }) => unit !== total.unit || hedge))
    return undefined;
  if (ones > 0 && total.unit !== '') return undefined;
  const all = parts.reduce((previous, { value }) => previous + value, ones);
  if (!isTotalLast && !areAll(parts, total, all, figures)) return undefined;
  const slack = total.unit === '' ? 0 : quantities.reduce((previous, { step }) => previous + step / 2, 0);
  if (Math.abs(all - total.value) <= Math.min(slack, total.value * 0.04)) return undefined;
  const written = [...parts.map((part) => shown(part, text)), ...Array.from({ length: ones }, () => '1')].join(' + ');
  const isLong = written.length > 40;
  const what = isLong ? 'the sum of the parts' : /^[\p{Ll}\p{N}]/u.test(written) ? written : `'${written}'`;
  const sum = total.unit === '' ? printed(all) : resultLike(total, all, text);
  return { message: `${what} is ${sum}, not ${shown(total, text)}`, advice: 'Correct the total or its parts.' };
}

/** Whether a list has all parts of a total, and nothing else. */
function areAll(parts: readonly Quantity[], total: Quantity, all: number, { text, matched }: Figures): boolean {
  const nouns = parts.map((part) => nounAfter(text, part) ?? '').sort();
  const isGroup = GROUPS.some((group) => [...group].sort().join(' ') === nouns.join(' ')) || /[男女]/.test(matched);
  const own = nounAfter(text, total) ?? '';
  const arePeople = PEOPLE.has(own) || / of \ue000/i.test(matched);
  // After a colon, the parts are all of the total. After a comma, they may be a choice.
  const isList =
    /^\ue000[^,:]*(?::|,? made up of|,? consisting of|,? comprising)/i.test(matched) || SPLIT.test(matched);
  const isOwn = (noun: string) => noun === '' || noun === own;
  const isCertain = total.unit !== '' || arePeople || (all > total.value && nouns.every(isOwn));
  // `12 people, six in Hamburg and five in Bremen`: the parts have no nouns of their own. Some parts of a total are far from it.
  const isPlaced =
    PLACED.test(matched) &&
    nouns.every(isOwn) &&
    (all > total.value || total.value - all <= Math.max(2, total.value / 10));
  return (isGroup && arePeople) || (isList && isCertain) || isPlaced;
}

const SPLIT = /^\ue000[^,:]*\b(?:split|divided|shared|broken down)\b/i;
const PLACED = /^\ue000 [a-z]+(?:,| [–—-]) \ue000 (in|at|from|on) [^,]+(?:, \ue000 \1 [^,]+)*,? and \ue000 \1 /i;

/** Returns what is wrong with a part that is larger than its total, or undefined. */
export function faultOfSubset(total: Quantity, part: Quantity, { text }: Figures): Fault | undefined {
  const [one, other] = [nounAfter(text, total) ?? '', nounAfter(text, part) ?? ''];
  const isSame = total.unit !== '' || one === other || (PEOPLE.has(one) && (PEOPLE.has(other) || KINDS.has(other)));
  if (total.unit !== part.unit || !isSame || total.hedge === 'over' || part.value <= total.value * 1.05)
    return undefined;
  return {
    message: `${shown(part, text)} is more than the ${shown(total, text)} that it is a part of`,
    advice: 'Correct the total or its part.',
  };
}

const KINDS = new Set(['man', 'woman', 'boy', 'girl', 'infant', 'baby', 'teenager']);
