import { memoize } from '../memoize.ts';
import type { Quantity } from '../prose/numbers.ts';
import type { SourceText } from '../source-text/source-text.ts';

/* What translators convert: measures, spans of time, and amounts that one language says without a number. */

/** A unit after a number in one text, a unit in the other, and how many of the first make one of the second. */
type Conversion = readonly [own: RegExp, other: RegExp, factor: number, offset?: number];

const MEASURES: readonly Conversion[] = [
  [/^[ -]?(?:kilomet|km|公里|千米)/i, /^[ -]?(?:miles?\b|mi\b|英里)/i, 1.609],
  [/^[ -]?(?:kilomet|km|公里|千米)/i, /^ ?里/, 0.5],
  [/^[ -]?(?:sq(?:uare|\.)? ?(?:kilomet|km)|平方公里|平方千米)/i, /^[ -]?(?:sq(?:uare|\.)? ?mi|平方英里)/i, 2.59],
  [/^[ -]?(?:met(?:er|re)s?\b|m\b|米)/i, /^[ -]?(?:feet|foot|ft\b|英尺)/i, 0.3048],
  [/^[ -]?(?:met(?:er|re)s?\b|m\b|米)/i, /^[ -]?(?:yards?|yd\b|码)/i, 0.9144],
  [/^[ -]?(?:centimet|cm\b|厘米)/i, /^[ -]?(?:inch|in\b|英寸)/i, 2.54],
  [
    /^[ -]?(?:sq(?:uare|\.)? ?(?:met|m\b)|平方米|平米)/i,
    /^[ -]?(?:sq(?:uare|\.)? ?(?:feet|foot|ft)|平方英尺)/i,
    0.0929,
  ],
  [/^[ -]?(?:kilogram|kilo|kg|公斤|千克)/i, /^[ -]?(?:pounds?|lbs?\b|磅)/i, 0.4536],
  [/^ ?斤/, /^[ -]?(?:kilogram|kilo|kg|公斤|千克)/i, 2],
  [/^[ -]?(?:grams?\b|g\b|克)/i, /^[ -]?(?:ounces?|oz|盎司)/i, 28.35],
  [/^[ -]?(?:hectares?|ha\b|公顷)/i, /^[ -]?(?:acres?|英亩)/i, 0.4047],
  [/^ ?亩/, /^[ -]?(?:hectares?|ha\b|公顷)/i, 15],
  [/^ ?亩/, /^[ -]?(?:acres?|英亩)/i, 6.07],
  [/^[ -]?(?:lit(?:er|re)s?|L\b|升)/i, /^[ -]?(?:gallons?|加仑)/i, 3.785],
  [/^ ?(?:°? ?C\b|℃|摄氏度|度|degrees)/i, /^ ?(?:°? ?F\b|℉|华氏度|度|degrees)/i, 1 / 1.8, -32 / 1.8],
  [/^[ -]?(?:met(?:er|re)s?\b|m\b|米)/i, /^[ -]?(?:kilomet|km|公里|千米)/i, 1000],
  [/^[ -]?(?:lit(?:er|re)s?|L\b|升)/i, /^[ -]?(?:cubic met(?:er|re)|立方米)/i, 1000],
  [/^[ -]?(?:grams?\b|g\b|克)/i, /^[ -]?(?:kilogram|kilo|kg|公斤|千克)/i, 1000],
  [/^[ -]?(?:kilogram|kilo|kg|公斤|千克)/i, /^[ -]?(?:ton(?:ne)?s?\b|吨)/i, 1000],
  [/^ ?千瓦(?!时)/, /^[ -]?(?:megawatts?\b(?!-h| h)|MW\b|兆瓦)/, 1e3],
  [/^ ?千瓦(?!时)/, /^[ -]?(?:gigawatts?\b(?!-h| h)|GW\b|吉瓦)/, 1e6],
  [/^ ?(?:千瓦时|度电)/, /^[ -]?(?:megawatt[- ]hours?|MWh\b|兆瓦时)/, 1e3],
  [/^ ?(?:千瓦时|度电)/, /^[ -]?(?:gigawatt[- ]hours?|GWh\b|吉瓦时)/, 1e6],
  [/^ ?(?:千瓦时|度电)/, /^[ -]?(?:terawatt[- ]hours?|TWh\b|太瓦时)/, 1e9],
  [/^(?:[ -]months?|个月)/i, /^(?:[ -]years?| ?年)/i, 12],
  [/^(?:[ -]days?|[ 多]?天|日)/i, /^(?:[ -]weeks?|[ 个]?周|个?星期)/i, 7],
  [/^(?:[ -]hours?|个?小时)/i, /^(?:[ -]days?| ?天)/i, 24],
  [/^(?:[ -]minutes?| ?分钟)/i, /^(?:[ -]hours?|个?小时)/i, 60],
  [/^(?:[ -]years?| ?年)/i, /^(?:[ -]decades?|个十年)/i, 10],
  [/^(?:[ -]years?| ?年)/i, /^(?:[ -]centur|个?世纪)/i, 100],
];
const CLOSE = 0.03;
/** Units of which a hundred make a point, a dollar, a euro or a pound. */
const HUNDREDTHS = /^[ -]?(?:basis points?|bps?\b|个?基点|cents?\b|pence\b|p\b|美分|欧分|便士|分(?!之))/i;

