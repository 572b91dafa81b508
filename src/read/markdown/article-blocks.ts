import { alertOf } from '../../model/alerts.ts';
import type { Block, Code, Inline, List, ListItem, Table, TableCell } from '../../model/article.ts';
import type { NoteFootnote } from '../../model/note.ts';
import { type Span, span } from '../../text/index.ts';
import { isOfProgram } from '../html/program-comments.ts';
import { articleInlines } from './article-inlines.ts';
import { codeText } from './code-text.ts';
import { commentsOf, withoutComments } from './html.ts';
import { passagesOf } from './passages.ts';
import { Places } from './places.ts';
import type { SourceBlock } from './source-block.ts';
import type { BlockNode, CodeNode, Content, FootnoteNode, ListNode, TableNode } from './tree.ts';
import { unescapeText } from './unescape.ts';
import type { WarningKind } from './warnings.ts';

/** The Article's block of a node, or undefined when nothing of it is printed. */
export function articleBlock(node: BlockNode, sourceBlock: SourceBlock): Block | undefined {
  switch (node.type) {
    case 'paragraph': {
      const tokens = inlinesOf(node.content, sourceBlock);
      return tokens.length > 0 ? { type: 'paragraph', tokens } : undefined;
    }
    case 'heading':
      return { type: 'heading', depth: node.depth, tokens: inlinesOf(node.content, sourceBlock) };
    case 'list':
      return listOf(node, sourceBlock);
    case 'blockquote': {
      const tokens = blocksOf(node.blocks, sourceBlock);
      if (isHidden(node.blocks, tokens)) return undefined;
      const alert = node.alert === undefined ? undefined : alertOf(node.alert);
      return alert ? { type: 'blockquote', alert, tokens } : { type: 'blockquote', tokens };
    }
    case 'code':
      return codeOf(node, sourceBlock);
    case 'table':
      return tableOf(node, sourceBlock);
    case 'hr':
      return { type: 'hr' };
    case 'html':
      return htmlOf(node, sourceBlock);
    case 'footnote':
      sourceBlock.footnotes.push(footnoteOf(node, sourceBlock));
      return undefined;
    case 'definition':
      if (node.fault) warnOfDefinition(node, node.fault, sourceBlock);
      return undefined;
  }
}

function inlinesOf(content: Content, sourceBlock: SourceBlock): readonly Inline[] {
  return articleInlines(content.inlines.nodes, { content, sourceBlock });
}

function blocksOf(nodes: readonly BlockNode[], sourceBlock: SourceBlock): Block[] {
  const blocks: Block[] = [];
  for (const node of nodes) {
    const block = articleBlock(node, sourceBlock);
    if (block) blocks.push(block);
  }
  return blocks;
}

function footnoteOf(node: Extract<BlockNode, FootnoteNode>, sourceBlock: SourceBlock): NoteFootnote {
  const { line, blocks, raw } = node;
  const start = sourceBlock.lineStart(line) + Math.max(0, sourceBlock.lines[line]?.indexOf('[^') ?? 0);
  return {
    label: sourceBlock.definitions.footnote(node.label) ?? node.label,
    labelSpan: span(start, start + `[^${node.label}]`.length),
    span: span(start, sourceBlock.lineStart(line + raw.trimEnd().split('\n').length) - 1),
    prose: blocksOf(blocks, sourceBlock),
    passages: () => blocks.flatMap((block) => passagesOf(block, sourceBlock).passages),
  };
}

function warnOfDefinition(node: BlockNode, fault: WarningKind, sourceBlock: SourceBlock): void {
  const { start, end } = trimmedSpan(node.raw);
  sourceBlock.warn(fault, placesOf(node, sourceBlock).spanOf(start, end));
}

/** Whether a container has no blocks because it holds only comments, and not because it is empty. */
function isHidden(nodes: readonly BlockNode[], blocks: readonly Block[]): boolean {
  return blocks.length === 0 && nodes.some(({ type }) => type !== 'definition' && type !== 'footnote');
}

function listOf({ ordered, start, loose, items: nodes }: ListNode, sourceBlock: SourceBlock): List | undefined {
  const items: ListItem[] = [];
  for (const { isTask, isChecked, blocks } of nodes) {
    const tokens = blocksOf(blocks, sourceBlock);
    if (!isHidden(blocks, tokens)) items.push(isTask ? { checked: isChecked, tokens } : { tokens });
  }
  if (items.length === 0) return undefined;
  // A list of empty items prints no space between them, so it is never loose.
  const isLoose = loose && items.some(({ tokens }) => tokens.length > 0);
  return { type: 'list', ordered, ...(start === undefined ? {} : { start }), loose: isLoose, items };
}

