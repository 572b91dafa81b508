import type { Prose, Table, TableCell } from '../../model/article.ts';
import { isUnseen } from './meaning.ts';
import { isBlank } from './paragraphs.ts';
import { attribute, type HtmlElement, type HtmlNode, isElement } from './tree.ts';

type ReadProse = (nodes: readonly HtmlNode[]) => Prose | undefined;

/** A table with a row of headings, in which no cell spans others or has blocks. */
export function tableOf(element: HtmlElement, proseOf: ReadProse): Prose | undefined {
  const parts = element.childNodes.filter((node) => !isBlank(node));
  const rows: HtmlElement[] = [];
  for (const part of parts) {
    if (!isElement(part) || !/^(?:thead|tbody)$/.test(part.tagName)) return undefined;
    for (const row of part.childNodes) if (!isBlank(row)) if (isElement(row)) rows.push(row);
  }
  const cells: TableCell[][] = [];
  for (const [index, row] of rows.entries()) {
    const found = cellsOf(row, index === 0, proseOf);
    if (!found || (cells[0] && found.length !== cells[0].length)) return undefined;
    cells.push(found);
  }
  const [header, ...others] = cells;
  if (!header) return undefined;
  const table: Table = { type: 'table', align: header.map(() => null), header, rows: others };
  return [table];
}

function cellsOf(row: HtmlElement, isHeader: boolean, proseOf: ReadProse): TableCell[] | undefined {
  const cells: TableCell[] = [];
  for (const cell of row.childNodes) {
    if (isBlank(cell)) continue;
    if (!isElement(cell) || isUnseen(cell) || cell.tagName !== (isHeader ? 'th' : 'td')) return undefined;
    if (['colspan', 'rowspan'].some((name) => (attribute(cell, name) ?? '1') !== '1')) return undefined;
    const [only, ...more] = proseOf(cell.childNodes) ?? [{ type: 'hr' }];
    if (more.length > 0 || (only && only.type !== 'paragraph')) return undefined;
    cells.push({ tokens: only?.tokens ?? [] });
  }
  return cells;
}
