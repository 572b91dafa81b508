const EXACT = /^(\d{4}-\d\d-\d\dT\d\d:\d\d)(:\d\d(?:\.\d+)?)?(Z|[+-]\d\d:\d\d)$/;

/** A date of a note as RFC 3339 has it, with seconds. Undefined for one without a time or an offset, which is no moment. */
export function toInstant(written: string): string | undefined {
  const [, minute = '', second = ':00', zone = ''] = EXACT.exec(written) ?? [];
  if (minute === '') return undefined;
  // Neither `Date` nor XML Schema has leap seconds, so one counts as the start of the next minute.
  if (second.startsWith(':60')) return new Date(Date.parse(`${minute}:59${zone}`) + 1000).toISOString();
  return `${minute}${second}${zone}`;
}

/** The moment of an instant, in milliseconds since 1970. */
export function momentOf(instant: string): number {
  return Date.parse(instant);
}

/** As RFC 822 has it: `Thu, 07 May 2026 09:00:00 GMT`. */
export function toRfc822(instant: string): string {
  return new Date(momentOf(instant)).toUTCString();
}
