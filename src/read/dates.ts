import { requiredText } from '../model/arguments.ts';

/** ISO 8601: a day, or a date and time. */
export const INSTANT = /^(\d{4})-(\d{2})-(\d{2})(?:T(\d{2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?(Z|[+-]\d{2}:\d{2})?)?$/;

/** What is wrong with a date, and what to write. */
export interface DateFault {
  readonly message: string;
  readonly advice: string;
}

/** Whether a match of `INSTANT` is a day, a time and an offset that exist. */
export function exists([, year, month, day, hour, minute, second, offset]: RegExpExecArray): boolean {
  return isDay(Number(year), Number(month), Number(day)) && isTime({ hour, minute, second, offset });
}

/** Whether a text is ISO 8601 with a day, a time and an offset that exist. */
export function isExactMoment(text: string): boolean {
  const match = INSTANT.exec(text);
  return match !== null && match[7] !== undefined && exists(match);
}

/** The moment of an exact one, in milliseconds since 1970. `Date` has no leap seconds, so one counts as the next minute. */
export function momentOf(exact: string): number {
  const known = exact.replace(/:60(?=[.Z+-])/, ':59');
  return Date.parse(known) + (known === exact ? 0 : 1000);
}

/** What is wrong with an exact moment that somebody gives, and what to write. Undefined if nothing is. */
export function momentFault(name: string, given: string): DateFault | undefined {
  if (isExactMoment(given)) return undefined;
  const match = INSTANT.exec(given);
  const isReal = match !== null && exists(match);
  const { message, advice } = isReal ? { message: '', advice: addOffset(given) } : dateFault(name, given);
  if (message.startsWith('no such')) return { message, advice };
  return { message: `${name} is not an ISO 8601 time with a UTC offset: '${given}'`, advice };
}

/**
 * The option `at` of a verb, which cannot do without it.
 * @throws {TypeError} for a missing one.
 * @throws {RangeError} for one that is not an exact moment.
 */
export function requiredMoment(verb: string, options: { readonly at: string }): string {
  const at = requiredText(verb, options, 'at');
  if (isExactMoment(at)) return at;
  throw new RangeError(`${verb}: 'at' must be ISO 8601 with an offset, such as 2026-05-07T09:00:00Z`);
}

/** The later of two moments. A date that is not exact is none. */
export function later(date: string | undefined, at: string): string {
  return date !== undefined && isExactMoment(date) && momentOf(date) > momentOf(at) ? date : at;
}

interface Time {
  readonly hour?: string | undefined;
  readonly minute?: string | undefined;
  readonly second?: string | undefined;
  /** `Z`, or hours and minutes with a colon. */
  readonly offset?: string | undefined;
}

function isDay(year: number, month: number, day: number): boolean {
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

function isTime({ hour, minute, second, offset }: Time): boolean {
  const [, hours, minutes] = /(\d{2}):(\d{2})/.exec(offset ?? '') ?? [];
  const isOffset = Number(hours ?? 0) < 24 && Number(minutes ?? 0) < 60;
  return isOffset && Number(hour ?? 0) < 24 && Number(minute ?? 0) < 60 && Number(second ?? 0) <= 60;
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const TIME =
  /[T ,]+(?<hour>\d{1,2}):(?<minute>\d\d)(?::(?<second>\d\d)(?:\.\d+)?)?(?: ?(?<offset>Z|UTC|GMT|[+-]\d\d:?\d\d))?$/i;

/** How people write dates: year first, month in letters, or month in digits. */
const FORMS = [
  /^(?<year>\d{4}) ?[-/.年] ?(?<month>\d{1,2}) ?[-/.月] ?(?<day>\d{1,2}) ?日?$/,
  /^(?:[a-z]+,? )?(?<day>\d{1,2})(?:st|nd|rd|th)? (?<month>[a-z]{3,9})\.?,? (?<year>\d{4})$/i,
  /^(?:[a-z]+,? )?(?<month>[a-z]{3,9})\.? (?<day>\d{1,2})(?:st|nd|rd|th)?,? (?<year>\d{4})$/i,
  /^(?<day>\d{1,2})(?<mark>[-/.])(?<month>\d{1,2})\k<mark>(?<year>\d{4})$/,
];

/** What is wrong with a date that is not ISO 8601, or names a day or a time that does not exist. */
export function dateFault(name: string, line: string): DateFault {
  const time = TIME.exec(line);
  const groups = time?.groups ?? {};
  const days = daysOf(time ? line.slice(0, time.index) : line);
  if (days === undefined) {
    const advice = 'Write a date and time such as 2026-05-07T09:00:00Z or 2026-05-07T09:00:00+08:00.';
    return { message: `${name} must be a date and time`, advice };
  }
  if (days.length === 0) return { message: `no such day '${line}'`, advice: 'Correct the day or the month.' };
  const offset = isoOffset(groups.offset);
  if (!isTime({ ...groups, offset })) return { message: `no such time '${line}'`, advice: 'Correct the time.' };
  const clock = time ? `T${groups.hour?.padStart(2, '0')}:${groups.minute}:${groups.second ?? '00'}${offset}` : '';
  const dates = days.map((day) => day + clock);
  if (time && offset === '') return { message: `${name} has no UTC offset`, advice: addOffset(dates[0] ?? '') };
  return { message: `${name} is not in ISO 8601 format`, advice: `Write ${dates.join(' or ')}.` };
}

/** The days that a text can mean, as ISO 8601: none if no such day exists, undefined for other text. */
function daysOf(text: string): readonly string[] | undefined {
  for (const form of FORMS) {
    const found = form.exec(text.trim())?.groups;
    if (found === undefined) continue;
    const { year = '', month: written = '', day = '', mark } = found;
    const month = /^\d/.test(written) ? Number(written) : MONTHS.indexOf(written.slice(0, 3).toLowerCase()) + 1;
    if (month === 0) continue;
    const pairs = [[month, Number(day)] as const];
    // In 03/04/2026, the first number is the day or the month.
    if (mark === '/' && month !== Number(day)) pairs.push([Number(day), month]);
    return pairs.filter(([m, d]) => isDay(Number(year), m, d)).map(([m, d]) => `${year}-${two(m)}-${two(d)}`);
  }
  return undefined;
}

function two(number: number): string {
  return String(number).padStart(2, '0');
}

function isoOffset(written = ''): string {
  if (/^(?:z|utc|gmt)$/i.test(written)) return 'Z';
  return written.replace(/^([+-]\d\d):?(\d\d)$/, '$1:$2');
}

/** The advice for a date without a time, or a time without an offset. */
export function addOffset(date: string): string {
  const time = date.includes('T') ? date : `${date}T09:00:00`;
  const missing = date.includes('T') ? 'the UTC offset' : 'the time and the UTC offset';
  return `Add ${missing}, such as ${time}Z or ${time}+08:00.`;
}
