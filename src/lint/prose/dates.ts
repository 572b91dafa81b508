import type { Span } from '../../text/index.ts';
import { hanValue } from './numerals.ts';

/** A day of the calendar in a text, which may not exist. */
export interface WrittenDate {
  readonly span: Span;
  /** Absent if the text does not say it beside the day. */
  readonly year?: number;
  /** From 1. */
  readonly month: number;
  readonly day: number;
  /** The weekday beside it: 0 for Sunday. */
  readonly weekday?: number;
  /** Whether it can only be a date: `In June 31 ships left` counts ships. */
  readonly isCertain: boolean;
}

export const WEEKDAYS = 'Sunday Monday Tuesday Wednesday Thursday Friday Saturday'.split(' ');
const SHORT_DAYS = WEEKDAYS.map((day) => day.slice(0, 3).toLowerCase());
const HAN_DAYS = '日一二三四五六';
const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');

const MONTH =
  '(?<month>January|February|March|April|May|June|July|August|September|October|November|December|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)(?:\\.|(?= \\d)))';
/** `Friday, `, `Friday the `, `Friday (` and `Fri, `, but not The Sun. */
const BEFORE =
  '(?<![A-Za-z-])(?:(?:(?<weekday>(?:Sun|Mon|Tues|Wednes|Thurs|Fri|Satur)day)|(?<!\\bThe )(?<short>Mon|Tues?|Wed|Thu(?:rs?)?|Fri|Sat|Sun)(?:\\.,?|,)),? (?:the |\\((?=[^()]{1,24}\\)))?)?';
/** ` (Friday)`, `, a Friday`. */
const AFTER =
  '(?: ?\\((?:an? )?(?<after>(?:Sun|Mon|Tues|Wednes|Thurs|Fri|Satur)day)\\)|,? a (?<named>(?:Sun|Mon|Tues|Wednes|Thurs|Fri|Satur)day)(?= *[,.;:)]))?';
const DAY = '(?<day>\\d{1,2})(?:st|nd|rd|th)?';
const YEAR = '(?:,? (?<year>1[89]\\d\\d|20\\d\\d)(?![\\d-]))?';
const HAN_DAY = '(?:星期|周|礼拜)(?<han>[一二三四五六日天])(?![至到、和])';
const DIGITS_DATE = '(?<year>1[89]\\d\\d|20\\d\\d)(?<mark>[-/])(?<month>\\d{1,2})\\k<mark>(?<day>\\d{1,2})';
/** How dates are written. Only a text with the sign of a form is searched for it, because the patterns take long to compile. */
interface Form {
  readonly sign: RegExp;
  readonly pattern: RegExp;
}

const MONTH_NAME = /(?<![A-Za-z])(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)/;
const MONTH_IN_HAN = /月/;
const DIGITS = /\d[-/]\d/;

const FORMS: readonly Form[] = [
  {
    sign: MONTH_NAME,
    pattern: new RegExp(
      `${BEFORE}(?<![A-Za-z])${MONTH} ${DAY}(?![\\d:%]|[.,/-]\\d| percent| ?[ap]\\.?m\\b)${YEAR}${AFTER}`,
      'g',
    ),
  },
  {
    sign: MONTH_NAME,
    pattern: new RegExp(`${BEFORE}(?<![\\d.,:/–-])${DAY} (?:of )?${MONTH}(?![A-Za-z])${YEAR}${AFTER}`, 'g'),
  },
  {
    sign: MONTH_IN_HAN,
    pattern:
      /(?:(?:星期|周|礼拜)(?<before>[一二三四五六日天])(?:，| ?[（(]))?(?<!农历 ?|[阴旧]历 ?|[\d.至到-])(?:(?<year>1[89]\d\d|20\d\d) ?年 ?)?(?<!\d)(?<month>\d{1,2}) ?月 ?(?<day>\d{1,2}) ?[日号](?:[，（( ]?(?:星期|周|礼拜)(?<han>[一二三四五六日天])(?![至到、和边报刊])[）)]?)?/g,
  },
  {
    sign: DIGITS,
    pattern: new RegExp(`(?<![\\w./:-])${DIGITS_DATE}(?![\\w/:-]|\\.\\d)(?:${AFTER}|[ （(]${HAN_DAY}[）)]?)?`, 'g'),
  },
  {
    sign: MONTH_IN_HAN,
    pattern:
      /(?<!农历 ?|[阴旧]历 ?|[一二三四五六七八九十])(?<month>十[一二]?|[一二三四五六七八九])月(?<day>三十[一二三四五六七八九]|[二三]?十[一二三四五六七八九]?|[一二三四五六七八九])[日号](?:[（(]?(?:星期|周)(?<han>[一二三四五六日天])(?![至到、和边报刊])[）)]?)?/g,
  },
];
/** The last day of a range: `June 28–31`. */
const RANGES: readonly Form[] = [
  {
    sign: MONTH_NAME,
    pattern: new RegExp(
      `(?<![A-Za-z])${MONTH} \\d{1,2} ?(?:[-–—]| to | through | and )(?<day>\\d{1,2})(?![\\d:%]|[.,/-]\\d)${YEAR}(?=[,.;:)]|$)`,
      'g',
    ),
  },
  {
    sign: MONTH_IN_HAN,
    pattern:
      /(?<!农历 ?|[\d.])(?:(?<year>1[89]\d\d|20\d\d) ?年 ?)?(?<month>\d{1,2}) ?月 ?\d{1,2} ?[日号]? ?[-–—~至到、] ?(?<day>\d{1,2}) ?[日号]/g,
  },
];
/** What follows a date but not a count, as in `In June 31 ships left`. */
const AFTER_DATE = /^(?:[,.;:)]|$| (?:and|to|or|at|for) )/;

