/** A half-open range `[start, end)` of UTF-16 offsets into `Source.text`. Lines and columns are derived only to report. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Where a person looks: both 1-based; `column` counts UTF-16 units, as editors' protocols do. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** The span from one offset to another. */
export function span(start: number, end: number): Span {
  return { start, end };
}

/**
 * Of spans in order, none of which overlaps another, the index of the first that ends behind an offset: the only one that
 * can hold it. Their number where there is none.
 */
export function indexEndingBehind(spans: readonly Span[], offset: number): number {
  let low = 0;
  let high = spans.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((spans[middle]?.end ?? 0) > offset) high = middle;
    else low = middle + 1;
  }
  return low;
}
