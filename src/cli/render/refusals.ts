import type { FeedFormat } from '../../write/feed/index.ts';
import { FORMATS } from '../../write/index.ts';
import { UsageError } from '../exit.ts';

/* What prevents a run, whether the options or a configuration ask for it. */

/** The error for a run of follow-ups in which no format has one. */
export function noFollowUp(): UsageError {
  const names = FORMATS.filter(({ followsUp }) => followsUp).map(({ name }) => name);
  return new UsageError("'--follow-up' applies only to channels", `Use --to with ${names.join(', ')}.`);
}

/** The error for `--to all` where it means nothing. @param name a note, if others have channels. */
export function withoutChannels(name?: string): UsageError {
  return new UsageError(
    "'--to all' needs 'channels' in copydesk.yaml",
    `Add a line such as 'channels: [html, x]'${name === undefined ? '' : ` for '${name}'`}.`,
  );
}

/** The error for formats that do not fit on stdout. */
export function withoutFolder(): UsageError {
  return new UsageError('several formats need an output folder', 'Add --out-dir DIR.');
}

const NOW_ADVICE = 'Give it the time of the run, such as --now 2026-05-07T09:00:00Z.';

/** @throws {UsageError} for a feed that cannot do without `--now`. */
export function refuseWithoutNow(now: number | undefined, feeds: readonly FeedFormat[]): void {
  const format = now === undefined ? feeds.find(({ needsNow }) => needsNow) : undefined;
  if (format) throw new UsageError(`'${format.name}' needs '--now', because it lists two days`, NOW_ADVICE);
}
