import type { CstBlock, CstFence, CstInline, CstList } from '../../model/cst.ts';
import type { Span } from '../../text/index.ts';
import { tableLines } from '../../write/markdown/columns.ts';
import { inlineText } from './inline.ts';
import type { FormatLevel } from './print-plan.ts';

/** The surroundings of a block that decide how it is printed. */
export interface Setting {
  readonly level: FormatLevel;
  /** The marker, if the block is a list. */
  readonly mark?: string | undefined;
  /** The marker of the list item, if the block is the first in one. */
  readonly firstIn?: string | undefined;
  /** Whether the block is in a list item. */
  readonly isInItem?: boolean | undefined;
  readonly isAfterList?: boolean;
}

/** A formatted block without a final line end. */
export function blockText(block: CstBlock, setting: Setting): string {
  const { level } = setting;
  switch (block.type) {
    case 'paragraph':
      return inlineText(block.inline, level);
    case 'heading':
      return heading(block.depth, inlineText(block.inline, level));
    case 'fence':
      return fence(block);
    case 'code':
      // After a list, indentation would make the code part of the last item.
      return setting.isAfterList
        ? fence({ type: 'fence', mark: '`', info: '', lines: block.lines })
        : block.lines.map((line) => (line === '' ? '' : `    ${line}`)).join('\n');
    case 'html':
    case 'definition':
    case 'open-fence':
      return block.lines.join('\n');
    case 'footnote':
      // An indented one could join a list before it.
      return block.lines.join('\n').replace(/^ +/, '');
    case 'rule':
      // `- ---` would be a rule itself, and so would `* ***`.
      return setting.isInItem && setting.firstIn !== '*' ? '***' : '---';
    case 'quote':
      return prefixed(
        (block.alert === undefined ? '' : `${block.alert}\n`) + blocksText(block.blocks, { level }, '\n\n'),
      );
    case 'list':
      return listText(block, level, setting.mark ?? markFor(block));
    case 'table':
      return table(block.align, block.rows, level);
  }
}

/** The blocks of a container. Neighbouring lists get different markers, because with the same one they would be one list. */
export function blocksText(
  blocks: readonly CstBlock[],
  { level, firstIn, isInItem }: Pick<Setting, 'level' | 'firstIn' | 'isInItem'>,
  apart: '\n' | '\n\n',
): string {
  let before: CstBlock | undefined;
  let mark: string | undefined;
  let text = '';
  for (const block of blocks) {
    mark = block.type === 'list' ? markFor(block, before?.type === 'list' ? mark : undefined) : undefined;
    const printed = blockText(block, {
      level,
      mark,
      firstIn: before ? undefined : firstIn,
      isInItem,
      isAfterList: before?.type === 'list',
    });
    if (before) text += before.type === 'definition' && block.type === 'definition' ? '\n' : apart;
    text += printed;
    before = block;
  }
  return text;
}

/** The largest number that starts an item. */
const LARGEST = 999_999_999;

/** The marker of a list next to lists with the `taken` markers: `-` or `*`, `.` or `)`. A sign stays. */
export function markFor({ start, isSigned, mark }: CstList, ...taken: readonly (string | undefined)[]): string {
  if (isSigned) return mark;
  const marks = start === undefined ? ['-', '*', '+'] : ['.', ')'];
  return marks.find((mark) => !taken.includes(mark)) ?? marks[0] ?? '-';
}

function listText({ start, isLoose, items }: CstList, level: FormatLevel, mark: string): string {
  const isOverflowing = start !== undefined && start + items.length - 1 > LARGEST;
  const texts = items.map(({ box, blocks }, index) => {
    const label = start === undefined ? mark : `${isOverflowing ? start : start + index}${mark}`;
    const text = blocksText(blocks, { level, firstIn: mark, isInItem: true }, isLoose ? '\n\n' : '\n');
    const task = box === undefined ? '' : `[${box}] `;
    return text === '' ? (label + task).trimEnd() : `${label} ${task}${indented(text, label.length + 1)}`;
  });
  return texts.join(isLoose ? '\n\n' : '\n');
}

/** Every line but the first. */
function indented(text: string, width: number): string {
  return text.replace(/\n(?!\n|$)/g, `\n${' '.repeat(width)}`);
}

function prefixed(text: string): string {
  // Not a regular expression, to which U+2028 ends a line.
  return text
    .split('\n')
    .map((line) => (line === '' ? '>' : `> ${line}`))
    .join('\n');
}

/** A heading. One on several lines, because of a hard break or HTML, is underlined. */
function heading(depth: number, text: string): string {
  if (text.includes('\n')) return `${text}\n${depth === 1 ? '===' : '---'}`;
  // A closing sequence of the heading.
  const safe = text.replace(/(^|[ \t])(#+)$/, '$1\\$2');
  return safe === '' ? '#'.repeat(depth) : `${'#'.repeat(depth)} ${safe}`;
}

function fence({ mark, info, lines }: CstFence): string {
  const used = mark === '~' && info.includes('`') ? '~' : '`';
  const longest = lines.reduce((length, line) => {
    const run = /^ *(`+|~+)/.exec(line)?.[1] ?? '';
    return run.startsWith(used) ? Math.max(length, run.length) : length;
  }, 2);
  const marks = used.repeat(longest + 1);
  return [marks + info, ...lines, marks].join('\n');
}

/** A cell. Its underscores stay if parsers could disagree about asterisks, because the second one knows no tables. */
function cellText(cell: CstInline, level: FormatLevel): string {
  const isSafe = cell.marks.every(
    ({ type, span }) =>
      type !== 'underscores' || /^ ?_+[A-Za-z0-9](?:[^*]*[A-Za-z0-9])?_+ ?$/.test(around(cell.text, span)),
  );
  return inlineText(cell, isSafe ? level : 'minimal');
}

/** The text of a span with a character on each side. */
function around(text: string, { start, end }: Span): string {
  return text.slice(Math.max(0, start - 1), end + 1);
}

/** The most characters of an aligned table. A few long cells among thousands of short ones would need much more. */
const ROOM = 1_000_000;

function table(
  align: readonly ('left' | 'right' | 'center' | null)[],
  rows: readonly (readonly CstInline[])[],
  level: FormatLevel,
): string {
  const cells = rows.map((row) => row.map((cell) => cellText(cell, level).replaceAll('|', '\\|')));
  const longest = align.map((_, column) => Math.max(3, ...cells.map((row) => row[column]?.length ?? 0)));
  const size = longest.reduce((sum, length) => sum + length + 3, 0) * rows.length;
  if (size <= ROOM) return tableLines(align, cells).join('\n');
  const [head = [], ...body] = cells;
  const rule = align.map((one) => (one === null ? '---' : one === 'left' ? ':--' : one === 'right' ? '--:' : ':-:'));
  return [head, rule, ...body].map((row) => `| ${row.join(' | ')} |`).join('\n');
}
