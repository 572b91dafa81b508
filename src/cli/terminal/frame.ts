import type { Diagnostic } from '../../model/diagnostic.ts';
import { lineAt, lineStarts, positionAt } from '../../text/index.ts';
import { type Paint, PLAIN } from './colour.ts';
import { severityPaint } from './severity.ts';
import { windowed } from './window.ts';

/** The minimum width of the text of a frame. */
const NARROWEST = 20;

export interface FrameOptions {
  /** Columns that a line of the frame may take; 100 unless told. */
  readonly width?: number;
  readonly paint?: Paint;
}

/**
 * The code frame of a diagnostic, as lines without their ends: the numbered line with the span
 * underlined, and the lines before and after unless they are blank. Of a span over several lines only the first is
 * underlined. An empty span gets one caret. The result is safe for a terminal.
 */
export function codeFrame(
  { source, span, severity }: Pick<Diagnostic, 'source' | 'span' | 'severity'>,
  { width = 100, paint = PLAIN }: FrameOptions = {},
): string[] {
  const { line, column } = positionAt(source, Math.max(0, span.start));
  const text = lineAt(source, line);
  const start = Math.min(column - 1, text.length);
  const end = Math.min(Math.max(start, start + span.end - span.start), text.length);
  const last = Math.min(line + 1, lineStarts(source).length);
  const digits = String(last).length;
  const room = Math.max(NARROWEST, width - digits - 5);
  const mark = severityPaint(severity, paint);

  const context = (number: number): string[] => {
    const beside = number < 1 || number > last ? '' : lineAt(source, number);
    if (beside.trim() === '') return [];
    return [`  ${paint.dim(`${String(number).padStart(digits)} |`)} ${windowed(beside, 0, 0, room).shown}`];
  };
  const place = windowed(text, start, end, room);
  return [
    ...context(line - 1),
    `${mark('>')} ${paint.dim(`${String(line).padStart(digits)} |`)} ${place.shown}`.trimEnd(),
    `  ${paint.dim(`${' '.repeat(digits)} |`)} ${' '.repeat(place.before)}${mark('^'.repeat(place.carets))}`,
    ...context(line + 1),
  ];
}
