import { ALERT_LINE } from '../../model/alerts.ts';
import type { CstBlock, CstInline, CstList, CstListItem, CstMark, CstTable } from '../../model/cst.ts';
import { codeText, isClosed } from './code-text.ts';
import { cstInline } from './cst-inline.ts';
import { lineBoundConstruct } from './dialects.ts';
import { tableCells } from './lexer/table.ts';
import type { SourceBlock } from './source-block.ts';
import type { BlockNode, CodeNode, Content, ListNode, TableNode } from './tree.ts';

/** A block as written; undefined where it is not found in the source, so that it can only be copied. */
export function cstBlock(node: BlockNode, sourceBlock: SourceBlock): CstBlock | undefined {
  switch (node.type) {
    case 'paragraph': {
      if (lineBoundConstruct(node.content.text) !== undefined) return undefined;
      const inline = contentAsWritten(node.content, sourceBlock, node.line);
      return inline && { type: 'paragraph', inline };
    }
    case 'heading': {
      const inline = contentAsWritten(node.content, sourceBlock, node.line);
      return inline && { type: 'heading', depth: node.depth, inline };
    }
    case 'list':
      return cstList(node, node.raw, sourceBlock);
    case 'blockquote': {
      const blocks = cstBlocks(node.blocks, sourceBlock);
      return blocks && quote(node.alert, blocks);
    }
    case 'code':
      return cstCode(node, sourceBlock);
    case 'table':
      return cstTable(node, sourceBlock);
    case 'hr':
      return { type: 'rule' };
    case 'html':
    case 'definition':
    case 'footnote':
      return verbatim(node.type, node, sourceBlock);
  }
}

/** Where a quote is no alert, its first line stays as written nevertheless: other programs may read it as one. */
function quote(alert: string | undefined, blocks: readonly CstBlock[]): CstBlock {
  if (alert !== undefined) return { type: 'quote', alert, blocks };
  const [first, ...others] = blocks;
  const line = first?.type === 'paragraph' ? ALERT_LINE.exec(first.inline.text)?.[0] : undefined;
  if (first?.type !== 'paragraph' || !line?.endsWith('\n')) return { type: 'quote', blocks };
  const [end, ...marks] = first.inline.marks;
  if (!end || end.span.start >= line.length) return { type: 'quote', blocks };
  const kept: CstMark = { type: 'kept', span: end.span, text: end.type === 'hard' ? '  \n' : '\n' };
  return { type: 'quote', blocks: [{ ...first, inline: { ...first.inline, marks: [kept, ...marks] } }, ...others] };
}

function verbatim(
  type: 'html' | 'definition' | 'footnote' | 'open-fence',
  { raw, line }: BlockNode,
  sourceBlock: SourceBlock,
): CstBlock | undefined {
  const lines = raw.split('\n');
  // In a quote, marked adds the blank lines after HTML or a footnote with their whitespace, which has no meaning.
  const isEnd = type === 'open-fence' ? /^$/ : /^[ \t]*$/;
  while (lines.length > 1 && isEnd.test(lines.at(-1) ?? '')) lines.pop();
  // marked indents a lazy `=`. In a footnote the indentation would make it an underline.
  const isFound = lines.every((text, index) =>
    sourceBlock.lines[line + index]?.endsWith(type === 'footnote' ? text : text.trimStart()),
  );
  return isFound ? { type, lines } : undefined;
}

/** Parsers disagree whether a table may start right below a quote, and which lines continue a footnote in a quote. */
function cstBlocks(nodes: readonly BlockNode[], sourceBlock: SourceBlock): readonly CstBlock[] | undefined {
  const blocks: CstBlock[] = [];
  for (const [index, node] of nodes.entries()) {
    const block = cstBlock(node, sourceBlock);
    const before = nodes[index - 1]?.type;
    const isUncertain = before === 'footnote' || (before === 'blockquote' && node.type === 'table');
    if (!block || (isUncertain && !isBlank(sourceBlock, node.line - 1))) return undefined;
    blocks.push(block);
  }
  return blocks;
}

