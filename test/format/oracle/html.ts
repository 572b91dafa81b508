import { HtmlRenderer, Node, Parser } from 'commonmark';
import { joinsWithNothing } from '../../../src/text/index.ts';
import { sectionOf } from './cut.ts';

/** A block at the top of a text, as a browser would show what commonmark.js makes of it. */
export interface TopBlock {
  readonly kind: 'heading' | 'section' | 'comment' | 'other';
  /** Of a heading; 0 for anything else. */
  readonly level: number;
  /** A heading without its level, the heading of a section with the section's name. */
  readonly html: string;
  /** Without tags. */
  readonly text: string;
  /** Its lines as written. */
  readonly source: string;
}

/* Characters of private use, which no test writes, stand for what must not be taken for markup or for prose. */
/** A line end in prose, until its neighbours are known. */
const SOFT = '\ue000';
/** What stands for a table. */
export const TABLE = '\ue001';
/**
 * Where HTML begins with a tag alone on its line, the second parser takes any blank behind it for nothing, and the
 * specification only spaces and tabs: a mark behind the others keeps it from that.
 */
const BEHIND_TAG =
  /^(?:[ \t>]|[-+*][ \t]|\d+[.)][ \t])*<\/?[a-z][\w-]*(?:[ \t][^<>\n]*)?\/?>[^\S\n]*[^\S \t\n][ \t]*$/gim;
const MARK = '\ue007';
/** At the end of a paragraph the second parser takes all of them off. */
const LAST_BLANKS = new RegExp(`\\s*${MARK}\\s*(?=</?(?:p|li|ul|ol|blockquote)\\b)`, 'g');
/** Blanks and brackets where each of them counts. */
const EXACT: Readonly<Record<string, string>> = {
  ' ': '\ue002',
  '\n': '\ue003',
  '\t': '\ue004',
  '<': '\ue005',
  '>': '\ue006',
};

/** A text with the characters back that `topBlocks` put others for. */
export function readable(text: string): string {
  const shown: Readonly<Record<string, string>> = {
    ...Object.fromEntries(Object.entries(EXACT).map(([a, b]) => [b, a])),
    [TABLE]: '<table>',
  };
  return text.replace(/[\ue001-\ue006]/g, (character) => shown[character] ?? character);
}

const parser = new Parser();
const renderer = new HtmlRenderer({ softbreak: SOFT });

/**
 * The top-level blocks of a text, by a second parser. A line end in prose is a space, and nothing between Han; code and
 * raw HTML are exact; a table, which commonmark.js takes for a paragraph, is only seen to be there.
 */
export function topBlocks(markdown: string): TopBlock[] {
  const root = parser.parse(markdown.replace(BEHIND_TAG, `$&${MARK}`));
  const comments = new Set<Node>();
  const lines = markdown.split('\n');
  for (const node of nodesOf(root)) {
    if (node.type === 'html_block' && COMMENTS.test(node.literal ?? '')) comments.add(node);
    if (node.type === 'paragraph') maskTable(node, lines);
    if (/^html/.test(node.type)) node.literal = exact(flush(withoutTail(node)));
    else if (/^code/.test(node.type)) node.literal = exact(node.literal ?? '');
  }
  const found: TopBlock[] = [];
  for (let node = root.firstChild; node !== null; node = node.next) {
    const html = settled(renderer.render(node).replace(LAST_BLANKS, '').replaceAll(MARK, ''));
    const [from, to] = node.sourcepos;
    const source = lines.slice(from[0] - 1, to[0]).join('\n');
    if (isHidden(node, comments)) found.push({ kind: 'comment', level: 0, html, text: '', source });
    else for (const part of html.split(/(?<=<\/p>)(?=\ue001$)/)) found.push(topBlock(part, source));
  }
  return found;
}

/** Comments alone; `<!-->` is a whole one, and one that never ends hides the rest. */
const COMMENTS = /^\s*(?:<!--(?:-?>|(?:(?!-->)[\s\S])*(?:-->|$))\s*)+$/;

/** Nothing but comments, by itself or in quotes and lists: no story shows them. */
function isHidden(node: Node, comments: ReadonlySet<Node>): boolean {
  if (!/^(?:block_quote|list|item)$/.test(node.type)) return comments.has(node);
  for (let child = node.firstChild; child !== null; child = child.next) if (!isHidden(child, comments)) return false;
  return node.firstChild !== null;
}

function nodesOf(root: Node): Node[] {
  const found: Node[] = [];
  const walker = root.walker();
  for (let step = walker.next(); step !== null; step = walker.next()) if (step.entering) found.push(step.node);
  return found;
}

/** What of raw HTML counts: all but the blanks behind it. */
function withoutTail({ type, literal }: Node): string {
  return type === 'html_block' ? (literal ?? '').trimEnd() : (literal ?? '');
}

/**
 * Blanks in HTML do not count: in a list or a quote it is indented with it, by how much each parser has a mind of its own
 * where there are tabs; and what is a comment over two lines to one may be text to the other.
 */
function flush(html: string): string {
  return html.replace(/\s+/g, '');
}

function exact(text: string): string {
  return text.replace(/[ \n\t<>]/g, (character) => EXACT[character] ?? character);
}

