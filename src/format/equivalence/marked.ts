import { Parser, type Token } from 'marked';
import { GuardedLexer } from '../../read/markdown/lexer/lexer.ts';
import { Meter } from '../../read/markdown/lexer/limits.ts';
import { type Span, span, withLineEnd } from '../../text/index.ts';
import { BlockHtml } from './block-html.ts';
import type { Tables } from './commonmark.ts';

/**
 * The blocks of a text as marked's own renderer prints them, and where its tables are. The lexer adds limits to marked's.
 * @throws {ExcessError} for a text that is too complex.
 */
export function markedPieces(text: string): { pieces: readonly BlockHtml[]; tables: Tables } {
  const tokens = new GuardedLexer(new Meter(text.length)).lex(withLineEnd(text));
  const parser = new Parser();
  const pieces: BlockHtml[] = [];
  const top: Span[] = [];
  let areNested = false;
  let start = 0;
  for (const token of tokens) {
    const { length } = token.raw.trimEnd();
    const piece = new BlockHtml(text.lastIndexOf('\n', start + length - 1) + 1, parser.parse([token]));
    if (!piece.isEmpty) pieces.push(piece);
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