function codeOf(node: Extract<BlockNode, CodeNode>, sourceBlock: SourceBlock): Code {
  const lang = unescapeText(node.info).split(/[ \t]/, 1)[0];
  if (lang) warnOfLostInfo(node, sourceBlock);
  const text = codeText(node, sourceBlock);
  return lang ? { type: 'code', lang, text } : { type: 'code', text };
}

function tableOf(node: Extract<BlockNode, TableNode>, sourceBlock: SourceBlock): Table {
  const {
    align,
    rows: [header = [], ...rows],
  } = node;
  warnOfLostCells(node, header.length, sourceBlock);
  const cells = (row: readonly Content[]): TableCell[] =>
    row.map((content) => ({ tokens: inlinesOf(content, sourceBlock) }));
  return { type: 'table', align, header: cells(header), rows: rows.map(cells) };
}

/** Breaks alone are only space between two blocks. */
const BREAKS = /^(?:<br[ \t]*\/?>[ \t]*)+$/i;

/** Raw HTML is printed as text, line by line. A comment that is never closed hides what follows it, as in HTML. */
function htmlOf(node: BlockNode, sourceBlock: SourceBlock): Block | undefined {
  const { raw } = node;
  const startsWithComment = raw.trimStart().startsWith('<!--');
  const { text, unclosed } = withoutComments(raw);
  const places = placesOf(node, sourceBlock);
  const { start, end } = trimmedSpan(raw);
  if (unclosed !== -1) sourceBlock.warn('unclosed-comment', places.spanOf(unclosed, end));
  const shown = (unclosed === -1 || !startsWithComment ? text : text.slice(0, text.indexOf('<!--'))).split('\n');
  const lines = shown.map((line) => line.trim()).filter((line) => line !== '');
  if (lines.every((line) => BREAKS.test(line))) return undefined;
  const isAfterComment = startsWithComment && !isAfterProgram(raw);
  sourceBlock.warn(isAfterComment ? 'raw-html-after-comment' : 'raw-html', places.spanOf(start, end));
  const tokens = lines.flatMap((line): Inline[] => [{ type: 'br' }, { type: 'text', text: line }]);
  return { type: 'paragraph', tokens: tokens.slice(1) };
}

/** Whether HTML starts with a comment of an editor program, which pastes both as one line. */
function isAfterProgram(raw: string): boolean {
  const [first] = commentsOf(raw);
  return first !== undefined && isOfProgram(raw.slice(first.start + '<!--'.length, first.end));
}

function placesOf({ line, raw }: BlockNode, sourceBlock: SourceBlock): Places {
  return Places.from(line, raw, sourceBlock);
}

/** The part of a text without white space at its ends. */
function trimmedSpan(raw: string): Span {
  return span(raw.length - raw.trimStart().length, raw.trimEnd().length);
}

/** Reports the cells of a table row beyond the columns of the header, which GFM drops. */
function warnOfLostCells(table: BlockNode, columns: number, sourceBlock: SourceBlock): void {
  let places: Places | undefined;
  let at = 0;
  for (const [index, row] of table.raw.split('\n').entries()) {
    const start = index < 2 ? -1 : lostCellsStart(row, columns);
    const lost = start === -1 ? '' : row.slice(start).replace(/(?<![\s|])[\s|]+$/, '');
    if (lost !== '') {
      places ??= placesOf(table, sourceBlock);
      const from = at + row.length - row.slice(start).trimStart().length;
      sourceBlock.warn('lost-table-cell', places.spanOf(from, from + lost.trim().length));
    }
    at += row.length + 1;
  }
}

/** The offset after the bar where the cells without a column start, or -1. An escaped bar does not count. */
function lostCellsStart(line: string, columns: number): number {
  let left = columns;
  const first = line.search(/\S/);
  for (let at = line.charAt(first) === '|' ? first + 1 : first; at !== -1 && at < line.length; at++) {
    if (line.charAt(at) === '\\') at++;
    else if (line.charAt(at) === '|' && --left === 0) return at + 1;
  }
  return -1;
}

/** `{1,3}`, `{.numbered}` and `start=4` are for a program, so readers do not miss them. */
const ATTRIBUTES = /\{[^{}"']*\}|(?:^|\s)[\w.:-]+=[\w.:-]+/g;

/** Reports words in the info string of a fence after the first, which names the language. */
function warnOfLostInfo(node: Extract<BlockNode, CodeNode>, sourceBlock: SourceBlock): void {
  const { raw, info } = node;
  const gap = info.search(/[ \t]/);
  const words = info.replace(ATTRIBUTES, '').replace(/^[^\s{]\S*/, '');
  if (gap === -1 || !/[\p{L}\p{N}]/u.test(words)) return;
  const [line = ''] = raw.split('\n', 1);
  const rest = info.slice(gap).trim();
  const at = line.lastIndexOf(rest);
  sourceBlock.warn(
    'lost-info',
    placesOf(node, sourceBlock).spanOf(Math.max(0, at), at === -1 ? line.length : at + rest.length),
  );
}
