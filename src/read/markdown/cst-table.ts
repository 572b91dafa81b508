import type { CstInline, CstTable } from '../../model/cst.ts';
import { cstInline } from './cst-inline.ts';
import type { SourceBlock } from './source-block.ts';
import type { BlockNode, Content, TableNode } from './tree.ts';

/** A table as written, including the cells beyond the columns of the header, which GFM drops. */
export function cstTable(node: Extract<BlockNode, TableNode>, sourceBlock: SourceBlock): CstTable | undefined {
  const [head = '', , ...body] = node.raw.replace(/\n+$/, '').split('\n');
  const rows: CstInline[][] = [];
  for (const [index, text] of [head, ...body].entries()) {
    const source = sourceBlock.lines[node.line + (index === 0 ? 0 : index + 1)];
    if (!source?.trimEnd().endsWith(text.trim())) return undefined;
    const row = cstRow(text, node.rows[index]);
    if (!row) return undefined;
    rows.push(row);
  }
  return { type: 'table', align: node.align, rows };
}

function cstRow(line: string, cells: readonly Content[] = []): CstInline[] | undefined {
  const row: CstInline[] = [];
  for (const [index, text] of splitRow(line).entries()) {
    const cell = cells[index];
    if (cell && cell.text !== text) return undefined;
    const inline = cell ? cstInline(cell) : { text, marks: [] };
    if (!inline) return undefined;
    row.push(inline);
  }
  return row;
}

/** The cells of a row, with each escaped bar as a bar. */
function splitRow(line: string): string[] {
  const row = line.trim().replace(/^\|/, '');
  const cells: string[] = [];
  let from = 0;
  for (let at = 0; at <= row.length; at++) {
    if (row.charAt(at) === '\\' && at < row.length - 1) at++;
    else if (at === row.length || row.charAt(at) === '|') {
      cells.push(row.slice(from, at));
      from = at + 1;
    }
  }
  if (cells.length > 1 && cells.at(-1)?.trim() === '') cells.pop();
  return cells.map((cell) => cell.trim().replaceAll('\\|', '|'));
}
