import type { Tokens } from 'marked';
import type { SourceBlock } from './source-block.ts';

/** Cells of a table row beyond the header's columns, which GFM drops. */
export function warnOfLostCells(table: Tokens.Table, sourceBlock: SourceBlock): void {
  const columns = table.header.length;
  const lines = table.raw.split('\n').slice(2);
  for (const line of lines) {
    const start = lostCellsStart(line, columns);
    const lost = start === -1 ? '' : line.slice(start).replace(/(?<![\s|])[\s|]+$/, '');
    if (lost !== '')
      sourceBlock.warnWithin('lost-table-cell', line, line.length - line.slice(start).trimStart().length, lost.trim());
  }
}

/** Behind which bar the cells start that the header has no column for, or -1. A bar with a backslash is no such bar. */
function lostCellsStart(line: string, columns: number): number {
  let left = columns;
  const first = line.search(/\S/);
  for (let at = line.charAt(first) === '|' ? first + 1 : first; at !== -1 && at < line.length; at++) {
    if (line.charAt(at) === '\\') at++;
    else if (line.charAt(at) === '|' && --left === 0) return at + 1;
  }
  return -1;
}

/** `{1,3}`, `{.numbered}` and `start=4` are for a program, and no reader misses them. */
const ATTRIBUTES = /\{[^{}"']*\}|(?:^|\s)[\w.:-]+=[\w.:-]+/g;

/** Words in the info string of a fence behind its first, which names the language. */
export function warnOfLostInfo({ raw, lang }: Tokens.Code, sourceBlock: SourceBlock): void {
  const info = lang ?? '';
  const gap = info.search(/[ \t]/);
  const words = info.replace(ATTRIBUTES, '').replace(/^[^\s{]\S*/, '');
  if (gap === -1 || !/[\p{L}\p{N}]/u.test(words)) return;
  const line = raw.split('\n', 1)[0] ?? '';
  const rest = info.slice(gap).trim();
  const at = line.lastIndexOf(rest);
  if (at === -1) sourceBlock.warn('lost-info', line);
  else sourceBlock.warnWithin('lost-info', line, at, rest);
}
