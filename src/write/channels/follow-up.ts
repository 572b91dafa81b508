import type { Article } from '../../model/article.ts';
import { UnprintableError } from '../unprintable.ts';

/** @throws {UnprintableError} for a story that is neither corrected nor withdrawn. */
export function refuseNoFollowUp({ corrections = [], status }: Article): void {
  if (corrections.length > 0 || status === 'withdrawn') return;
  throw new UnprintableError({
    rule: 'no-follow-up',
    message: 'no correction to follow up',
    advice: 'Run `copydesk correct` or `copydesk withdraw` first, or leave out --follow-up.',
  });
}