function isBlank({ lines }: SourceBlock, line: number): boolean {
  return /^[ \t>]*$/.test(lines[line] ?? '');
}

function contentAsWritten(content: Content, sourceBlock: SourceBlock, line: number): CstInline | undefined {
  // At the top level, the lines are unchanged, so there is no need to find each of them.
  if (sourceBlock.source.startsWith(content.text)) return cstInline(content);
  const { lines } = content;
  const isFound = lines.every(({ start }) => start !== undefined) && line + lines.length <= sourceBlock.lines.length;
  return isFound ? cstInline(content) : undefined;
}

/** GitHub reads an empty box as a task only if a space follows it, which the formatter would remove. */
function isEmptyTask(node: BlockNode | undefined, { lines }: SourceBlock): boolean {
  return node !== undefined && /^\[[ xX]\][ \t]*$/.test(node.raw) && /\][ \t]+$/.test(lines[node.line] ?? '');
}

const SIGNED = /^[ \t]*[-+][ \t]+[$€£¥]?\d/m;

function cstList({ start, loose, items: nodes }: ListNode, raw: string, sourceBlock: SourceBlock): CstList | undefined {
  const marker = /^[ \t]*(?:\d+([.)])|([-*+]))/.exec(raw);
  if (!marker) return undefined;
  const items: CstListItem[] = [];
  for (const { box, blocks: inner } of nodes) {
    const blocks = cstBlocks(inner, sourceBlock);
    if (!blocks || (inner.length === 1 && isEmptyTask(inner[0], sourceBlock))) return undefined;
    // To cmark, an item that starts with a definition is empty, and ends at a blank line.
    if (inner[0]?.type === 'definition') return undefined;
    items.push(box === undefined ? { blocks } : { box, blocks });
  }
  const mark = marker[1] ?? marker[2] ?? '';
  const isSigned = SIGNED.test(raw);
  return { type: 'list', mark, isSigned, ...(start === undefined ? {} : { start }), isLoose: loose, items };
}

function cstCode(node: Extract<BlockNode, CodeNode>, sourceBlock: SourceBlock): CstBlock | undefined {
  const { isIndented, raw, line } = node;
  const lines = codeText(node, sourceBlock).split('\n');
  const last = lines.at(-1) ?? '';
  // marked strips trailing whitespace from a list, even if it is code.
  const trailing =
    /(?<![ \t])[ \t]*$/.exec(sourceBlock.lines[line + lines.length - (isIndented ? 1 : 0)] ?? '')?.[0] ?? '';
  if (last.trim() !== '') lines[lines.length - 1] = last.trimEnd() + trailing;
  if (isIndented) return { type: 'code', lines };
  const [, fence = '', info = ''] = /^ *(`+|~+)[ \t]*([^\n]*)/.exec(raw) ?? [];
  if (!isClosed(raw)) return verbatim('open-fence', node, sourceBlock);
  const isEmpty = raw.trimEnd().split('\n').length === 2;
  return {
    type: 'fence',
    mark: fence.startsWith('~') ? '~' : '`',
    info: info.replace(/[ \t]+$/, ''),
    lines: isEmpty ? [] : lines,
  };
}

/** A table as written, including the cells beyond the columns of the header, which GFM drops. */
function cstTable(node: Extract<BlockNode, TableNode>, sourceBlock: SourceBlock): CstTable | undefined {
  const [head = '', , ...body] = node.raw.replace(/\n+$/, '').split('\n');
  // In a list or quote, the columns of tabs decide what the lines below a table are, and the second parser sees no table.
  if (sourceBlock.hasTabs && !sourceBlock.source.startsWith(head)) return undefined;
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
  for (const [index, text] of tableCells(line).entries()) {
    const cell = cells[index];
    if (cell && cell.text !== text) return undefined;
    const inline = cell ? cstInline(cell) : { text, marks: [] };
    if (!inline) return undefined;
    row.push(inline);
  }
  return row;
}
