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
