import { Parser, type Token } from 'marked';
import { GuardedLexer } from '../../read/markdown/lexer/lexer.ts';
import { Meter } from '../../read/markdown/lexer/limits.ts';
import { type Span, span, withLineEnd } from '../../text/index.ts';
import type { BlockHtml, Tables } from './commonmark.ts';
import { foldLines } from './soft-breaks.ts';

/**
 * The blocks of a text as marked's own renderer prints them, and where its tables are. The lexer adds limits to marked's.
 * @throws {ExcessError} for a text that is too complex.
 */
export function markedPieces(text: string): { pieces: readonly BlockHtml[]; tables: Tables } {
  const tokens = new GuardedLexer(new Meter(text.length)).lex(withLineEnd(text));
  const pieces: BlockHtml[] = [];
  const top: Span[] = [];
  let areNested = false;
  let start = 0;
  for (const token of tokens) {
    const html = foldLines(Parser.parse([token]));
    const { length } = token.raw.trimEnd();
    if (html !== '') pieces.push({ last: text.lastIndexOf('\n', start + length - 1) + 1, html });
    if (token.type === 'table') top.push(span(start, start + length));
    else areNested ||= holdsTable(token);
    start += token.raw.length;
  }
  return { pieces, tables: { top, areNested } };
}

function holdsTable(token: Token): boolean {
  const { type, tokens = [], items = [] } = token as { type: string; tokens?: Token[]; items?: Token[] };
  return (
    type === 'table' || (['list', 'list_item', 'blockquote'].includes(type) && [...items, ...tokens].some(holdsTable))
  );
}
