import type { Passage } from '../../model/passage.ts';
import { matches, outsideQuotations, type TextMatch } from '../passages.ts';
import type { Rule } from '../rule.ts';

const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
const WEEKDAYS = 'Sunday Monday Tuesday Wednesday Thursday Friday Saturday'.split(' ');
const HAN_WEEKDAYS = '日一二三四五六';

const MONTH =
  '(?<month>January|February|March|April|May|June|July|August|September|October|November|December|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\\.)';
const WEEKDAY = '(?<![A-Za-z-])(?:(?<weekday>Sun|Mon|Tues|Wednes|Thurs|Fri|Satur)day,? (?:the )?)?';
const YEAR = '(?:,? (?<year>1[89]\\d\\d|20\\d\\d)(?![\\d-]))?';
/** `Tuesday, April 21, 2014`, `Tuesday 21 April 2014` and `2014 年 4 月 21 日（星期二）`. The weekday and the year may be absent. */
const FORMS = [
  new RegExp(
    `${WEEKDAY}(?<![A-Za-z])${MONTH} (?<day>\\d{1,2})(?:st|nd|rd|th)?(?![\\d:%]|[.,/-]\\d| percent)${YEAR}`,
    'g',
  ),
  new RegExp(`${WEEKDAY}(?<![\\d.,:/–-])(?<day>\\d{1,2})(?:st|nd|rd|th)? ${MONTH}(?![A-Za-z])${YEAR}`, 'g'),
  /(?<!农历 ?|[阴旧]历 ?|[\d.至到-])(?:(?<year>1[89]\d\d|20\d\d) ?年 ?)?(?<!\d)(?<month>\d{1,2}) ?月 ?(?<day>\d{1,2}) ?[日号](?:[（(]?(?:星期|周|礼拜)(?<han>[一二三四五六日天])[）)]?)?/g,
];
/** What follows a date but not a count, as in `In June 31 ships left`. */
const AFTER_DATE = /^(?:[,.;:)]|$| (?:and|to|or|at|for) )/;
const ANY = /\d ?(?:st|nd|rd|th)? ?[JFMASOND月]|(?:[a-y]|[a-z]{2}\.) \d/;

export const impossibleDate: Rule = {
  id: 'impossible-date',
  group: 'numbers',
  what: 'A date that does not exist, or a weekday that does not match its date.',
  why: 'One of the two is wrong, and readers who plan by it come on the wrong day. The AP Stylebook asks editors to check every day and date against a calendar. Dates without a year are checked for the day only. Quotations are left alone.',
  severity: 'warning',
  bad: { body: 'The lab opened on Tuesday, June 31, 2025.' },
  good: { body: 'The lab opened on Monday, June 30, 2025.' },
  *check(context) {
    if (context.language === 'en' || context.language === 'zh') yield* outsideQuotations(context, impossibleDates, ANY);
  },
};

function* impossibleDates({ text }: Passage): Generator<TextMatch> {
  for (const form of FORMS) {
    for (const { span, found } of matches(text, form)) {
      const { groups = {} } = found;
      const isCertain = groups.year !== undefined || groups.weekday !== undefined || /[日号年月]/.test(found[0]);
      const isCount = Number(groups.day) > 31 || !/\bon $/i.test(text.slice(0, span.start));
      if (!isCertain && isCount && !AFTER_DATE.test(text.slice(span.end))) continue;
      const match = judge(found[0], groups);
      if (match) yield { ...match, span };
    }
  }
}

type Groups = Readonly<Record<string, string | undefined>>;

function judge(written: string, groups: Groups): Omit<TextMatch, 'span'> | undefined {
  const { month = '', weekday, han } = groups;
  const index = /^\d/.test(month) ? Number(month) - 1 : MONTHS.indexOf(month.slice(0, 3).toLowerCase());
  // Without a year, February 29 may exist.
  const date = new Date(Date.UTC(Number(groups.year ?? 2000), index, Number(groups.day)));
  if (date.getUTCMonth() !== index || date.getUTCDate() !== Number(groups.day))
    return { message: `no such date '${written}'`, advice: 'Correct the day or the month.' };
  const named = weekday ? WEEKDAYS.indexOf(`${weekday}day`) : HAN_WEEKDAYS.indexOf(han?.replace('天', '日') ?? ' ');
  const right = date.getUTCDay();
  if (groups.year === undefined || named === -1 || named === right) return undefined;
  const message = `'${written}' is a ${WEEKDAYS[right]}`;
  return { message, advice: 'Correct the weekday or the date.' };
}
