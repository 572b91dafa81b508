import type { SourceBlock } from './source-block.ts';
import type { BlockNode, CodeNode } from './tree.ts';

/** Reports the cells of a table row beyond the columns of the header, which GFM drops. */
export function warnOfLostCells(table: string, columns: number, sourceBlock: SourceBlock): void {
  const lines = table.split('\n').slice(2);
  for (const line of lines) {
    const start = lostCellsStart(line, columns);
    const lost = start === -1 ? '' : line.slice(start).replace(/(?<![\s|])[\s|]+$/, '');
    if (lost !== '')
      sourceBlock.warnWithin('lost-table-cell', line, line.length - line.slice(start).trimStart().length, lost.trim());
  }
}

/** The offset after the bar where the cells without a column start, or -1. An escaped bar does not count. */
function lostCellsStart(line: string, columns: number): number {
  let left = columns;
  const first = line.search(/\S/);
  for (let at = line.charAt(first) === '|' ? first + 1 : first; at !== -1 && at < line.length; at++) {
    if (line.charAt(at) === '\\') at++;
    else if (line.charAt(at) === '|' && --left === 0) return at + 1;
  }
  return -1;
}

/** `{1,3}`, `{.numbered}` and `start=4` are for a program, so readers do not miss them. */
const ATTRIBUTES = /\{[^{}"']*\}|(?:^|\s)[\w.:-]+=[\w.:-]+/g;

/** Reports words in the info string of a fence after the first, which names the language. */
export function warnOfLostInfo({ raw, info }: Extract<BlockNode, CodeNode>, sourceBlock: SourceBlock): void {
  const gap = info.search(/[ \t]/);
  const words = info.replace(ATTRIBUTES, '').replace(/^[^\s{]\S*/, '');
  if (gap === -1 || !/[\p{L}\p{N}]/u.test(words)) return;
  const line = raw.split('\n', 1)[0] ?? '';
  const rest = info.slice(gap).trim();
  const at = line.lastIndexOf(rest);
  if (at === -1) sourceBlock.warn('lost-info', line);
  else sourceBlock.warnWithin('lost-info', line, at, rest);
}