function topBlock(html: string, source: string): TopBlock {
  const text = decoded(html.replace(/<[^>]*>/g, '')).trim();
  const level = Number(/^<h([1-6])>/.exec(html)?.[1] ?? 0);
  if (level === 0) return { kind: 'other', level, html, text, source };
  const section = sectionOf(text);
  if (section !== undefined) return { kind: 'section', level, html: `<h>${section}</h>`, text, source };
  const plain = html.replace(/^<h[1-6]>/, '<h>').replace(/<\/h[1-6]>$/, '</h>');
  return { kind: 'heading', level, html: plain, text, source };
}

function decoded(text: string): string {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&');
}

const DELIMITERS = /^\|? *:?-+:? *(?:\| *:?-+:? *)*\|?$/;

/** The lines of a paragraph, and which of them is the one under the header of what GFM takes for a table; -1 for none. */
function tableRule(paragraph: Node, lines: readonly string[]): { own: readonly string[]; rule: number } {
  const [from, to] = paragraph.sourcepos ?? [[1], [0]];
  const own = lines.slice(from[0] - 1, to[0]).map(withoutContainers);
  while (own.at(-1) === '') own.pop();
  const rule = own.findIndex(
    (line, at) => at > 0 && /[|:]/.test(line) && DELIMITERS.test(line) && columns(line) === columns(own[at - 1] ?? ''),
  );
  return { own, rule };
}

/**
 * The lines, from 1, that are code right below a table: to the second parser, which knows no tables, they go on with a
 * paragraph, which indented code cannot end.
 */
export function codeBelowTable(paragraph: Node, lines: readonly string[]): number[] {
  const { own, rule } = tableRule(paragraph, lines);
  const [[first, column]] = paragraph.sourcepos;
  const found = own.map((_, at) => first + at);
  const isIndented = (line: number) => /^(?: {4}| {0,3}\t)/.test((lines[line - 1] ?? '').slice(column - 1));
  return rule === -1 ? [] : found.slice(rule + 1).filter(isIndented);
}

/** Puts a mark in place of the rows that GFM takes for a table. */
function maskTable(paragraph: Node, lines: readonly string[]): void {
  const { own, rule } = tableRule(paragraph, lines);
  if (rule === -1) return;
  const children: Node[] = [];
  for (let child = paragraph.firstChild; child !== null; child = child.next) children.push(child);
  const isBreak = ({ type }: Node): boolean => type === 'softbreak' || type === 'linebreak';
  // Counted from the end: definitions at the start of a paragraph are gone from it.
  let breaks = own.length - rule + 1;
  let at = children.length;
  while (at > 0 && breaks > 0) {
    at--;
    const child = children[at];
    if (child && isBreak(child)) breaks--;
  }
  for (const child of children.slice(at)) child.unlink();
  const mark = new Node('html_inline');
  mark.literal = TABLE;
  paragraph.appendChild(mark);
}

function withoutContainers(line: string): string {
  return line.replace(/^(?:[\s>]|[-+*]\s|\d{1,9}[.)]\s)*/, '').trim();
}

function columns(line: string): number {
  return line.replace(/\\\||^\||(?<!\\)\|$/g, '').split('|').length;
}

/** A `<br>` of the writer's: the blanks beside it are at the end and the start of a line, where nobody sees them. */
const BREAK = new RegExp(` ?(${EXACT['<']}br\\b[^${EXACT['>']}]*${EXACT['>']}) ?`, 'gi');

/** A comment: where it begins HTML of its own, and not where it is in prose, a blank behind it is a part of the HTML. */
const COMMENT = new RegExp(`(${EXACT['<']}!--[^${EXACT['>']}]*--${EXACT['>']}) `, 'g');

/** Prose in one line, nothing between blocks, and GFM's two marks of a task done as one. */
function settled(html: string): string {
  return html
    .replace(new RegExp(`[ \t\n]*${SOFT}[ \t\n]*`, 'g'), (found, at: number) => {
      const seen = (part: string) =>
        part
          .replaceAll(SOFT, '\n')
          .replace(/<img [^>]*>/g, '\ufffc')
          .replace(/<[^>]*>/g, '');
      const before = seen(html.slice(Math.max(0, at - 200), at));
      const after = seen(html.slice(at + found.length, at + 200));
      return joinsWithNothing(before.replace(/[ \t\n]+$/, ''), after.replace(/^[ \t\n]+/, '')) ? '' : ' ';
    })
    .replace(/[ \t\n]+/g, ' ')
    .replace(/ ?((?:<(?:a|em|strong)\b[^>]*>)*<br \/>|<\/?(?:p|h[1-6]|ul|ol|li|blockquote|hr|pre)\b[^>]*>) ?/g, '$1')
    .replace(BREAK, '$1')
    .replace(COMMENT, '$1')
    .replace(/(<li>(?:<p>)?\[)X(?=\] )/g, '$1x')
    .replaceAll('<p></p>', '')
    .replace(new RegExp(`<p>${TABLE}</p>`, 'g'), TABLE)
    .replace(new RegExp(`${TABLE}</p>`, 'g'), `</p>${TABLE}`)
    .trim();
}
