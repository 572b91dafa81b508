import type { House } from '../model/house.ts';

const ISO_8601 =
  /^(?<year>\d{4})-(?<month>\d\d)-(?<day>\d\d)(?:[T ](?<hour>\d\d):(?<minute>\d\d)(?::\d\d(?:\.\d+)?)? ?(?<zone>Z|[+-]\d\d:?\d\d)?)?$/i;

/** A date as the house prints it, with the time where it has one. Text that is not an ISO 8601 date is printed as written. */
export function printDate(written: string, { dates }: House): string {
  const found = ISO_8601.exec(written)?.groups;
  const month = dates.months[Number(found?.month) - 1];
  if (found === undefined || month === undefined) return written;
  const date = fill(dates.date, { year: found.year, month, day: String(Number(found.day)) });
  if (found.hour === undefined) return date;
  return fill(dates.time, { date, hour: found.hour, minute: found.minute, zone: zone(found.zone) }).trim();
}

function fill(pattern: string, values: Readonly<Record<string, string | undefined>>): string {
  return pattern.replace(/\{(\w+)\}/g, (name, key: string) =>
    Object.hasOwn(values, key) ? (values[key] ?? '') : name,
  );
}

/** `+08:00` → `UTC+8`, `-03:30` → `UTC-3:30`, `Z` → `UTC`. */
function zone(offset = ''): string {
  if (offset === '') return '';
  const [, sign = '+', hours = '0', minutes = '00'] = /^([+-])(\d\d):?(\d\d)$/.exec(offset) ?? [];
  if (Number(hours) === 0 && minutes === '00') return 'UTC';
  return `UTC${sign}${Number(hours)}${minutes === '00' ? '' : `:${minutes}`}`;
}
