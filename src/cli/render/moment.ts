import type { FeedFormat } from '../../write/feed/index.ts';
import { UsageError } from '../exit.ts';

const ADVICE = 'Give it the time of the run, such as --now 2026-05-07T09:00:00Z.';

/** @throws {UsageError} for a feed that cannot do without `--now`. */
export function refuseWithoutNow(now: number | undefined, feeds: readonly FeedFormat[]): void {
  const format = now === undefined ? feeds.find(({ needsNow }) => needsNow) : undefined;
  if (format) throw new UsageError(`'${format.name}' needs '--now', because it lists two days`, ADVICE);
}
