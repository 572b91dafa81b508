import type { RuleContext } from '../context.ts';
import { memoize } from '../memoize.ts';
import { outsideQuotations, type TextMatch } from '../passages.ts';
import { datesIn, WEEKDAYS, type WrittenDate, weekdayIn } from '../prose/dates.ts';
import type { Rule } from '../rule.ts';

const ANY =
  /\d ?(?:st|nd|rd|th)? ?(?:of )?[JFMASOND月]|[一二三四五六七八九十]月|(?:[a-y]|[a-z]{2}\.) \d|\d{4}[-/.]\d{1,2}[-/.]\d/;

export const impossibleDate: Rule = {
  id: 'impossible-date',
  group: 'numbers',
  what: 'A date that does not exist, or a weekday that does not match its date.',
  why: 'One of the two is wrong, and readers who rely on it come on the wrong day. The AP Stylebook asks editors to check every day and date against a calendar. A date without a year is in the year that is nearest to the `date` of the note. Without one, only the day is checked. Quotations are left alone.',
  severity: 'warning',
  bad: { body: 'The lab opened on Tuesday, June 31, 2025.' },
  good: { body: 'The lab opened on Monday, June 30, 2025.' },
  *check(context) {
    if (context.language !== 'en' && context.language !== 'zh') return;
    yield* outsideQuotations(context, ({ text }) => impossibleDates(text, context), ANY);
  },
};

function* impossibleDates(text: string, context: RuleContext): Generator<TextMatch> {
  for (const date of datesIn(text)) {
    if (!date.isCertain) continue;
    const written = text.slice(date.span.start, date.span.end);
    // Without a year, February 29 may exist.
    if (weekdayIn(date.year ?? 2000, date.month, date.day) === undefined) {
      yield { message: `no such date '${written}'`, advice: 'Correct the day or the month.', span: date.span };
      continue;
    }
    const year = date.weekday === undefined ? undefined : (date.year ?? nearestYear(date, context));
    const right = year === undefined ? undefined : weekdayIn(year, date.month, date.day);
    if (year === undefined || right === undefined || right === date.weekday) continue;
    const message = `'${written}' is a ${WEEKDAYS[right]}${date.year === undefined ? ` in ${year}` : ''}`;
    yield { message, advice: 'Correct the weekday or the date.', span: date.span };
  }
}

const DAYS = 86_400_000;

/**
 * Returns the year in which a date is nearest to the `date` of the note. Undefined if the note has no date, if two years are
 * about as near, or if the weekday is right in a year that the note mentions.
 */
function nearestYear({ month, day, weekday }: WrittenDate, context: RuleContext): number | undefined {
  const published = /^(\d{4})-(\d\d)-(\d\d)/.exec(context.article.date ?? '');
  if (!published) return undefined;
  const [own = 0, ownMonth = 1, ownDay = 1] = published.slice(1).map(Number);
  const moment = Date.UTC(own, ownMonth - 1, ownDay);
  const distance = (year: number) => Math.abs(Date.UTC(year, month - 1, day) - moment) / DAYS;
  const [nearest, next] = [own - 1, own, own + 1].sort((one, other) => distance(one) - distance(other));
  if (nearest === undefined || next === undefined) return undefined;
  const others = distance(nearest) > 120 ? [next, ...yearsOf(context)] : yearsOf(context);
  return others.some((year) => weekdayIn(year, month, day) === weekday) ? undefined : nearest;
}

/** The years that the note mentions. */
const yearsOf = memoize(({ prose }: RuleContext): readonly number[] => [
  ...new Set((prose.match(/(?<!\d)(?:1[89]|20)\d\d(?!\d)/g) ?? []).map(Number)),
]);
