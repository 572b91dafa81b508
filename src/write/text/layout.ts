import type { Labels } from '../../model/house.ts';
import type { Footnotes } from '../footnotes.ts';

/** The words of the house, the footnotes, and the columns of the text if it will be wrapped. */
export interface Layout {
  readonly labels: Labels;
  readonly footnotes: Footnotes;
  readonly width?: number | undefined;
}

/** Starts a line that must not be wrapped, until the post is complete. No note holds a NUL. */
export const VERBATIM = '\0';
