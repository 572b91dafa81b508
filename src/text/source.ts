import { firstIndex } from './search.ts';
import type { Position } from './span.ts';

/** How the lines of a file end. */
/** A text with a line end as its last character, unless it is empty. */
export function withLineEnd(text: string): string {
  return text === '' || text.endsWith('\n') ? text : `${text}\n`;
}

export type EndOfLine = '\n' | '\r\n';

/**
 * A decoded text without the byte order mark and with `\n` for every line end. `bom` and `eol` let the formatter restore
 * them. All offsets are into `text`.
 */
export interface Source {
  /** The name that messages use: a path as the user gave it, or `<stdin>`. */
  readonly path: string;
  readonly text: string;
  readonly bom: boolean;
  /** The first line end of the file. */
  readonly eol: EndOfLine;
}

/** A Source from decoded text. Removes one byte order mark, and replaces `\r\n` and a lone `\r` by `\n`. */
export function createSource(path: string, decoded: string): Source {
  const bom = decoded.charCodeAt(0) === 0xfeff;
  const text = bom ? decoded.slice(1) : decoded;
  const firstReturn = text.indexOf('\r');
  if (firstReturn === -1) return { path, text, bom, eol: '\n' };
  const firstFeed = text.indexOf('\n');
  const crlf = firstFeed === firstReturn + 1;
  return { path, text: text.replace(/\r\n?/g, '\n'), bom, eol: crlf ? '\r\n' : '\n' };
}

const starts = new WeakMap<Source, number[]>();

/** The offset at which each line starts. Computed once for each Source, when something is reported. */
export function lineStarts(source: Source): readonly number[] {
  const known = starts.get(source);
  if (known) return known;
  const found = [0];
  for (let at = source.text.indexOf('\n'); at !== -1; at = source.text.indexOf('\n', at + 1)) found.push(at + 1);
  starts.set(source, found);
  return found;
}

/** The line and column of an offset. An offset past the end counts as the end. */
export function positionAt(source: Source, offset: number): Position {
  const lines = lineStarts(source);
  const line = Math.max(
    1,
    firstIndex(lines, (start) => start > offset),
  );
  return { line, column: Math.min(offset, source.text.length) - (lines[line - 1] ?? 0) + 1 };
}

/** The text of a line (1-based), without its end. */
export function lineAt(source: Source, line: number): string {
  const lines = lineStarts(source);
  const start = lines[line - 1] ?? source.text.length;
  const next = lines[line];
  return source.text.slice(start, next === undefined ? source.text.length : next - 1);
}
