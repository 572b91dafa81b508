import type { CstNote } from '../../model/cst.ts';
import type { Span } from '../../text/index.ts';

/** A part of a note that is left as written, with the reason. */
export interface Unformatted {
  readonly span: Span;
  readonly reason: string;
}

/** The blocks that no plan formats, because their lines and inline markup cannot be told apart. */
export function alwaysUnformatted({ blocks }: CstNote): readonly Unformatted[] {
  return blocks
    .filter(({ cst }) => !cst)
    .map(({ span }) => ({ span, reason: 'its inline markup is nested too deeply' }));
}
