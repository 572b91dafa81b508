import type { FeedFormat } from '../../write/feed/index.ts';
import { UsageError } from '../exit.ts';

/** ISO 8601 with an offset. */
const EXACT = /^\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:\d\d)$/;

const ADVICE = 'Give it the time of the run, such as --now 2026-05-07T09:00:00Z.';

/** The moment of `--now`. @throws {UsageError} for a text that does not say one. */
export function momentOf(time: string): number {
  const now = EXACT.test(time) ? Date.parse(time) : Number.NaN;
  if (Number.isNaN(now)) throw new UsageError(`'--now' needs a date, a time and a UTC offset, not '${time}'`, ADVICE);
  return now;
}

/** @throws {UsageError} for a feed that cannot do without `--now`. */
export function refuseWithoutNow(now: number | undefined, feeds: readonly FeedFormat[]): void {
  const format = now === undefined ? feeds.find(({ needsNow }) => needsNow) : undefined;
  if (format) throw new UsageError(`'${format.name}' needs '--now', because it lists two days`, ADVICE);
}
