import { displayWidth, graphemes } from '../../typography/width.ts';
import { terminalSafe } from './safe.ts';

const TAB = 4;
const ELLIPSIS = '…';
/** The UTF-16 units to lay out per column, so that a long line is not laid out completely. */
const UNITS_A_COLUMN = 6;

/** One grapheme of a line as it is shown; it ends at `end`, an offset into the line. */
interface Cell {
  readonly end: number;
  readonly shown: string;
  readonly width: number;
}

/** The part of a line that fits a terminal, and a span in it. */
export interface Windowed {
  /** Safe to print. An ellipsis marks where the line was cut. */
  readonly shown: string;
  /** The columns before the span. `carets` is its width, at least 1. */
  readonly before: number;
  readonly carets: number;
}

/**
 * The part of a line around `[start, end)` (UTF-16 offsets into the line) that fits into `room` columns. Expands tabs,
 * escapes what is unsafe for a terminal, and extends a span to whole graphemes.
 */
export function windowed(line: string, start: number, end: number, room: number): Windowed {
  const from = boundary(line, start - UNITS_A_COLUMN * room);
  const to = boundary(line, start + UNITS_A_COLUMN * room);
  const cells = layOut(line.slice(from, to), from);
  const first = indexAt(cells, start);
  const stop = end > start ? indexAt(cells, end - 1) + 1 : first;
  // At the end of the line the caret needs a column of its own.
  const past = first === cells.length ? 1 : 0;
  const whole = from === 0 && to === line.length && columns(cells, 0, cells.length) + past <= room;
  const { left, right } = whole ? { left: 0, right: cells.length } : narrow(cells, first, stop, room - 2 - past);
  const before = left > 0 || from > 0 ? ELLIPSIS : '';
  const after = right < cells.length || to < line.length ? ELLIPSIS : '';
  const text = cells.slice(left, right).map((cell) => cell.shown);
  return {
    shown: `${before}${text.join('')}${after}`.trimEnd(),
    before: before.length + columns(cells, left, first),
    carets: Math.max(1, columns(cells, first, Math.min(stop, right))),
  };
}

/** The cells that fit into `room`. Up to a third of it precedes the span, less before a long one, and more at the end of the line. */
function narrow(cells: readonly Cell[], first: number, stop: number, room: number): { left: number; right: number } {
  const spare = room - columns(cells, first, stop);
  const lead = Math.min(Math.max(spare, Math.floor(room / 6)), Math.floor(room / 3));
  let left = first;
  let right = first;
  let used = 0;
  const fits = (cell: Cell | undefined, limit: number): boolean => {
    if (cell === undefined || used + cell.width > limit) return false;
    used += cell.width;
    return true;
  };
  while (fits(cells[left - 1], lead)) left--;
  while (fits(cells[right], room)) right++;
  while (fits(cells[left - 1], room)) left--;
  return { left, right };
}

function layOut(text: string, offset: number): Cell[] {
  const cells: Cell[] = [];
  let end = offset;
  let column = 0;
  for (const grapheme of graphemes(text)) {
    const shown = show(grapheme, column);
    const width = displayWidth(shown);
    end += grapheme.length;
    column += width;
    cells.push({ end, shown, width });
  }
  return cells;
}

function show(grapheme: string, column: number): string {
  if (grapheme === '\t') return ' '.repeat(TAB - (column % TAB));
  const safe = terminalSafe(grapheme);
  // A combining mark without a letter would combine with the character before it.
  return displayWidth(safe) === 0 ? `\u25cc${safe}` : safe;
}

function indexAt(cells: readonly Cell[], offset: number): number {
  const index = cells.findIndex((cell) => cell.end > offset);
  return index === -1 ? cells.length : index;
}

function columns(cells: readonly Cell[], from: number, to: number): number {
  let width = 0;
  for (let at = from; at < to; at++) width += cells[at]?.width ?? 0;
  return width;
}

/** The offset, moved if it would split a surrogate pair. */
function boundary(line: string, at: number): number {
  if (at <= 0) return 0;
  if (at >= line.length) return line.length;
  const unit = line.charCodeAt(at);
  return unit >= 0xdc00 && unit <= 0xdfff ? at - 1 : at;
}
