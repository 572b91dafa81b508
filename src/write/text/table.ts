import type { Inline, Table } from '../../model/article.ts';
import { displayWidth } from '../../typography/width.ts';
import { wrap } from '../../typography/wrap.ts';
import { labelled } from '../labelled.ts';
import type { Layout } from './layout.ts';

/** A table as lines with aligned columns. A table wider than the post becomes a block of lines for each row. */
export function table(
  { align, header, rows }: Table,
  layout: Layout,
  inlinesText: (inlines: readonly Inline[]) => string,
): string {
  const [head = [], ...body] = [header, ...rows].map((row) =>
    row.map(({ tokens }) => inlinesText(tokens).replaceAll('\n', ' ')),
  );
  const widths = widthsOf([head, ...body]);
  const whole = widths.reduce((sum, width) => sum + width, (widths.length - 1) * SEPARATOR.length);
  if (layout.width !== undefined && whole > layout.width) return asBlocks(head, body, layout, layout.width);
  const line = (row: readonly string[]) =>
    row
      .map((text, column) => pad(text, widths[column] ?? 0, align[column]))
      .join(SEPARATOR)
      .trimEnd();
  return [head, ...body].map(line).join('\n');
}

const SEPARATOR = ' | ';

function widthsOf(rows: readonly (readonly string[])[]): number[] {
  const widths: number[] = [];
  for (const row of rows) {
    for (const [column, text] of row.entries()) widths[column] = Math.max(widths[column] ?? 0, displayWidth(text));
  }
  return widths;
}

/** Each row as lines `Header: cell`, with a blank line between rows. */
function asBlocks(
  head: readonly string[],
  body: readonly (readonly string[])[],
  { labels }: Layout,
  width: number,
): string {
  const line = (text: string) => wrap(text, width, { han: true, indent: { first: '', rest: '  ' } }).join('\n');
  if (body.length === 0) return head.map(line).join('\n');
  const cell = (text: string, column: number) => {
    const header = head[column] ?? '';
    return line(header === '' ? text : labelled(header, text, labels).trimEnd());
  };
  return body
    .map((row) =>
      row
        .map(cell)
        .filter((text) => text !== '')
        .join('\n'),
    )
    .join('\n\n');
}

function pad(text: string, width: number, align: Table['align'][number] | undefined): string {
  const free = width - displayWidth(text);
  if (align === 'right') return ' '.repeat(free) + text;
  if (align === 'center') return ' '.repeat(free >> 1) + text + ' '.repeat(free - (free >> 1));
  return text + ' '.repeat(free);
}
