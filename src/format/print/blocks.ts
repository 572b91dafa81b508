import type { CstBlock, CstFence, CstInline } from '../../model/cst.ts';
import { tableLines } from '../../write/markdown/columns.ts';
import { inlineText } from './inline.ts';
import { listText, markFor } from './list.ts';
import type { FormatLevel } from './print-plan.ts';

/** Where a block stands, as far as its shape depends on it. */
export interface Setting {
  readonly level: FormatLevel;
  /** The mark of the list that it is, where it is one. */
  readonly mark?: string | undefined;
  /** The mark of the list item that it stands in first. */
  readonly firstIn?: string | undefined;
  /** Whether it stands in a list item at all. */
  readonly isInItem?: boolean | undefined;
  readonly isBehindList?: boolean;
}

/** A block in the one shape, without a final line end. */
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
      // Behind a list, indentation would make it a part of the last item.
      return setting.isBehindList
        ? fence({ type: 'fence', mark: '`', info: '', lines: block.lines })
        : block.lines.map((line) => (line === '' ? '' : `    ${line}`)).join('\n');
    case 'html':
    case 'definition':
    case 'open-fence':
      return block.lines.join('\n');
    case 'rule':
      // `- ---` would be a rule itself, and so would `* ***`.
      return setting.isInItem && setting.firstIn !== '*' ? '***' : '---';
    case 'quote':
      return prefixed(blocksText(block.blocks, { level }, '\n\n'));
    case 'list':
      return listText(block, level, setting.mark ?? markFor(block));
    case 'table':
      return table(block.align, block.rows, level);
  }
}

/** The blocks of a container. Lists side by side have other marks, or they would be one. */
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
      isBehindList: before?.type === 'list',
    });
    if (before) text += before.type === 'definition' && block.type === 'definition' ? '\n' : apart;
    text += printed;
    before = block;
  }
  return text;
}

function prefixed(text: string): string {
  return text.replace(/^.*$/gm, (line) => (line === '' ? '>' : `> ${line}`));
}

/** A heading that a hard break or HTML keeps on several lines is underlined. */
function heading(depth: number, text: string): string {
  if (text.includes('\n')) return `${text}\n${depth === 1 ? '===' : '---'}`;
  // What would be taken for the closing marks of a heading.
  const safe = text.replace(/(^|[ \t])(#+)$/, '$1\\$2');
  return `${'#'.repeat(depth)} ${safe}`.trimEnd();
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

/** More room than this for a table's blanks is taken only once: a few long cells among thousands of short ones. */
const ROOM = 1_000_000;

function table(
  align: readonly ('left' | 'right' | 'center' | null)[],
  rows: readonly (readonly CstInline[])[],
  level: FormatLevel,
): string {
  const cells = rows.map((row) => row.map((cell) => inlineText(cell, level).replaceAll('|', '\\|')));
  const longest = align.map((_, column) => Math.max(3, ...cells.map((row) => row[column]?.length ?? 0)));
  const size = longest.reduce((sum, length) => sum + length + 3, 0) * rows.length;
  if (size <= ROOM) return tableLines(align, cells).join('\n');
  const [head = [], ...body] = cells;
  const rule = align.map((one) => (one === null ? '---' : one === 'left' ? ':--' : one === 'right' ? '--:' : ':-:'));
  return [head, rule, ...body].map((row) => `| ${row.join(' | ')} |`).join('\n');
}
