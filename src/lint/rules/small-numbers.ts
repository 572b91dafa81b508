import { matches, outsideQuotations, type TextMatch } from '../passages.ts';
import type { Rule } from '../rule.ts';

const WORDS = ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'];

/** A single digit before a noun. */
const DIGIT = /(?<=^|[\s("'“‘—])([1-9])(?= ([a-z][a-z'’-]*))/g;

/** Nouns that keep the figure: measures, money, times, ages and shares (AP Stylebook, "numerals"). */
const MEASURES = new Set(
  (
    'percent per pct point points million billion trillion thousand cent cents dollar dollars euro euros pound pounds yen ' +
    'a p am pm oclock degree degrees inch inches foot feet yard yards mile miles acre acres hectare hectares ' +
    'millimeter millimeters centimeter centimeters meter meters metre metres kilometer kilometers kilometre kilometres ' +
    'mm cm m km kg g mg lb lbs oz ounce ounces gram grams kilogram kilograms ton tons tonne tonnes liter liters litre litres ' +
    'gallon gallons watt watts kilowatt kilowatts megawatt megawatts gigawatt gigawatts kw mw gw kwh mwh gwh ' +
    'megabyte megabytes gigabyte gigabytes terabyte terabytes kb mb gb tb ms hz khz mhz ghz mph knots volts ' +
    'year-old years-old to and or of in by'
  ).split(' '),
);
/** Words before a figure in a name (No. 4, page 7, Phase 3), a larger number, a score, a ratio or a range. */
const NAMED =
  /\b(?:(?:no|nos|number|page|pages|chapter|section|figure|table|level|version|grade|day|room|channel|route|type|step|phase|stage|part|aged?|between|from|vs|verse|line|bay|item|point|rule|article|clause|tier|size|season|week|top|under|ages|to|x)\.?|\d[\d,.]*)\s$/i;
/** May 5, Apollo 8, iPhone 7. */
const CAPITAL = /(?<![\w’'-])[\w’'.-]*[A-Z][\w’'.-]*\s$/;
const AGE = /^ (?:years?|months?|weeks?|days?)[ -]old\b/;
/** A word at the start of a sentence, where every word is capitalized. */
const AT_START = /(?:^|[.!?…:]["'”’)]*\s+["'“‘(]?)([A-Z][a-z’']*)\s$/;
/** Words that do not form a name with a number: `The 4 robots`, `Nearly 4 robots`. */
const OPENERS = new Set(
  (
    'a about after all almost among an and another any around as at before behind both but by despite during each every ' +
    'except few fewer first following for he her his i if in including into it its just last less like many more most my ' +
    'near next no not of on once only or other our out over per plus she since so some such than that the their then there ' +
    'these they this those through to today together under until up we were when where which while who why with within ' +
    'without yesterday yet you your add take hire buy use'
  ).split(' '),
);

export const smallNumbers: Rule = {
  id: 'small-numbers',
  group: 'numbers',
  what: 'A number from one to nine written as a digit.',
  why: 'The AP Stylebook spells out one to nine, and keeps figures for ages, dates, times, money, measures, percentages, scores and names.',
  severity: 'warning',
  fix: 'unsafe',
  options: ['usage.small_numbers'],
  bad: { body: 'The lab has 4 robots.', house: 'ap' },
  good: { body: 'The lab has four robots.', house: 'ap' },
  isLocal: true,
  *check(context) {
    if (context.house.usage.small_numbers !== 'words' || context.language !== 'en') return;
    yield* outsideQuotations(context, ({ kind, text }) => (kind === 'paragraph' ? digits(text) : []));
  },
};

function* digits(text: string): Generator<TextMatch> {
  for (const { span, found } of matches(text, DIGIT)) {
    const [, digit, noun = ''] = found;
    const before = text.slice(Math.max(0, span.start - 24), span.start);
    if (MEASURES.has(noun) || AGE.test(text.slice(span.end, span.end + 16)) || isNamed(before)) continue;
    const word = WORDS[Number(digit) - 1] ?? '';
    const isFirst = /(?:^|[.!?…]["'”’)]*\s+)["'“‘(]?$/.test(before);
    const said = isFirst ? word.charAt(0).toUpperCase() + word.slice(1) : word;
    yield {
      message: 'number from one to nine written as a digit',
      advice: 'Write the number as a word, unless it is a measure, an age or a score.',
      span,
      edits: [{ span, text: said }],
      isSafe: false,
    };
  }
}

/** A capitalized word before a number makes a name, unless it only starts the sentence. */
function isNamed(before: string): boolean {
  if (NAMED.test(before)) return true;
  if (!CAPITAL.test(before)) return false;
  const opener = AT_START.exec(before)?.[1]?.toLowerCase();
  return opener === undefined || !(OPENERS.has(opener) || /(?:ly|ing)$/.test(opener));
}
