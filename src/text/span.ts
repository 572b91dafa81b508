import { firstIndex } from './search.ts';

/** A half-open range `[start, end)` of UTF-16 offsets into `Source.text`. Lines and columns are derived only to report. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A line and a column from 1. Columns count UTF-16 units, as the protocols of editors do. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** The span from one offset to another. */
export function span(start: number, end: number): Span {
  return { start, end };
}

/**
 * The index of the first span that ends after an offset, in sorted spans that do not overlap. No other span can contain the
 * offset. Returns the number of spans if there is none.
 */
export function indexEndingBehind(spans: readonly Span[], offset: number): number {
  return firstIndex(spans, ({ end }) => end > offset);
}
