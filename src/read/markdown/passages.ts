import type { MarkedToken, Token, Tokens } from 'marked';
import type { NoteComment } from '../../model/note.ts';
import type { Passage } from '../../model/passage.ts';
import { span } from '../../text/index.ts';
import { commentsOf } from './html.ts';
import { itemsOnLines, onLines } from './lines.ts';
import { type PassageFacts, passageOf, type TextLine } from './passage.ts';
import type { SourceBlock } from './source-block.ts';

export interface Seen {
  readonly passages: Passage[];
  readonly comments: NoteComment[];
}

/** The passages of a top-level block, in the order of the text, and the comments in it. Raw HTML and code are none. */
export function passagesOf(token: Token, sourceBlock: SourceBlock): Seen {
  const seen: Seen = { passages: [], comments: [] };
  collect(token, sourceBlock, 0, { isQuoted: false }, seen);
  return seen;
}

type Around = Omit<PassageFacts, 'kind'>;

function collect(token: Token, sourceBlock: SourceBlock, line: number, around: Around, into: Seen): void {
  const known = token as MarkedToken;
  switch (known.type) {
    case 'paragraph':
    case 'text':
      add(ofProse(known, sourceBlock, line, { ...around, kind: 'paragraph' }), into);
      break;
    case 'heading':
      add(ofProse(known, sourceBlock, line, { ...around, kind: 'heading' }), into);
      break;
    case 'blockquote':
      for (const { token: inner, at } of onLines(known.tokens, line))
        collect(inner, sourceBlock, at, { ...around, isQuoted: true }, into);
      break;
    case 'list':
      for (const [index, { item, at: start }] of [...itemsOnLines(known, line)].entries()) {
        const inside = around.item === undefined && !around.isQuoted ? { ...around, item: index } : around;
        const own: Seen = { passages: [], comments: [] };
        for (const { token: inner, at } of onLines(item.tokens, start)) collect(inner, sourceBlock, at, inside, own);
        into.passages.push(...own.passages);
        into.comments.push(...own.comments.map((comment) => ofItem(comment, own.passages)));
      }
      break;
    case 'table':
      for (const cell of cellsOf(known, sourceBlock, line, { ...around, kind: 'cell' })) add(cell, into);
      break;
    case 'html':
      into.comments.push(...commentsIn(known.raw, sourceBlock, line));
      break;
    default:
  }
}

/** A comment in one paragraph of an item speaks of the whole item, but not one in an item of an inner list. */
function ofItem(comment: NoteComment, passages: readonly Passage[]): NoteComment {
  const [first] = passages;
  const last = passages.at(-1);
  const { within } = comment;
  const isOwn = within && passages.some(({ span: own }) => own.start === within.start && own.end === within.end);
  return first && last && isOwn ? { ...comment, within: span(first.span.start, last.span.end) } : comment;
}

type Found = ReturnType<typeof passageOf>;

function add({ passage, comments }: Found, into: Seen): void {
  into.passages.push(passage);
  for (const comment of comments) into.comments.push({ span: comment, within: passage.span });
}

/** The comments of an HTML block; one that is the whole of a top-level block stands alone. */
function* commentsIn(raw: string, sourceBlock: SourceBlock, line: number): Generator<NoteComment> {
  const html = raw.trim();
  const from = sourceBlock.source.indexOf(html, Math.max(0, sourceBlock.lineStart(line) - sourceBlock.span.start));
  if (from === -1) return;
  for (const { start, end } of commentsOf(html)) {
    const isAlone = end - start === sourceBlock.source.trim().length;
    const at = sourceBlock.span.start + from;
    yield { span: span(at + start, at + end), ...(isAlone ? {} : { within: sourceBlock.span }) };
  }
}

type Prose = Tokens.Paragraph | Tokens.Text | Tokens.Heading;

function ofProse(
  { text: whole, tokens = [] }: Prose,
  sourceBlock: SourceBlock,
  line: number,
  facts: PassageFacts,
): Found {
  const [first] = tokens;
  const box = first?.type === 'checkbox' ? first.raw : '';
  const text = whole.slice(box.length);
  return passageOf(text, box === '' ? tokens : tokens.slice(1), linesOf(text, sourceBlock, line), sourceBlock, facts);
}

/** Where each line of a text begins in the source. */
function linesOf(text: string, sourceBlock: SourceBlock, line: number): readonly TextLine[] {
  let at = 0;
  return text.split('\n').map((one, index) => {
    const column = columnOf(one, sourceBlock.lines[line + index] ?? '');
    const found = { at, start: column === undefined ? undefined : sourceBlock.lineStart(line + index) + column };
    at += one.length + 1;
    return found;
  });
}

/** What is left of a line is its end, but for what closes a heading and blanks. */
function columnOf(text: string, line: string): number | undefined {
  if (line.endsWith(text)) return line.length - text.length;
  const words = text.trim();
  const at = line.lastIndexOf(words);
  return at === -1 ? undefined : at - text.indexOf(words);
}

function* cellsOf(token: Tokens.Table, sourceBlock: SourceBlock, line: number, facts: PassageFacts): Generator<Found> {
  for (const [index, row] of [token.header, ...token.rows].entries()) {
    const at = line + (index === 0 ? 0 : index + 1);
    const source = sourceBlock.lines[at] ?? '';
    let from = 0;
    for (const cell of row) {
      const column = source.indexOf(cell.text, from);
      if (column !== -1) from = column + cell.text.length;
      const start = sourceBlock.lineStart(at) + Math.max(0, column);
      const lines = [{ at: 0, start: column === -1 ? undefined : start }];
      if (cell.text !== '') yield passageOf(cell.text, cell.tokens, lines, sourceBlock, facts);
    }
  }
}
