import type { Token } from 'marked';
import type { Problem } from '../../model/diagnostic.ts';
import { type Span, span, withLineEnd } from '../../text/index.ts';
import { buildBlock } from './build.ts';
import { MarkdownItem } from './item.ts';
import { lineEnd } from './lexer/block-run.ts';
import { GuardedLexer } from './lexer/lexer.ts';
import { ExcessError, Meter, tooComplex } from './lexer/limits.ts';
import { findExcess } from './lexer/nesting.ts';
import { SourceBlock } from './source-block.ts';

/** With `tooComplex`, nothing could be read: `items` is empty. */
export interface MarkdownResult {
  readonly items: readonly MarkdownItem[];
  readonly tooComplex?: Problem;
}

/**
 * Reads the Markdown (CommonMark and GFM) from `from` to `to` in `text`, whose lines end in `\n`. Offsets are UTF-16 and
 * count into `text`. `footnotes` are labels that another text of the note defines. Never throws for content: text that is
 * nested too deep or takes too much work is `tooComplex`.
 */
export function parseMarkdown(
  text: string,
  from = 0,
  to = text.length,
  footnotes: Iterable<string> = [],
): MarkdownResult {
  const excess = findExcess(text, from, to);
  if (excess) return { items: [], tooComplex: excess };
  const lexer = new GuardedLexer(new Meter(to - from));
  lexer.readAsNote();
  for (const label of footnotes) lexer.definitions.defineFootnote(label);
  try {
    // Without its line end, marked takes some HTML on the last line for text.
    lexer.lex(withLineEnd(text.slice(from, to)));
  } catch (error) {
    return { items: [], tooComplex: refusal(error, lexer, text, from) };
  }
  const items: MarkdownItem[] = [];
  let at = from;
  for (const token of lexer.tokens) {
    const end = at + token.raw.length;
    if (token.raw.trim() !== '') {
      const cut = token.type === 'list' ? cutSpaces(text, token, end) : '';
      const own = blockSpan(text, at, Math.min(end + cut.length, to));
      const sourceBlock = new SourceBlock(text, own, lexer.definitions);
      const node = buildBlock(token, sourceBlock, 0);
      if (node) items.push(new MarkdownItem(node, sourceBlock, cut !== ''));
    }
    at = end;
  }
  return { items };
}

/** The spaces that marked has cut off the end of a list, if they may mean something: not ASCII, after a box, or in code. */
function cutSpaces(text: string, token: Token, end: number): string {
  const { raw } = token;
  if (raw.endsWith('\n')) return '';
  const spaces = /^\s*/.exec(text.slice(end, lineEnd(text, end)))?.[0] ?? '';
  if (spaces === '') return '';
  return /[^ \t]/.test(spaces) || /\[[ xX]\]$/.test(raw) || endsInCode(token) ? spaces : '';
}

function endsInCode(token: Token): boolean {
  const { type, items, tokens } = token as { type: string; items?: Token[]; tokens?: Token[] };
  const last = (items ?? tokens)?.at(-1);
  return type === 'code' || (last !== undefined && endsInCode(last));
}

/** The span of a block without the line ends and blank lines that marked includes. */
function blockSpan(text: string, start: number, end: number): Span {
  let last = end;
  while (last > start) {
    const feed = text.lastIndexOf('\n', last - 1);
    if (feed < start || /[^ \t\n]/.test(text.slice(feed, last))) break;
    last = feed;
  }
  return span(start, last);
}

function refusal(error: unknown, lexer: GuardedLexer, text: string, from: number): Problem {
  if (error instanceof ExcessError) return tooComplex(error.excess, refusedSpan(lexer, text, from));
  if (error instanceof RangeError) return tooComplex('stack', refusedSpan(lexer, text, from));
  throw error;
}

/** The first line of the block that the lexer was reading: the next one, or the one whose inlines it was reading. */
function refusedSpan(lexer: GuardedLexer, text: string, from: number): Span {
  const { filling } = lexer;
  let start = from;
  for (const token of lexer.tokens) {
    if (filling !== undefined && contains(token, filling)) break;
    start += token.raw.length;
  }
  const end = text.indexOf('\n', start);
  return span(start, end === -1 ? text.length : end);
}

/** Whether `tokens` are the inlines of `token` or of something in it. */
function contains(token: unknown, tokens: readonly Token[]): boolean {
  if (token === tokens) return true;
  if (Array.isArray(token)) return token.some((inner) => contains(inner, tokens));
  if (typeof token !== 'object' || token === null) return false;
  const { tokens: inner, items, header, rows } = token as Record<string, unknown>;
  return [inner, items, header, rows].some((list) => list !== undefined && contains(list, tokens));
}
