import type { MarkedToken, Token, Tokens } from 'marked';
import type { Written, WrittenInline, WrittenItem, WrittenList } from '../../model/written.ts';
import { codeText, isClosed } from './code-text.ts';
import { itemsOnLines, onLines } from './lines.ts';
import type { Place } from './place.ts';
import { writtenInline } from './written-inline.ts';
import { writtenTable } from './written-table.ts';

/*
 * marked takes containers apart and reads their lines anew, dedented: but each of them is still the end of the line that
 * it was. So every token is followed by its line, and what is not the end of that line is not printed anew.
 */

/** A block token as written, which starts on a line of the place; undefined where it can only be left as it stands. */
export function writtenBlock(token: Token, place: Place, line: number): Written | undefined {
  const known = token as MarkedToken;
  switch (known.type) {
    case 'paragraph':
    case 'text': {
      if (FOOTNOTE.test(known.raw)) return asItStands('definition', known.raw, place, line);
      const inline = prose(known, place, line);
      return inline && { type: 'paragraph', inline };
    }
    case 'heading': {
      const inline = prose(known, place, line);
      return inline && { type: 'heading', depth: known.depth, inline };
    }
    case 'list':
      return writtenList(known, place, line);
    case 'blockquote': {
      const blocks = writtenBlocks(known.tokens, place, line);
      return blocks && { type: 'quote', blocks };
    }
    case 'code':
      return code(known, place, line);
    case 'table':
      return writtenTable(known, place, line);
    case 'hr':
      return { type: 'rule' };
    case 'html':
      return asItStands('html', known.raw, place, line);
    case 'def':
      return asItStands('definition', known.raw, place, line);
    default:
      return undefined;
  }
}

/** A footnote is text here, and a link definition elsewhere. */
const FOOTNOTE = /^ {0,3}\[\^[^\]\n]+\]:/;

function asItStands(
  type: 'html' | 'definition' | 'open-fence',
  raw: string,
  place: Place,
  line: number,
): Written | undefined {
  const lines = raw.split('\n');
  // In a quote, blanks in the blank lines behind HTML or a footnote belong to it for marked, and mean nothing.
  const isEnd = type === 'open-fence' ? /^$/ : /^[ \t]*$/;
  while (lines.length > 1 && isEnd.test(lines.at(-1) ?? '')) lines.pop();
  const isThere = lines.every((text, index) => place.lines[line + index]?.endsWith(text.trimStart()));
  return isThere ? { type, lines } : undefined;
}

/** The blocks of a container whose first line is `line`. */
function writtenBlocks(tokens: readonly Token[], place: Place, line: number): readonly Written[] | undefined {
  const blocks: Written[] = [];
  for (const { token, at } of onLines(tokens, line)) {
    const block = writtenBlock(token, place, at);
    if (!block) return undefined;
    blocks.push(block);
  }
  return blocks;
}

type Prose = Tokens.Paragraph | Tokens.Text | Tokens.Heading;

function prose({ text: whole, tokens = [] }: Prose, place: Place, line: number): WrittenInline | undefined {
  const [first] = tokens;
  const box = first?.type === 'checkbox' ? first.raw : '';
  const text = whole.slice(box.length);
  // At the top level nothing was taken off the lines.
  if (!place.source.startsWith(text) && !isInLines(text, place, line)) return undefined;
  return writtenInline(text, box === '' ? tokens : tokens.slice(1));
}

function isInLines(text: string, place: Place, line: number): boolean {
  return text.split('\n').every((one, index) => place.lines[line + index]?.includes(one.trim()));
}

function writtenList(token: Tokens.List, place: Place, line: number): WrittenList | undefined {
  const mark = /^[ \t]*(?:\d+([.)])|([-*+]))/.exec(token.raw);
  if (!mark) return undefined;
  const items: WrittenItem[] = [];
  for (const { item, at } of itemsOnLines(token, line)) {
    const blocks = writtenBlocks(item.tokens, place, at);
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

function code(token: Tokens.Code, place: Place, line: number): Written | undefined {
  const isIndented = token.codeBlockStyle === 'indented';
  const lines = codeText(token, place, line).split('\n');
  const last = lines.at(-1) ?? '';
  // marked takes the blanks off the end of a list, though they may be code.
  const blanks = /(?<![ \t])[ \t]*$/.exec(place.lines[line + lines.length - (isIndented ? 1 : 0)] ?? '')?.[0] ?? '';
  if (last.trim() !== '') lines[lines.length - 1] = last.trimEnd() + blanks;
  if (isIndented) return { type: 'code', lines };
  const [, fence = '', info = ''] = /^ *(`+|~+)(.*)/.exec(token.raw) ?? [];
  if (!isClosed(token.raw)) return asItStands('open-fence', token.raw, place, line);
  const isEmpty = token.raw.trimEnd().split('\n').length === 2;
  return { type: 'fence', mark: fence.startsWith('~') ? '~' : '`', info: info.trim(), lines: isEmpty ? [] : lines };
}
