import type { Passage } from '../../model/passage.ts';
import type { Span } from '../../text/index.ts';
import { datesIn, WEEKDAYS, type WrittenDate } from '../prose/dates.ts';
import { numbersOf } from '../prose/numbers.ts';
import type { SourceDays } from './days.ts';

/** A day, a weekday, a month or a year that another text does not have. */
export interface MissingDate {
  readonly kind: 'date' | 'weekday' | 'month' | 'year';
  readonly span: Span;
  /** Present for a day of the calendar. */
  readonly date?: WrittenDate;
}

/** Yields what a passage says about days and another text does not. */
export function* missingDates(passage: Passage, days: SourceDays): Generator<MissingDate> {
  const { text } = passage;
  const found = [...datesIn(text)];
  for (const date of found) if (!days.hasDate(date)) yield { kind: 'date', span: date.span, date };
  const isInDate = (at: number) => found.some(({ span }) => span.start <= at && at < span.end);
  for (const { 0: day, index } of text.matchAll(WEEKDAY)) {
    if (isInDate(index) || days.hasWeekday(weekdayOf(day))) continue;
    yield { kind: 'weekday', span: { start: index, end: index + day.length } };
  }
  for (const { 0: month, index } of text.matchAll(MONTH)) {
    if (isInDate(index) || days.hasMonth(MONTHS.indexOf(month.slice(0, 3)) + 1)) continue;
    yield { kind: 'month', span: { start: index, end: index + month.length } };
  }
  for (const { span, value, role } of numbersOf(text)) {
    if (role !== 'date' || !/^(?:1[5-9]|20)\d\d$/.test(text.slice(span.start, span.end))) continue;
    if (!isInDate(span.start) && !days.hasYear(value)) yield { kind: 'year', span };
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

/** The date of a text in the same month, or with the same day, and else the first. */
export function nearestDate({ month, day }: WrittenDate, dates: readonly WrittenDate[]): WrittenDate | undefined {
  return dates.find((one) => one.month === month) ?? dates.find((one) => one.day === day) ?? dates[0];
}
