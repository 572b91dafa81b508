import type { MarkedToken, Token, Tokens } from 'marked';
import { ALERT_LINE } from '../../model/alerts.ts';
import { contentOf, LazyContent } from './content.ts';
import type { FootnoteToken } from './lexer/footnote.ts';
import type { SourceBlock } from './source-block.ts';
import type { BlockNode, Content, ListItemNode, ListNode, QuoteNode, TableNode } from './tree.ts';

/*
 * marked takes containers apart and reads their lines again, dedented. But each of those lines is still the end of a line
 * of the source, so every token can be followed by its line.
 */

/** The node of a block token that starts on a line of its top-level block; undefined for blank space. */
export function buildBlock(token: Token, sourceBlock: SourceBlock, line: number): BlockNode | undefined {
  const known = token as MarkedToken | FootnoteToken;
  const { raw } = known;
  switch (known.type) {
    case 'paragraph':
    case 'text':
      return { type: 'paragraph', line, raw, content: contentOf(known, sourceBlock, line) };
    case 'heading':
      return { type: 'heading', line, raw, depth: known.depth, content: contentOf(known, sourceBlock, line) };
    case 'list':
      return { line, raw, ...listNode(known, sourceBlock, line) };
    case 'blockquote':
      return { line, raw, ...quoteNode(known, sourceBlock, line) };
    case 'code':
      return { type: 'code', line, raw, isIndented: known.codeBlockStyle === 'indented', info: known.lang ?? '' };
    case 'table':
      return { line, raw, ...tableNode(known, sourceBlock, line) };
    case 'hr':
    case 'html':
      return { type: known.type, line, raw };
    case 'def': {
      const fault = sourceBlock.definitions.faultOf(known);
      return { type: 'definition', line, raw, label: known.tag, ...(fault ? { fault } : {}) };
    }
    case 'footnote':
      return { type: 'footnote', line, raw, label: known.label, blocks: buildBlocks(known.tokens, sourceBlock, line) };
    case 'space':
    case 'checkbox':
      return undefined;
    default:
      throw new Error(`marked gave a block token of type ${known.type}`);
  }
}

/** The blocks of a container whose first line is `line`. */
function buildBlocks(tokens: readonly Token[], sourceBlock: SourceBlock, line: number): readonly BlockNode[] {
  const blocks: BlockNode[] = [];
  let at = line;
  let isOpen = false; // the line of the token before
  for (const token of tokens) {
    if (token.type === 'checkbox') continue;
    if (isOpen && !token.raw.startsWith('\n')) at++;
    const block = buildBlock(token, sourceBlock, at);
    if (block) blocks.push(block);
    at += countLineEnds(token.raw);
    isOpen = !token.raw.endsWith('\n');
  }
  return blocks;
}

/** The lexer gives the first line of an alert as blank space. */
function quoteNode({ tokens }: Tokens.Blockquote, sourceBlock: SourceBlock, line: number): QuoteNode {
  const blocks = buildBlocks(tokens, sourceBlock, line);
  const [first, second] = tokens;
  return {
    type: 'blockquote',
    ...(first?.type === 'space' && ALERT_LINE.test(first.raw)
      ? { alert: first.raw.trimEnd() + (first.raw.endsWith('\n') && second?.type === 'paragraph' ? '' : '\n') }
      : {}),
    blocks,
  };
}

function listNode(token: Tokens.List, sourceBlock: SourceBlock, line: number): ListNode {
  const { ordered, loose } = token;
  const items: ListItemNode[] = [];
  let at = line;
  for (const { task, checked, raw, tokens } of token.items) {
    const box = task ? /\[([ xX])\]/.exec(raw)?.[1] : undefined;
    const blocks = buildBlocks(tokens, sourceBlock, at);
    items.push({ ...(box === undefined ? {} : { box }), isTask: task, isChecked: checked === true, blocks });
    at += countLineEnds(raw);
  }
  return { type: 'list', ordered, ...(ordered ? { start: Number(token.start) } : {}), loose, items };
}

function tableNode({ align, header, rows }: Tokens.Table, sourceBlock: SourceBlock, line: number): TableNode {
  const cells = (row: readonly Tokens.TableCell[], at: number): Content[] => {
    const source = sourceBlock.lines[at] ?? '';
    let from = 0;
    return row.map(({ text, tokens }) => {
      const column = source.indexOf(text, from);
      if (column !== -1) from = column + text.length;
      const start = column === -1 ? undefined : sourceBlock.lineStart(at) + column;
      return new LazyContent(text, tokens, () => [{ at: 0, start }]);
    });
  };
  // The delimiter row has no cells.
  return { type: 'table', align, rows: [header, ...rows].map((row, index) => cells(row, line + index + +(index > 0))) };
}

function countLineEnds(raw: string): number {
  let count = 0;
  for (let at = raw.indexOf('\n'); at !== -1; at = raw.indexOf('\n', at + 1)) count++;
  return count;
}
