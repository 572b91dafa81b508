import type { Token, Tokens } from 'marked';
import type { Problem } from '../../model/diagnostic.ts';
import type { NoteComment } from '../../model/note.ts';
import { type Span, span } from '../../text/index.ts';
import { convertBlock, convertLater } from './blocks.ts';
import { cstBlock } from './cst.ts';
import { GuardedLexer } from './lexer/lexer.ts';
import { ExcessError, Meter, tooComplex } from './lexer/limits.ts';
import { findExcess } from './lexer/nesting.ts';
import { passagesOf } from './passages.ts';
import type { MarkdownItem, MarkdownResult } from './result.ts';
import { SourceBlock } from './source-block.ts';

/**
 * What is asked of a text: what it `means`, how it is `written` (a formatter asks of few blocks what they mean, and nothing
 * of what an editor should look at), or `all`, with its passages and comments, as rules do.
 */
export type Wanted = 'meaning' | 'written' | 'all';

/**
 * Reads the Markdown (CommonMark and GFM) that stands from `from` to `to` in `text`. Offsets are UTF-16, into `text`,
 * whose lines end in `\n`. Never throws for content: what is nested too deep or takes too much work comes back as
 * `tooComplex`; what an editor should look at, such as HTML or an address that no post links to, as `warnings`.
 */
export function parseMarkdown(text: string, from = 0, to = text.length, wanted: Wanted = 'meaning'): MarkdownResult {
  const excess = findExcess(text, from, to);
  if (excess) return { items: [], warnings: [], comments: [], tooComplex: excess };
  const lexer = new GuardedLexer(new Meter(to - from));
  lexer.readAsNote();
  try {
    lexer.lex(text.slice(from, to));
  } catch (error) {
    return { items: [], warnings: [], comments: [], tooComplex: refusal(error, lexer, text, from) };
  }
  const items: MarkdownItem[] = [];
  const warnings: Problem[] = [];
  const comments: NoteComment[] = [];
  let at = from;
  for (const token of lexer.tokens) {
    const end = at + token.raw.length;
    const sourceBlock = new SourceBlock(text, blockSpan(text, at, Math.min(end, to)), lexer.definitions, warnings);
    // After a list, also a no-break space that marked took off its end.
    if (token.raw.trim() !== '') items.push(itemOf(token, sourceBlock, wanted, comments));
    at = end;
  }
  return { items, warnings, comments };
}

/** A block with what is wanted of it: a formatter asks of few blocks what they mean, and rules look at its passages. */
function itemOf(token: Token, sourceBlock: SourceBlock, wanted: Wanted, comments: NoteComment[]): MarkdownItem {
  const block = wanted === 'written' ? convertLater(token, sourceBlock) : convertBlock(token, sourceBlock, 0);
  const cst = wanted === 'meaning' ? undefined : cstBlock(token, sourceBlock, 0);
  const seen = wanted === 'all' ? passagesOf(token, sourceBlock) : undefined;
  const { span: at } = sourceBlock;
  for (const comment of seen?.comments ?? []) comments.push(block === undefined ? { span: comment.span } : comment);
  if (token.type === 'def') return { kind: 'definition', span: at, label: (token as Tokens.Def).tag, cst };
  if (block === undefined) return { kind: 'comment', span: at, cst };
  return seen
    ? { kind: 'block', span: at, block, cst, passages: seen.passages }
    : { kind: 'block', span: at, block, cst };
}

/** Without the line ends and blank lines that marked counts in. */
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

/** The first line of the block that the lexer was at: the next to come, or the one whose inlines it was reading. */
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
