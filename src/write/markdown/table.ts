import type { Table, TableCell } from '../../model/article.ts';
import { displayWidth } from '../../typography/width.ts';
import { inlinesMarkdown } from './inlines.ts';

/** Columns are aligned by display width. */
export function table({ align, header, rows }: Table): string {
  const cells = [header, ...rows].map((row) => row.map(cell));
  const widths = header.map((_, column) => widest(cells, column));
  const line = (row: readonly string[]) =>
    `| ${row.map((text, column) => pad(text, widths[column] ?? 3, align[column])).join(' | ')} |`;
  const rule = widths.map((width, column) => ruleCell(width, align[column]));
  return [line(cells[0] ?? []), `| ${rule.join(' | ')} |`, ...cells.slice(1).map(line)].join('\n');
}

function widest(rows: readonly (readonly string[])[], column: number): number {
  return rows.reduce((width, row) => Math.max(width, displayWidth(row[column] ?? '')), 3);
}

function cell({ tokens }: TableCell): string {
  return inlinesMarkdown(tokens)
    .replaceAll('\\\n', ' ')
    .replace(/(?<!\\)((?:\\\\)*)\|/g, '$1\\|');
}

function pad(text: string, width: number, align: Table['align'][number] | undefined): string {
  const free = width - displayWidth(text);
  if (align === 'right') return ' '.repeat(free) + text;
  if (align === 'center') return ' '.repeat(free >> 1) + text + ' '.repeat(free - (free >> 1));
  return text + ' '.repeat(free);
}

function ruleCell(width: number, align: Table['align'][number] | undefined): string {
  const left = align === 'left' || align === 'center' ? ':' : '-';
  const right = align === 'right' || align === 'center' ? ':' : '-';
  return left + '-'.repeat(width - 2) + right;
}
