import type { MarkedToken, Token, Tokens } from 'marked';
import type { CstBlock, CstInline, CstList, CstListItem } from '../../model/cst.ts';
import { codeText, isClosed } from './code-text.ts';
import { cstInline } from './cst-inline.ts';
import { cstTable } from './cst-table.ts';
import { itemsOnLines, onLines } from './lines.ts';
import type { SourceBlock } from './source-block.ts';

/*
 * marked takes containers apart and reads their lines anew, dedented: but each of them is still the end of the line that
 * it was. So every token is followed by its line, and what is not the end of that line is not printed anew.
 */

/** A block token as written, which starts on a line of the place; undefined where it can only be left as it stands. */
export function cstBlock(token: Token, sourceBlock: SourceBlock, line: number): CstBlock | undefined {
  const known = token as MarkedToken;
  switch (known.type) {
    case 'paragraph':
    case 'text': {
      if (FOOTNOTE.test(known.raw)) return asItStands('definition', known.raw, sourceBlock, line);
      const inline = prose(known, sourceBlock, line);
      return inline && { type: 'paragraph', inline };
    }
    case 'heading': {
      const inline = prose(known, sourceBlock, line);
      return inline && { type: 'heading', depth: known.depth, inline };
    }
    case 'list':
      return writtenList(known, sourceBlock, line);
    case 'blockquote': {
      const blocks = writtenBlocks(known.tokens, sourceBlock, line);
      return blocks && { type: 'quote', blocks };
    }
    case 'code':
      return code(known, sourceBlock, line);
    case 'table':
      return cstTable(known, sourceBlock, line);
    case 'hr':
      return { type: 'rule' };
    case 'html':
      return asItStands('html', known.raw, sourceBlock, line);
    case 'def':
      return asItStands('definition', known.raw, sourceBlock, line);
    default:
      return undefined;
  }
}

/** A footnote is text here, and a link definition elsewhere. */
const FOOTNOTE = /^ {0,3}\[\^[^\]\n]+\]:/;

function asItStands(
  type: 'html' | 'definition' | 'open-fence',
  raw: string,
  sourceBlock: SourceBlock,
  line: number,
): CstBlock | undefined {
  const lines = raw.split('\n');
  // In a quote, blanks in the blank lines behind HTML or a footnote belong to it for marked, and mean nothing.
  const isEnd = type === 'open-fence' ? /^$/ : /^[ \t]*$/;
  while (lines.length > 1 && isEnd.test(lines.at(-1) ?? '')) lines.pop();
  const isThere = lines.every((text, index) => sourceBlock.lines[line + index]?.endsWith(text.trimStart()));
  return isThere ? { type, lines } : undefined;
}

/** The blocks of a container whose first line is `line`. */
function writtenBlocks(
  tokens: readonly Token[],
  sourceBlock: SourceBlock,
  line: number,
): readonly CstBlock[] | undefined {
  const blocks: CstBlock[] = [];
  for (const { token, at } of onLines(tokens, line)) {
    const block = cstBlock(token, sourceBlock, at);
    if (!block) return undefined;
    blocks.push(block);
  }
  return blocks;
}

type Prose = Tokens.Paragraph | Tokens.Text | Tokens.Heading;

function prose({ text: whole, tokens = [] }: Prose, sourceBlock: SourceBlock, line: number): CstInline | undefined {
  const [first] = tokens;
  const box = first?.type === 'checkbox' ? first.raw : '';
  const text = whole.slice(box.length);
  // At the top level nothing was taken off the lines.
  if (!sourceBlock.source.startsWith(text) && !isInLines(text, sourceBlock, line)) return undefined;
  return cstInline(text, box === '' ? tokens : tokens.slice(1));
}

function isInLines(text: string, sourceBlock: SourceBlock, line: number): boolean {
  return text.split('\n').every((one, index) => sourceBlock.lines[line + index]?.includes(one.trim()));
}

function writtenList(token: Tokens.List, sourceBlock: SourceBlock, line: number): CstList | undefined {
  const mark = /^[ \t]*(?:\d+([.)])|([-*+]))/.exec(token.raw);
  if (!mark) return undefined;
  const items: CstListItem[] = [];
  for (const { item, at } of itemsOnLines(token, line)) {
    const blocks = writtenBlocks(item.tokens, sourceBlock, at);
    if (!blocks) return undefined;
    const box = item.task ? /\[([ xX])\]/.exec(item.raw)?.[1] : undefined;
    items.push(box === undefined ? { blocks } : { box, blocks });
  }
  const { ordered, start, loose } = token;
  return {
    type: 'list',
    mark: mark[1] ?? mark[2] ?? '',
    ...(ordered ? { start: Number(start) } : {}),
    isLoose: loose,
    items,
  };
}

function code(token: Tokens.Code, sourceBlock: SourceBlock, line: number): CstBlock | undefined {
  const isIndented = token.codeBlockStyle === 'indented';
  const lines = codeText(token, sourceBlock, line).split('\n');
  const last = lines.at(-1) ?? '';
  // marked takes the blanks off the end of a list, though they may be code.
  const blanks =
    /(?<![ \t])[ \t]*$/.exec(sourceBlock.lines[line + lines.length - (isIndented ? 1 : 0)] ?? '')?.[0] ?? '';
  if (last.trim() !== '') lines[lines.length - 1] = last.trimEnd() + blanks;
  if (isIndented) return { type: 'code', lines };
  const [, fence = '', info = ''] = /^ *(`+|~+)(.*)/.exec(token.raw) ?? [];
  if (!isClosed(token.raw)) return asItStands('open-fence', token.raw, sourceBlock, line);
  const isEmpty = token.raw.trimEnd().split('\n').length === 2;
  return { type: 'fence', mark: fence.startsWith('~') ? '~' : '`', info: info.trim(), lines: isEmpty ? [] : lines };
}
