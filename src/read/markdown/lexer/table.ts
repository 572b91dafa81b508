import { lineEnd, skipSpaces } from './block-run.ts';

type Align = 'left' | 'right' | 'center' | null;

/** The head of a table: a header row and a delimiter row with as many cells. */
export interface TableHead {
  readonly cells: readonly string[];
  readonly align: readonly Align[];
  /** The end of the delimiter row. */
  readonly end: number;
}

/** A delimiter row without the spaces before it. `- ` starts a list item instead. */
const DELIMITERS = /(?!-[ \t])\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*(?=\n|$)/y;

/** The head of the table that starts on a line, or undefined. marked's pattern knows no tabs and makes tables of list items. */
export function tableHead(text: string, start: number): TableHead | undefined {
  const headerEnd = lineEnd(text, start);
  if (headerEnd === text.length) return undefined;
  DELIMITERS.lastIndex = skipSpaces(text, headerEnd + 1);
  const row = DELIMITERS.exec(text)?.[0];
  if (row === undefined || !/[|:]/.test(row)) return undefined;
  const header = trimmed(text.slice(start, headerEnd));
  if (header === '|') return undefined;
  const cells = tableCells(header);
  const delimiters = tableCells(row);
  if (cells.length !== delimiters.length) return undefined;
  return { cells, align: delimiters.map(alignOf), end: lineEnd(text, headerEnd + 1) };
}

function alignOf(delimiter: string): Align {
  if (delimiter.startsWith(':')) return delimiter.endsWith(':') ? 'center' : 'left';
  return delimiter.endsWith(':') ? 'right' : null;
}

/** The cells of a row, with each escaped bar as a bar. Only spaces and tabs around a cell are not part of it. */
export function tableCells(line: string): string[] {
  const row = trimmed(line).replace(/^\|/, '');
  const cells: string[] = [];
  let from = 0;
  for (let at = 0; at < row.length; at++) {
    if (row.charAt(at) === '\\') at++;
    else if (row.charAt(at) === '|') {
      cells.push(row.slice(from, at));
      from = at + 1;
    }
  }
  if (from < row.length || cells.length === 0) cells.push(row.slice(from));
  return cells.map((cell) => trimmed(cell).replaceAll('\\|', '|'));
}

/** Not `String.trim`, which also removes no-break and ideographic spaces. */
export function trimmed(text: string): string {
  return text.replace(/^[ \t]+|(?<![ \t])[ \t]+$/g, '');
}