/** Returns the days that a text names, and the last days of ranges. */
export function* datesIn(text: string): Generator<WrittenDate> {
  for (const found of matchesOf(FORMS, text)) yield dateOf(text, found);
  for (const found of matchesOf(RANGES, text)) {
    const { weekday: _, ...last } = dateOf(text, found);
    yield { ...last, isCertain: true };
  }
}

function* matchesOf(forms: readonly Form[], text: string): Generator<RegExpExecArray> {
  for (const { sign, pattern } of forms) if (sign.test(text)) yield* text.matchAll(pattern);
}

function dateOf(text: string, found: RegExpExecArray): WrittenDate {
  const { groups = {}, index } = found;
  const span = { start: index, end: index + found[0].length };
  const { month = '', day, year } = groups;
  const weekday = isList(text, span) ? undefined : weekdayOf(groups);
  const isOn = numberOf(day) <= 31 && /\b(?:on|until|since) $/i.test(text.slice(Math.max(0, index - 8), index));
  return {
    span,
    month: /^[\d一-龥]/.test(month) ? numberOf(month) : MONTHS.indexOf(month.slice(0, 3).toLowerCase()) + 1,
    day: numberOf(day),
    ...(year === undefined ? {} : { year: Number(year) }),
    ...(weekday === undefined ? {} : { weekday }),
    isCertain:
      isOn ||
      year !== undefined ||
      weekdayOf(groups) !== undefined ||
      /[日号年月]|\dth|\dst|\dnd|\drd/.test(found[0]) ||
      AFTER_DATE.test(text.slice(span.end)),
  };
}

function numberOf(written = ''): number {
  return /^\d/.test(written) ? Number(written) : hanValue(written);
}

type Groups = Readonly<Record<string, string | undefined>>;

function weekdayOf({ weekday, short, after, named, before, han }: Groups): number | undefined {
  const english = weekday ?? short ?? after ?? named;
  if (english !== undefined) return SHORT_DAYS.indexOf(english.slice(0, 3).toLowerCase());
  const one = before ?? han;
  return one === undefined ? undefined : HAN_DAYS.indexOf(one.replace('天', '日'));
}

/** Whether the weekday belongs to another day of a list or a range: `Monday and Tuesday, May 4 and 5`, `Friday–Sunday, May 8–10`. */
function isList(text: string, { start, end }: Span): boolean {
  const before = text.slice(Math.max(0, start - 16), start);
  return (
    /(?:day|[一二三四五六日天])(?:,? (?:and|or|to|through|until) | ?[-–—/&,至到、和] ?)(?:星期|周|礼拜)?$/.test(
      before,
    ) || /^(?: ?[-–—/&] ?\d|,? (?:and|or|to|through|until) \d| ?[至到、和])/.test(text.slice(end))
  );
}

/** Returns the weekday of a date, or undefined if there is no such day. */
export function weekdayIn(year: number, month: number, day: number): number | undefined {
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day ? date.getUTCDay() : undefined;
}
