import type { Tokens } from 'marked';
import type { CstInline, CstTable } from '../../model/cst.ts';
import { cstInline } from './cst-inline.ts';
import type { SourceBlock } from './source-block.ts';

/** A table as written, with the cells that GFM drops, which are behind the columns of the header. */
export function cstTable(token: Tokens.Table, sourceBlock: SourceBlock, line: number): CstTable | undefined {
  const [head = '', , ...body] = token.raw.replace(/\n+$/, '').split('\n');
  const rows: CstInline[][] = [];
  for (const [index, text] of [head, ...body].entries()) {
    const source = sourceBlock.lines[line + (index === 0 ? 0 : index + 1)];
    if (!source?.trimEnd().endsWith(text.trim())) return undefined;
    const row = writtenRow(text, index === 0 ? token.header : token.rows[index - 1]);
    if (!row) return undefined;
    rows.push(row);
  }
  return { type: 'table', align: token.align, rows };
}

function writtenRow(line: string, cells: readonly Tokens.TableCell[] = []): CstInline[] | undefined {
  const texts = splitRow(line);
  const row: CstInline[] = [];
  for (const [index, text] of texts.entries()) {
    const cell = cells[index];
    if (cell && cell.text !== text) return undefined;
    const inline = cell ? cstInline(text, cell.tokens) : { text, marks: [] };
    if (!inline) return undefined;
    row.push(inline);
  }
  return row;
}

/** The cells of a row, a bar with a backslash as the bar that it stands for. */
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
