import type { SearchRequest } from '../requests.ts';

/** The options of `preview`. */
export interface PreviewRequest extends SearchRequest {
  /** The longest line; undefined for a measure that is easy to read. */
  readonly width?: number;
  /** Show a long post through a pager, at a terminal. */
  readonly pager: boolean;
}
