import { WEEKDAYS, type WrittenDate } from '../prose/dates.ts';
import type { SourceText } from './source-text.ts';

/** What the source says about days, with what follows from its dates. */
export interface SourceDays {
  hasDate(date: WrittenDate): boolean;
  hasWeekday(weekday: number): boolean;
  hasMonth(month: number): boolean;
  hasYear(year: number): boolean;
}

const DAY = 86_400_000;
const MONTHS = /\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\b/g;
const MONTH_NAMES = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');
const RELATIVE_DAY =
  /\b(?:today|tonight|yesterday|tomorrow|earlier this week|this week|last week|next week|this morning|overnight)\b|[今昨明前后]天|[今昨明]日|[本上下]周|[本当]日/i;
const RELATIVE_MONTH = /\b(?:this|last|next|previous) month\b|[本上下]个?月/i;
const RELATIVE_YEAR =
  /\b(?:this|last|next|previous) (?:year|month|spring|summer|fall|autumn|winter|season)\b|[去今明前后本]年/i;
/** `five years ago`, `a 20-year lease`. */
const AFTER_YEARS = /^[ -]years?\b|^ ?年[前来内]/;

/**
 * @param date the `date` of the note, on which the source was probably published, too.
 * @param onlyNamed whether that day and its year count only where the source says a weekday or a word such as `yesterday`.
 */
export function sourceDays(
  { source: { text }, dates, numbers, keys }: SourceText,
  date?: string,
  onlyNamed = false,
): SourceDays {
  const published = /^(\d{4})-(\d\d)-(\d\d)/
    .exec(date ?? '')
    ?.slice(1)
    .map(Number);
  const ownYear = published?.[0];
  const years = new Set([...dates.flatMap(({ year }) => year ?? []), ...yearsIn(text)]);
  const year = [...years].length === 1 ? [...years][0] : ownYear;
  const weekdays = weekdaysIn(text);
  // A weekday beside its date says nothing about other dates.
  const free = weekdaysIn(
    dates.reduceRight(
      (rest, { span }) => rest.slice(0, span.start) + ' '.repeat(span.end - span.start) + rest.slice(span.end),
      text,
    ),
  );
  const isRelative = RELATIVE_DAY.test(text);
  const isDated = !onlyNamed || isRelative || free.size > 0;
  // `Last year` is the year before that of the story, whatever other years it names.
  const base = onlyNamed ? (ownYear ?? year) : year;
  const moments = momentsOf(dates, isDated ? published : undefined, year);
  const months = new Set([
    ...dates.map(({ month }) => month),
    ...Array.from(text.matchAll(MONTHS), ([name]) => MONTH_NAMES.indexOf(name.slice(0, 3)) + 1),
    ...Array.from(text.matchAll(/(\d{1,2}) ?月/g), ([, month]) => Number(month)),
    ...(published && isDated ? [published[1] ?? 0] : []),
  ]);
  const spans = new Set(
    numbers.filter(({ span }) => AFTER_YEARS.test(text.slice(span.end, span.end + 8))).map(({ value }) => value),
  );
  // Without any day in the source, its days cannot be compared.
  const hasDays = dates.length > 0 || weekdays.size > 0 || isRelative;
  const written = onlyNamed ? momentsOf(dates, undefined, year) : moments;
  const followed = new Set(written.map((moment) => new Date(moment).getUTCDay()));
  return {
    hasDate({ month, day, year: own, weekday }) {
      if (!hasDays) return true;
      const isThere = dates.some(
        (one) =>
          one.month === month &&
          one.day === day &&
          (own === undefined || one.year === undefined || one.year === own) &&
          (weekday === undefined || one.weekday === undefined || one.weekday === weekday),
      );
      return isThere || followsFrom(month, day, own ?? year, { moments, weekdays: free, isRelative, onlyNamed });
    },
    hasWeekday: (weekday) =>
      (weekdays.size === 0 && moments.length === 0) || weekdays.has(weekday) || followed.has(weekday) || isRelative,
    hasMonth: (month) => months.size === 0 || months.has(month) || RELATIVE_MONTH.test(text),
    hasYear: (one) =>
      keys.has(String(one)) ||
      numbers.some(({ value }) => value === one) ||
      (one === ownYear && !onlyNamed) ||
      spans.has(Math.abs(one - (base ?? one))) ||
      (RELATIVE_YEAR.test(text) && Math.abs(one - (base ?? one)) <= 1),
  };
}

interface Known {
  readonly moments: readonly number[];
  readonly weekdays: ReadonlySet<number>;
  readonly isRelative: boolean;
  readonly onlyNamed: boolean;
}

/** Whether a date is the `Tuesday` or the `yesterday` of a source that is dated within a week of it. */
function followsFrom(
  month: number,
  day: number,
  year: number | undefined,
  { moments, weekdays, isRelative, onlyNamed }: Known,
): boolean {
  if (year === undefined) return moments.length === 0 && (weekdays.size > 0 || isRelative);
  const moment = Date.UTC(year, month - 1, day);
  const distance = moments.reduce(
    (least, one) => Math.min(least, Math.abs(one - moment) / DAY),
    Number.POSITIVE_INFINITY,
  );
  if (distance > 7) return false;
  return weekdays.has(new Date(moment).getUTCDay()) || (isRelative && distance <= 1) || (distance === 0 && !onlyNamed);
}

function momentsOf(
  dates: readonly WrittenDate[],
  published: readonly number[] | undefined,
  year: number | undefined,
): readonly number[] {
  const written = dates.flatMap((one) => {
    const own = one.year ?? year;
    return own === undefined ? [] : [Date.UTC(own, one.month - 1, one.day)];
  });
  const [own, month = 1, day = 1] = published ?? [];
  return own === undefined ? written : [...written, Date.UTC(own, month - 1, day)];
}

function yearsIn(text: string): readonly number[] {
  return Array.from(text.matchAll(/(?<![\d.,])(?:19|20)\d\d(?![\d%,]|\.\d)/g), ([year]) => Number(year));
}

function weekdaysIn(text: string): ReadonlySet<number> {
  const english = Array.from(text.matchAll(/\b(?:Sun|Mon|Tues|Wednes|Thurs|Fri|Satur)days?\b/g), ([day]) =>
    WEEKDAYS.indexOf(day.replace(/s$/, '')),
  );
  const han = Array.from(text.matchAll(/(?:星期|周|礼拜)([一二三四五六日天])/g), ([, day = '']) =>
    '日一二三四五六'.indexOf(day.replace('天', '日')),
  );
  return new Set([...english, ...han]);
}
