import type { MarkedToken, Token, Tokens } from 'marked';
import type { Block, Code, Inline, List, ListItem, Table, TableCell } from '../../model/article.ts';
import { codeText } from './code-text.ts';
import { withoutComments } from './html.ts';
import { convertInlines } from './inlines.ts';
import { LaterList, LaterParagraph } from './later.ts';
import { itemsOnLines, onLines } from './lines.ts';
import { warnOfLostCells, warnOfLostInfo } from './lost.ts';
import type { SourceBlock } from './source-block.ts';
import { unescapeText } from './unescape.ts';

/** marked's block tokens, from a line of the place on, as canonical prose. Blank space, definitions and comments are no blocks. */
function convertBlocks(tokens: readonly Token[], sourceBlock: SourceBlock, line: number): Block[] {
  const blocks: Block[] = [];
  for (const { token, at } of onLines(tokens, line)) {
    const block = convertBlock(token, sourceBlock, at);
    if (block) blocks.push(block);
  }
  return blocks;
}

/** One block token, which starts on a line of the place, or undefined when nothing of it is printed. */
export function convertBlock(token: Token, sourceBlock: SourceBlock, line: number): Block | undefined {
  const known = token as MarkedToken;
  switch (known.type) {
    case 'paragraph':
    case 'text':
      return paragraph(convertInlines(known.tokens ?? [], sourceBlock));
    case 'heading':
      return { type: 'heading', depth: known.depth, tokens: convertInlines(known.tokens, sourceBlock) };
    case 'list':
      return convertList(known, sourceBlock, line);
    case 'blockquote': {
      const tokens = convertBlocks(known.tokens, sourceBlock, line);
      return isHidden(known.tokens, tokens) ? undefined : { type: 'blockquote', tokens };
    }
    case 'code':
      return convertCode(known, sourceBlock, line);
    case 'table':
      return convertTable(known, sourceBlock);
    case 'hr':
      return { type: 'hr' };
    case 'html':
      return convertHtml(known.raw, sourceBlock);
    case 'def': {
      const fault = sourceBlock.definitions.faultOf(known);
      if (fault) sourceBlock.warn(fault, known.raw);
      return undefined;
    }
    case 'space':
    case 'checkbox':
      return undefined;
    default:
      throw new Error(`marked gave a block token of type ${known.type}`);
  }
}

/** The same, but that what stands in a paragraph or a list is converted when somebody asks. Its warnings come then, or never. */
export function convertLater(token: Token, sourceBlock: SourceBlock): Block | undefined {
  const known = token as MarkedToken;
  // What may be nothing but a comment has to be known now.
  if (known.raw.includes('<!--')) return convertBlock(token, sourceBlock, 0);
  if (known.type === 'paragraph' && known.raw.trim() !== '')
    return new LaterParagraph(() => convertInlines(known.tokens ?? [], sourceBlock));
  if (known.type !== 'list') return convertBlock(token, sourceBlock, 0);
  const { ordered, start, loose } = known;
  const said = { ordered, ...(ordered ? { start: Number(start) } : {}), loose };
  return new LaterList(said, () => convertList(known, sourceBlock, 0)?.items ?? []);
}

function paragraph(tokens: readonly Inline[]): Block | undefined {
  return tokens.length > 0 ? { type: 'paragraph', tokens } : undefined;
}

/** Whether `tokens` came to nothing because they are an editor's marks, not because the writer wrote nothing. */
function isHidden(tokens: readonly Token[], blocks: readonly Block[]): boolean {
  return blocks.length === 0 && tokens.some(({ type }) => type !== 'space' && type !== 'def' && type !== 'checkbox');
}

function convertList(token: Tokens.List, sourceBlock: SourceBlock, line: number): List | undefined {
  const items: ListItem[] = [];
  for (const { item, at } of itemsOnLines(token, line)) {
    const tokens = convertBlocks(item.tokens, sourceBlock, at);
    if (isHidden(item.tokens, tokens)) continue;
    items.push(item.task ? { checked: item.checked === true, tokens } : { tokens });
  }
  if (items.length === 0) return undefined;
  const { ordered, loose } = token;
  return { type: 'list', ordered, ...(ordered ? { start: Number(token.start) } : {}), loose, items };
}

function convertCode(token: Tokens.Code, sourceBlock: SourceBlock, line: number): Code {
  const lang = unescapeText(token.lang ?? '').split(/[ \t]/, 1)[0];
  if (lang) warnOfLostInfo(token, sourceBlock);
  const text = codeText(token, sourceBlock, line);
  return lang ? { type: 'code', lang, text } : { type: 'code', text };
}

function convertTable(token: Tokens.Table, sourceBlock: SourceBlock): Table {
  sourceBlock.ahead(() => warnOfLostCells(token, sourceBlock));
  const cells = (row: readonly Tokens.TableCell[]): TableCell[] =>
    row.map((cell) => ({ tokens: convertInlines(cell.tokens, sourceBlock) }));
  return { type: 'table', align: token.align, header: cells(token.header), rows: token.rows.map(cells) };
}

/** Raw HTML is text, line by line as it was typed. A comment that is never closed hides what follows, as in HTML. */
function convertHtml(raw: string, sourceBlock: SourceBlock): Block | undefined {
  const startsWithComment = raw.trimStart().startsWith('<!--');
  const { text, unclosed } = withoutComments(raw);
  if (unclosed !== -1) sourceBlock.warn('unclosed-comment', raw.slice(unclosed).trimEnd());
  const shown = (unclosed === -1 || !startsWithComment ? text : text.slice(0, text.indexOf('<!--'))).split('\n');
  const lines = shown.map((line) => line.trim()).filter((line) => line !== '');
  if (lines.length === 0) return undefined;
  sourceBlock.warn(startsWithComment ? 'raw-html-after-comment' : 'raw-html', raw.trim());
  const tokens = lines.flatMap((line): Inline[] => [{ type: 'br' }, { type: 'text', text: line }]);
  return { type: 'paragraph', tokens: tokens.slice(1) };
}
