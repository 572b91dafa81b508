import type { Passage } from '../../model/passage.ts';
import type { TextMatch } from '../passages.ts';
import { datesIn, WEEKDAYS, type WrittenDate, weekdayIn } from '../prose/dates.ts';
import { numbers } from '../prose/numbers.ts';
import type { Rule } from '../rule.ts';
import { type SourceDays, sourceDays } from '../source-text/days.ts';
import { quoteSource, readSourceText, type SourceText } from '../source-text/source-text.ts';
import { inStory } from '../source-text/story.ts';

export const sourceDate: Rule = {
  id: 'source-date',
  group: 'source',
  what: 'A day, a weekday, a month or a year that the source text does not have.',
  why: 'A date is often retyped and seldom checked, and readers plan by it. The rule compares each date with the text that `source_text` or `check --source` names. It works out what *Tuesday*, *yesterday* and *last year* mean from the dates of the source and the `date` of the note.',
  severity: 'warning',
  bad: { body: 'The lab opened on May 8, 2026.', sourceText: 'The lab opened on May 7, 2026.' },
  good: { body: 'The lab opened on May 7.', sourceText: 'The lab opened on 7 May 2026.' },
  *check(context) {
    const { sourceText } = context;
    if (!sourceText) return;
    const source = readSourceText(sourceText);
    if (source.language === undefined) return;
    const days = sourceDays(source, context.article.date);
    yield* inStory(context, (passage) => missingDates(passage, source, days));
  },
};

function* missingDates(passage: Passage, source: SourceText, days: SourceDays): Generator<TextMatch> {
  const { text } = passage;
  const found = [...datesIn(text)];
  for (const date of found) {
    if (days.hasDate(date)) continue;
    const { start, end } = date.span;
    yield {
      message: `date '${text.slice(start, end)}' is not in the source`,
      advice: advice(date, source),
      span: date.span,
    };
  }
  const isInDate = (at: number) => found.some(({ span }) => span.start <= at && at < span.end);
  for (const { 0: day, index } of text.matchAll(WEEKDAY)) {
    if (isInDate(index) || days.hasWeekday(weekdayOf(day))) continue;
    const span = { start: index, end: index + day.length };
    yield { message: `weekday '${day}' is not in the source`, advice: 'Check it against the source.', span };
  }
  for (const { 0: month, index } of text.matchAll(MONTH)) {
    if (isInDate(index) || days.hasMonth(MONTHS.indexOf(month.slice(0, 3)) + 1)) continue;
    const span = { start: index, end: index + month.length };
    yield { message: `month '${month}' is not in the source`, advice: 'Check it against the source.', span };
  }
  for (const { span, value, role } of numbers(passage)) {
    const written = text.slice(span.start, span.end);
    if (role !== 'date' || !/^(?:1[5-9]|20)\d\d$/.test(written)) continue;
    if (isInDate(span.start) || days.hasYear(value)) continue;
    yield { message: `year '${written}' is not in the source`, advice: 'Check it against the source.', span };
  }
}

const WEEKDAY =
  /(?<![A-Za-z])(?:Sun|Mon|Tues|Wednes|Thurs|Fri|Satur)day(?![A-Za-z])|(?:星期|周)[一二三四五六日](?![至到年边报刊])/g;
/** `May`, `March` and `August` only where they are months. */
const MONTH =
  /(?<![A-Za-z])(?:January|February|April|June|July|September|October|November|December|(?<=\b(?:[Ii]n|[Ss]ince|[Bb]y|[Uu]ntil|[Ll]ast|[Nn]ext|[Oo]f|[Ll]ate|[Ee]arly|[Mm]id-) ?)(?:March|May|August))(?![A-Za-z])/g;
const MONTHS = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');

function weekdayOf(written: string): number {
  const index = WEEKDAYS.indexOf(written);
  return index === -1 ? '日一二三四五六'.indexOf(written.slice(-1)) : index;
}

/** The date of the source in the same month, or with the same day, and else the only one. */
function advice({ month, day }: WrittenDate, source: SourceText): string {
  const { dates } = source;
  const near = dates.find((one) => one.month === month) ?? dates.find((one) => one.day === day) ?? dates[0];
  if (!near || weekdayIn(2000, near.month, near.day) === undefined) return 'Check it against the source.';
  return `Compare ${quoteSource(source, near.span.start, near.span.end)}.`;
}
