import { firstIndex, type Span } from '../../text/index.ts';
import { numbersIn, type Quantity } from './numbers.ts';

/** The characters that stand for numbers in a skeleton. */
export const AMOUNT = '\ue000';
export const PERCENT = '\ue001';
export const POINTS = '\ue002';
/** A range, a fraction, a multiple or a negative number. Patterns do not match it. */
export const OTHER = '\ue003';

/** A text in which one character stands for each number, so that a pattern sees the sentence around the numbers. */
export interface Skeleton {
  readonly text: string;
  /** Returns the numbers between two offsets of the skeleton, in order. */
  readonly quantities: (span: Span) => readonly Quantity[];
}

/** Returns the skeleton of a text with its numbers. The words that bound a number belong to it; dates and names stay as written. */
export function skeletonOf(text: string, numbers = numbersIn(text)): Skeleton {
  const at: number[] = [];
  const all: Quantity[] = [];
  let skeleton = '';
  let reached = 0;
  for (const quantity of numbers) {
    const { whole, span, hedge, role } = quantity;
    if (role !== 'amount' || whole.start < reached) continue;
    // `Sales were up to 410 from 380` is no bound.
    const isRise = hedge === 'under' && UP_TO.test(text.slice(Math.max(0, whole.start - 8), span.start));
    skeleton += text.slice(reached, isRise ? span.start : whole.start);
    at.push(skeleton.length);
    all.push(quantity);
    skeleton += placeholder(quantity);
    reached = whole.end;
  }
  const index = (offset: number) => firstIndex(at, (one) => one >= offset);
  const quantities = ({ start, end }: Span) => all.slice(index(start), index(end));
  return { text: skeleton + text.slice(reached), quantities };
}

const UP_TO = /\b(?:was|were|is|are|went|edged|inched|crept|ticked) up to $/i;

function placeholder({ unit, isRange, value }: Quantity): string {
  if (isRange || unit === '/' || unit === 'x' || value <= 0) return OTHER;
  if (unit === '%') return PERCENT;
  return unit === 'pp' ? POINTS : AMOUNT;
}

/** Words after a number that are no noun that it counts. */
const NO_NOUN = new Set(
  (
    'a an the and or but in on at of to from by for with as per than that this last next its their his her our is are was were has have had ' +
    'will would could may might more fewer less each every other years-old year-old earlier later ago before after during since while when where ' +
    'which who whose into over under about between through this these those so not then now today yesterday up down out off only about annually yearly overall'
  ).split(' '),
);

/** A measure with a symbol. It is compared with its capitals: `MB`, `km`. */
const MEASURE =
  /^[ \u00a0\u202f-]?((?:[kKMGTP]i?)?B|[kMGT]?Wh?|[kMG]?Hz|[km]?g|[kcm]?m|mi|lbs?|oz|ft|m?s|h|min|mph|[KMG]?bps|fps|px|°[CF]?)(?![A-Za-z\d])/;
const NO_MEASURE = '增升涨提扩攀跃降减跌缩下上回翻至到为中的占以左上多余和与或，';

/** Returns the noun that follows a number, in the singular: `ton` in `5 tons`. For Chinese, the measure word. */
export function nounAfter(text: string, { span, unit }: Quantity): string | undefined {
  if (unit !== '') return undefined;
  const after = text.slice(span.end, span.end + 40);
  const measure = MEASURE.exec(after)?.[1];
  if (measure) return measure;
  const han = /^ ?([\u3400-\u9fff])/.exec(after)?.[1];
  if (han) return NO_MEASURE.includes(han) ? undefined : han;
  const noun = /^[ -](?:square |cubic |metric |nautical )?([a-z][a-z’'-]*)/.exec(after)?.[1];
  return noun === undefined || NO_NOUN.has(noun) ? undefined : singular(noun);
}

/** Returns the singular of a regular noun. */
export function singular(noun: string): string {
  const one = noun.toLowerCase();
  if (one === 'people') return 'person';
  if (one === 'children') return 'child';
  if (one === 'men' || one === 'women') return one.replace('men', 'man');
  if (/ies$/.test(one) && one.length > 4) return `${one.slice(0, -3)}y`;
  if (/(?:s|x|z|ch|sh)es$/.test(one)) return one.slice(0, -2);
  return /[^su]s$/.test(one) ? one.slice(0, -1) : one;
}
