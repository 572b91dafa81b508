import type { Block } from '../../model/article.ts';
import type { CstItem } from '../../model/cst.ts';
import type { Problem } from '../../model/diagnostic.ts';
import type { NoteComment } from '../../model/note.ts';
import type { Passage } from '../../model/passage.ts';

/**
 * One thing at the top level of a text, with its place: from the start of its first line to the end of its last,
 * without the line end, and after a list without the blanks before that. A `comment` is an editor's mark; a
 * `definition` gives a link's address under `label`.
 */
export type MarkdownItem = CstItem &
  (
    | { readonly kind: 'block'; readonly block: Block; readonly passages?: readonly Passage[] }
    | { readonly kind: 'comment' }
    | { readonly kind: 'definition'; readonly label: string }
  );

/** With `tooComplex`, nothing could be read: `items` is empty. */
export interface MarkdownResult {
  readonly items: readonly MarkdownItem[];
  readonly warnings: readonly Problem[];
  /** Where `all` was wanted; else empty. */
  readonly comments: readonly NoteComment[];
  readonly tooComplex?: Problem;
}
