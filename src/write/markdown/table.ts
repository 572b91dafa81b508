import type { Table, TableCell } from '../../model/article.ts';
import { tableLines } from './columns.ts';
import { inlinesMarkdown } from './inlines.ts';

/** Columns are aligned by display width. */
export function table({ align, header, rows }: Table): string {
  return tableLines(
    align,
    [header, ...rows].map((row) => row.map(cell)),
  ).join('\n');
}

function cell({ tokens }: TableCell): string {
  return inlinesMarkdown(tokens)
    .replaceAll('\\\n', ' ')
    .replace(/(?<!\\)((?:\\\\)*)\|/g, '$1\\|');
}
