import type { Correction } from '../model/article.ts';
import { momentOf, toInstant } from './feed/instant.ts';

/** The corrections with the newest date. Without a date, the last one of the list. */
export function newestCorrections(corrections: readonly Correction[] = []): readonly Correction[] {
  const moments = corrections.map(timeOf);
  const dated = moments.filter((moment) => !Number.isNaN(moment));
  if (dated.length === 0) return corrections.slice(-1);
  const newest = Math.max(...dated);
  return corrections.filter((_, index) => moments[index] === newest);
}

/** A day is its start. */
function timeOf({ date = '' }: Correction): number {
  return momentOf(toInstant(date) ?? date);
}
