import type { Article, Correction } from '../../model/article.ts';
import { momentOf, toInstant } from '../feed/instant.ts';
import { UnprintableError } from '../unprintable.ts';

/** The corrections with the newest date. Without a date, the last one of the list. */
export function newestCorrections(corrections: readonly Correction[] = []): readonly Correction[] {
  const moments = corrections.map(({ date }) => (date === undefined ? Number.NEGATIVE_INFINITY : timeOf(date)));
  const newest = Math.max(...moments);
  if (newest === Number.NEGATIVE_INFINITY) return corrections.slice(-1);
  return corrections.filter((_, index) => moments[index] === newest);
}

/** A day is its start. */
function timeOf(date: string): number {
  return momentOf(toInstant(date) ?? date);
}

/** @throws {UnprintableError} for a story that is neither corrected nor withdrawn. */
export function refuseNoFollowUp({ corrections = [], status }: Article): void {
  if (corrections.length > 0 || status === 'withdrawn') return;
  throw new UnprintableError({
    rule: 'no-follow-up',
    message: 'no correction to follow up',
    advice: 'Run `copydesk correct` or `copydesk withdraw` first, or leave out --follow-up.',
  });
}
