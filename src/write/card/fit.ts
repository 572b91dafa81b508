import type { Piece } from './breaks.ts';

/** The room that a text has, and the sizes that it may have. */
export interface Room {
  readonly width: number;
  readonly height: number;
  /** The largest size of the letters, and the smallest that readers can read. */
  readonly size: number;
  readonly minSize: number;
  /** The height of a line, in em. */
  readonly lineHeight: number;
}

export interface Fit {
  readonly size: number;
  readonly lines: readonly { readonly start: number; readonly end: number }[];
}

/** Measures a part of a text, in em. */
export type Measure = (start: number, end: number) => number;

/** How small the letters may be, as a part of the largest size that fits, if the lines are then better. */
const SMALLER = 0.8;

/** The best lines of a text near the largest size at which it fits; undefined if it does not fit at all. */
export function fitText(pieces: readonly Piece[], measure: Measure, room: Room): Fit | undefined {
  const width = widthsOf(pieces, measure);
  let best: (Fit & { readonly cost: number }) | undefined;
  let largest: number | undefined;
  for (let size = room.size; size >= Math.max(room.minSize, (largest ?? 0) * SMALLER); size--) {
    // The last line needs no space below it.
    const most = Math.max(1, Math.floor((room.height / size - 1) / room.lineHeight) + 1);
    if (width(0, pieces.length - 1) * size > room.width * most) continue;
    const found = breakLines(pieces, width, room.width / size, most);
    if (!found) continue;
    largest ??= size;
    const cost = found.cost / found.lines.length + 1 - size / largest;
    if (!best || cost < best.cost) best = { size, lines: found.lines, cost };
  }
  return best;
}

/** The width of a line from one piece to another, in em. */
type Width = (from: number, to: number) => number;

/** Measures each piece once: letters of two pieces are never closer to each other than the space between them. */
function widthsOf(pieces: readonly Piece[], measure: Measure): Width {
  const starts: number[] = [];
  const ends: number[] = [];
  let x = 0;
  let before: Piece | undefined;
  for (const piece of pieces) {
    if (before && before.end < piece.start) x += measure(before.end, piece.start);
    starts.push(x);
    x += measure(piece.start, piece.end);
    ends.push(x);
    before = piece;
  }
  return (from, to) => (ends[to] ?? 0) - (starts[from] ?? 0);
}

/** A way to set the first pieces of a text in a number of lines. */
interface Way {
  readonly cost: number;
  /** The first piece of the last line. */
  readonly from: number;
}

/**
 * The lines with the least cost among those with the fewest lines: a line costs the square of the room that it leaves, so that
 * lines are of one length, and each break its own cost.
 */
function breakLines(
  pieces: readonly Piece[],
  width: Width,
  room: number,
  most: number,
): { readonly lines: Fit['lines']; readonly cost: number } | undefined {
  const rows: (readonly (Way | undefined)[])[] = [];
  for (let count = 1; count <= most; count++) {
    const before = rows.at(-1);
    const row = pieces.map((_, to): Way | undefined => {
      let best: Way | undefined;
      for (let from = to; from >= 0; from--) {
        const wide = width(from, to);
        if (wide > room) break;
        const cost = pieces[from]?.cost ?? 0;
        const above = before ? before[from - 1]?.cost : from === 0 ? 0 : undefined;
        if (above === undefined) continue;
        const total = above + (1 - wide / room) ** 2 + (from > 0 ? cost : 0);
        if (!best || total < best.cost) best = { cost: total, from };
      }
      return best;
    });
    rows.push(row);
    const last = row.at(-1);
    if (last) return { lines: linesOf(pieces, rows), cost: last.cost };
  }
  return undefined;
}

function linesOf(pieces: readonly Piece[], rows: readonly (readonly (Way | undefined)[])[]): Fit['lines'] {
  const lines: { start: number; end: number }[] = [];
  let to = pieces.length - 1;
  for (const row of [...rows].reverse()) {
    const from = row[to]?.from ?? 0;
    lines.unshift({ start: pieces[from]?.start ?? 0, end: pieces[to]?.end ?? 0 });
    to = from - 1;
  }
  return lines;
}
