import type { WrittenNote } from '../../model/written.ts';
import type { Span } from '../../text/index.ts';

/** A stretch that was left as written, since its shape could not be changed without changing what it means. */
export interface Left {
  readonly span: Span;
  readonly reason: string;
}

/** What is left by any plan: blocks that could not be taken apart to their lines and marks. */
export function leftAnyway({ blocks }: WrittenNote): readonly Left[] {
  return blocks
    .filter(({ written }) => !written)
    .map(({ span }) => ({ span, reason: 'its marks are nested in a way that is not taken apart' }));
}
