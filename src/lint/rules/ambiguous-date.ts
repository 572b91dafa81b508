import { maskCodeLike } from '../../typography/index.ts';
import { matches, outsideQuotations, type TextMatch } from '../passages.ts';
import type { Rule } from '../rule.ts';

const ANY = /\d[/.-]\d{1,2}[/.-]\d/;
/** Day, month and year in either order. A year of two digits needs slashes. */
const DATES =
  /(?<![\d/.,#-]|\b[vV]|\bversion )(\d{1,2})(?:([/.-])(\d{1,2})\2(19[3-9]\d|20\d\d)|\/(\d{1,2})\/(\d\d))(?![\d/-]|\.\d)/g;
const MONTHS = 'January February March April May June July August September October November December'.split(' ');

export const ambiguousDate: Rule = {
  id: 'ambiguous-date',
  group: 'numbers',
  what: 'A date in digits that can be read in two ways.',
  why: 'Americans read the month first, most other readers the day. The AP Stylebook and the Chicago Manual of Style write the month as a word; ISO 8601 puts the year first.',
  severity: 'warning',
  bad: { body: 'The lab opened on 03/04/2026.' },
  good: { body: 'The lab opened on March 4, 2026.' },
  isLocal: true,
  *check(context) {
    // Other languages, such as German, put the day first, so their dates are not ambiguous.
    if (context.language !== 'en' && context.language !== 'zh') return;
    yield* outsideQuotations(context, ({ text }) => ambiguousDates(text), ANY);
  },
};

function* ambiguousDates(text: string): Generator<TextMatch> {
  for (const { span, found } of matches(maskCodeLike(text), DATES)) {
    const [written, first, , second = found[5]] = found;
    const [one, other] = [reading(first, second), reading(second, first)];
    if (!one || !other || one === other) continue;
    const message = `ambiguous date '${written}': ${one} or ${other}`;
    yield { message, advice: 'Write the month as a word, or the year first.', span };
  }
}

/** Returns the month as a word with the day, or undefined if there is no such month. */
function reading(month = '', day = ''): string | undefined {
  const name = MONTHS[Number(month) - 1];
  return name && Number(day) > 0 ? `${name} ${Number(day)}` : undefined;
}
