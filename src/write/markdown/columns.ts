import { displayWidth } from '../../typography/width.ts';

export type Alignment = 'left' | 'right' | 'center' | null;

/**
 * The lines of a table with aligned columns, the header first. A row with fewer cells than the header gets empty cells. Cells
 * beyond the header stay.
 */
export function tableLines(align: readonly Alignment[], rows: readonly (readonly string[])[]): string[] {
  const widths = align.map((_, column) => widest(rows, column));
  const line = (row: readonly string[]): string => {
    const cells = [...row, ...Array<string>(Math.max(0, align.length - row.length)).fill('')];
    return `| ${cells.map((text, column) => pad(text, widths[column] ?? 0, align[column])).join(' | ')} |`;
  };
  const rule = widths.map((width, column) => ruleCell(width, align[column]));
  const [head = [], ...body] = rows;
  return [line(head), `| ${rule.join(' | ')} |`, ...body.map(line)];
}

function widest(rows: readonly (readonly string[])[], column: number): number {
  return rows.reduce((width, row) => Math.max(width, displayWidth(row[column] ?? '')), 3);
}

function pad(text: string, width: number, align: Alignment | undefined): string {
  const free = Math.max(0, width - displayWidth(text));
  if (align === 'right') return ' '.repeat(free) + text;
  if (align === 'center') return ' '.repeat(free >> 1) + text + ' '.repeat(free - (free >> 1));
  return text + ' '.repeat(free);
}

function ruleCell(width: number, align: Alignment | undefined): string {
  const left = align === 'left' || align === 'center' ? ':' : '-';
  const right = align === 'right' || align === 'center' ? ':' : '-';
  return left + '-'.repeat(width - 2) + right;
}