/** Whether one number is another in other units, such as `8 km` and `5 miles`. Either text may have either unit. */
export function isConverted(own: Quantity, after: string, other: Quantity, otherAfter: string): boolean {
  if (own.unit !== '' && other.unit === '' && HUNDREDTHS.test(otherAfter)) return areClose(own, other.value / 100);
  if (own.unit === '' && other.unit !== '' && HUNDREDTHS.test(after)) return areClose(own, other.value * 100);
  return MEASURES.some(
    ([to, from, factor, offset = 0]) =>
      (to.test(after) && from.test(otherAfter) && areClose(own, other.value * factor + offset)) ||
      (from.test(after) && to.test(otherAfter) && areClose(own, (other.value - offset) / factor)),
  );
}

function areClose({ value, step }: Quantity, expected: number): boolean {
  return Math.abs(value - expected) <= Math.max(Math.abs(expected) * CLOSE, step / 2);
}

const HOURS = /^(?:[ -]hours?|[-/]7| ?个?小时)/i;
const MINUTES = /^(?:[ -]minutes?| ?分钟)/i;
const DAYS = /^(?:[ -]days?| ?[多余]?[天日])/i;
const MONTHS = /^(?:[ -]months?| ?[多余]?个月)/i;

/** Amounts that a text says without a number: the unit, the values, the words, and what follows the number in the other. */
const WORDS: readonly (readonly [unit: string, values: readonly number[], words: RegExp, after?: RegExp])[] = [
  ['%', [50], /\bhal(?:f|ves|ved)\b|[一过大]半|半数|减半|腰斩|对半|五成/i],
  ['%', [33.3, 33], /\b(?:a|one)[ -]third\b|三分之一/i],
  ['%', [66.7, 67], /\btwo[ -]thirds\b|三分之二/i],
  ['%', [25], /\b(?:a|one)[ -]quarter\b|四分之一/i],
  ['%', [75], /\bthree[ -]quarters\b|四分之三/i],
  ['%', [20], /\b(?:a|one)[ -]fifth\b|五分之一/i],
  ['%', [10], /\b(?:a|one)[ -]tenth\b|十分之一|一成/i],
  ['%', [100, 200], /\b(?:doubl|twice|twofold|all\b|every|entire|whole)|翻番|翻倍|一倍|两倍|全部|所有|全面/i],
  ['%', [90], /\b(?:nine|9) (?:in|out of) (?:every )?(?:ten|10)\b|十分之九/i],
  [
    '%',
    [80],
    /\b(?:(?:eight|8) (?:in|out of) (?:every )?(?:ten|10)|four (?:in|out of) five|four[ -]fifths)\b|五分之四/i,
  ],
  ['%', [70], /\b(?:seven|7) (?:in|out of) (?:every )?(?:ten|10)\b|十分之七/i],
  [
    '%',
    [60],
    /\b(?:(?:six|6) (?:in|out of) (?:every )?(?:ten|10)|three (?:in|out of) five|three[ -]fifths)\b|五分之三/i,
  ],
  ['%', [40], /\b(?:(?:four|4) (?:in|out of) (?:every )?(?:ten|10)|two (?:in|out of) five|two[ -]fifths)\b|五分之二/i],
  ['%', [30], /\b(?:three|3) (?:in|out of) (?:every )?(?:ten|10)\b|十分之三/i],
  ['%', [75], /\bthree (?:in|out of) four\b/i],
  ['%', [66.7, 67], /\btwo (?:in|out of) three\b/i],
  ['%', [50], /\b(?:one|1) (?:in|out of) (?:every )?(?:two|2)\b/i],
  ['%', [33.3, 33], /\b(?:one|1) (?:in|out of) (?:every )?(?:three|3)\b/i],
  ['%', [25], /\b(?:one|1) (?:in|out of) (?:every )?(?:four|4)\b/i],
  ['%', [20], /\b(?:one|1) (?:in|out of) (?:every )?(?:five|5)\b/i],
  ['%', [10], /\b(?:one|1) (?:in|out of) (?:every )?(?:ten|10)\b/i],
  ['pp', [0.5], /\bhalf a (?:percentage )?point|半个百分点/i],
  ['x', [1, 2], /\b(?:doubl|twice|twofold|two-fold)|翻番|翻倍/i],
  ['x', [2, 3], /\b(?:tripl|threefold|three-fold|trebl|thrice)|翻两番/i],
  ['x', [3, 4], /\b(?:quadrupl|fourfold|four-fold)/i],
  ['', [1.5], /\ba half\b|一半|[天年个]半|半天/i],
  ['', [10, 12, 20], /\bdozens?\b|\bscores?\b|一打|十[几多余来]|decades?\b/i],
  ['', [14, 15], /\bfortnight|two weeks|两周|半个?月/i, DAYS],
  ['', [24], /\bday\b|\bdaily\b|\bclock\b|\bovernight\b|[天日昼夜]/i, HOURS],
  ['', [30, 28, 31], /\bmonth\b|个月|整月/i, DAYS],
  ['', [30], /\bhalf[ -](?:an )?hour\b|半个?小时/i, MINUTES],
  ['', [60], /\bhour\b|一个?小时/i, MINUTES],
  ['', [90], /\bhour and a half\b|一个半小时/i, MINUTES],
  ['', [12], /\byears?\b|\bannual|全年|一年|每年/i, MONTHS],
  ['', [365], /\byears?\b|\bannual|全年|一年|每年/i, DAYS],
  ['', [18], /\byear and a half\b|一年半/i, MONTHS],
  ['', [100], /\bcent(?:ury|enary|ennial)\b|\bhundreds?\b|百/i],
  ['', [1000], /\bthousands?\b|千/i],
];

/** The numbers in a text that are words other than numerals. */
const ORDINALS =
  'tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth'.split(
    ' ',
  );
const ROUND_ORDINALS = 'thirtieth fortieth fiftieth sixtieth seventieth eightieth ninetieth hundredth'.split(' ');

const wordsIn = memoize(({ source: { text } }: SourceText) => WORDS.filter(([, , words]) => words.test(text)));

/**
 * Whether a text gives an amount in words other than a number.
 * @param after what follows the number in its own text.
 */
export function saysInWords(
  { value: written, unit: own }: Pick<Quantity, 'value' | 'unit'>,
  after: string,
  other: SourceText,
): boolean {
  const [value, unit] = own === '/' ? [Math.round(written * 1000) / 10, '%'] : [written, own];
  const found = wordsIn(other).some(
    ([one, values, , follows]) => one === unit && values.includes(value) && (follows?.test(after) ?? true),
  );
  return found || (unit === '' && saysOrdinal(value, other));
}

function saysOrdinal(value: number, { keys }: SourceText): boolean {
  const word = value % 10 === 0 && value >= 30 ? ROUND_ORDINALS[value / 10 - 3] : ORDINALS[value - 10];
  return word !== undefined && keys.has(word);
}
