import type { CstNote } from '../../model/cst.ts';
import type { Span } from '../../text/index.ts';

/** A stretch that was left as written, since its shape could not be changed without changing what it means. */
export interface Unformatted {
  readonly span: Span;
  readonly reason: string;
}

/** What is left by any plan: blocks that could not be taken apart to their lines and marks. */
export function alwaysUnformatted({ blocks }: CstNote): readonly Unformatted[] {
  return blocks
    .filter(({ cst }) => !cst)
    .map(({ span }) => ({ span, reason: 'its marks are nested in a way that is not taken apart' }));
}
