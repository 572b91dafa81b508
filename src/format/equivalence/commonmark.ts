import { HtmlRenderer, Node, Parser } from 'commonmark';
import { ExcessError } from '../../read/markdown/lexer/limits.ts';
import { applyEdits, type Span } from '../../text/index.ts';
import { BlockHtml } from './block-html.ts';

/** Where the tables of a text are. */
export interface Tables {
  readonly top: readonly Span[];
  /** Whether some are in lists or quotes. */
  readonly areNested: boolean;
}

/**
 * A run of blanks after a character, whose end is the same however long it is. After each blank of a heading, commonmark.js
 * searches the others for closing number signs, which takes quadratic time.
 */
const LONG_GAP = /(?<=[^ \t\n])[ \t]{100,}/g;
const GAP = ' '.repeat(99);

/** The delimiter row of a table, after the markers of quotes. */
const TABLE = /^[\s>]*\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*$/;

/**
 * The blocks of a text as commonmark.js reads them, which shares no code with marked. It has no tables, so tables and
 * paragraphs that look like one are masked.
 * @throws {ExcessError} for a text that would take minutes.
 */
export function commonmarkPieces(text: string, { top, areNested }: Tables): readonly BlockHtml[] {
  if (searchWork(text) > MOST_WORK) throw new ExcessError('work');
  const lines = text.split('\n');
  const starts: number[] = [];
  let at = 0;
  for (const line of lines) {
    starts.push(at);
    at += line.length + 1;
  }
  const inContainers = top.length === 0 ? new Set<number>() : containerLines(text);
  const masked = applyEdits(
    text,
    top
      .filter(({ start }) => !inContainers.has(starts.indexOf(start) + 1))
      .map((table) => ({ span: table, text: `# table${text.slice(table.start, table.end).replace(/.+/g, '')}` })),
  );
  const document = parse(masked);
  const renderer = new HtmlRenderer();
  if (areNested) maskNestedTables(document, lines);
  const pieces: BlockHtml[] = [];
  for (let node = document.firstChild; node; node = node.next) {
    const piece = new BlockHtml(starts[node.sourcepos[1][0] - 1] ?? 0, renderer.render(node));
    if (!piece.isEmpty) pieces.push(piece);
  }
  return pieces;
}

function parse(text: string): Node {
  return new Parser().parse(text.replace(LONG_GAP, GAP));
}

/** The lines, from 1, of the lists and quotes. A line that continues a paragraph in one of them starts no table. */
function containerLines(text: string): ReadonlySet<number> {
  const found = new Set<number>();
  for (let node = parse(text).firstChild; node; node = node.next) {
    if (node.type !== 'list' && node.type !== 'block_quote') continue;
    const [[first], [last]] = node.sourcepos;
    for (let line = first; line <= last; line++) found.add(line);
  }
  return found;
}

function maskNestedTables(document: Node, lines: readonly string[]): void {
  const walker = document.walker();
  for (let event = walker.next(); event; event = walker.next()) {
    const { node, entering } = event;
    if (!entering || node.type !== 'paragraph' || node.parent === document) continue;
    const [[first], [last]] = node.sourcepos;
    const own = lines.slice(first, last);
    // A line with fewer markers than its quotes only continues a paragraph.
    const quotes = quotesAround(node);
    const rule = own.findIndex(
      (line) => TABLE.test(line) && /[|:]/.test(line) && /^[\s>]*/.exec(line)?.[0].split('>').length === quotes + 1,
    );
    if (rule === -1) continue;
    while (node.firstChild) node.firstChild.unlink();
    // A line that follows without a marker is a row to commonmark.js, and a paragraph to others.
    const rows = new Node('text');
    rows.literal = `table of ${own.length - rule} rows`;
    node.appendChild(rows);
    walker.resumeAt(node, false);
  }
}

function quotesAround({ parent }: Node): number {
  if (!parent) return 0;
  return quotesAround(parent) + (parent.type === 'block_quote' ? 1 : 0);
}

/** The most characters that commonmark.js may search for the end of raw HTML, which it does again from each start. */
const MOST_WORK = 300_000_000;
const ENDS: readonly (readonly [start: string, end: string])[] = [
  ['<!--', '-->'],
  ['<?', '?>'],
  ['<!', '>'],
];

function searchWork(text: string): number {
  let work = 0;
  // After each backtick of a fence it searches the line for another one.
  for (const [run] of text.matchAll(/`{99,}/g)) work += run.length ** 2;
  for (const [start, end] of ENDS) {
    let close = 0;
    for (let at = text.indexOf(start); at !== -1; at = text.indexOf(start, at + 1)) {
      if (close < at) close = text.indexOf(end, at);
      if (close === -1) close = text.length;
      work += close - at;
    }
  }
  return work;
}
