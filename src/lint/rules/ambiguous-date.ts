import type { Passage } from '../../model/passage.ts';
import { maskAddresses } from '../../typography/index.ts';
import { inAllPassages, matches, type TextMatch } from '../passages.ts';
import { isQuotedAt } from '../prose/quotations.ts';
import type { Rule } from '../rule.ts';

const ANY = /\d[/.-]\d{1,2}[/.-]\d/;
/** Day, month and year, in one order or the other. With two digits a year is only one behind slashes. */
const DATES =
  /(?<![\d/.,#-]|\b[vV]|\bversion )(\d{1,2})(?:([/.-])(\d{1,2})\2(19[3-9]\d|20\d\d)|\/(\d{1,2})\/(\d\d))(?![\d/-]|\.\d)/g;
const MONTHS = 'January February March April May June July August September October November December'.split(' ');

export const ambiguousDate: Rule = {
  id: 'ambiguous-date',
  group: 'numbers',
  what: 'A date in digits is one day to some readers, and another to others.',
  why: 'In the United States the month comes first, in most other countries the day. The AP Stylebook and the Chicago Manual of Style have the month as a word; ISO 8601 has the year first, which nobody misreads.',
  severity: 'warning',
  bad: { body: 'The lab opened on 03/04/2026.' },
  good: { body: 'The lab opened on March 4, 2026.' },
  *check(context) {
    // In German, and wherever else the day comes first for everybody, a date in digits says one thing.
    if (context.language !== 'en' && context.language !== 'zh') return;
    yield* inAllPassages(context, hits, ANY);
  },
};

function* hits(passage: Passage): Generator<TextMatch> {
  for (const { span, found } of matches(maskAddresses(passage.text), DATES)) {
    const [written, first, , second = found[5]] = found;
    const [one, other] = [reading(first, second), reading(second, first)];
    if (!one || !other || one === other || isQuotedAt(passage, span)) continue;
    const message = `${written} is ${one} to some readers and ${other} to others`;
    yield { message, advice: 'Write the month as a word, or the year first.', span };
  }
}

/** Month and day as words; undefined where there is no such month. */
function reading(month = '', day = ''): string | undefined {
  const name = MONTHS[Number(month) - 1];
  return name && Number(day) > 0 ? `${name} ${Number(day)}` : undefined;
}
