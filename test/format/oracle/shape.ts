import { type Node, Parser } from 'commonmark';
import { cut } from './cut.ts';
import { codeBelowTable } from './html.ts';

const parser = new Parser();

/** What is wrong with a formatted text as a file: its end, its line ends, its byte order mark, blanks at ends of lines. */
export function wrongShape(before: string, after: string, left: number): string[] {
  const faults: string[] = [];
  if (before.startsWith('\ufeff') !== after.startsWith('\ufeff')) faults.push('the byte order mark came or went');
  const crlf = /^[^\r\n]*\r\n/.test(before);
  const bare = crlf ? after.replaceAll('\r\n', '') : after;
  if (bare.includes('\r') || (crlf && bare.includes('\n'))) faults.push('line ends are mixed');
  const text = after.replace(/^\ufeff/, '').replaceAll('\r\n', '\n');
  if (text !== '' && !text.endsWith('\n')) faults.push('no line end at the end');
  if (text === '' && /\S/.test(before.replace('\ufeff', ''))) faults.push('nothing is left');
  if (left > 0) return faults;
  if ((/\n[ \t]*\n$/.test(text) && !endsInCode(cut(text).body)) || text === '\n') faults.push('blank lines at the end');
  return [...faults, ...trailingBlanks(cut(text).body).map((line) => `blanks at the end of ${JSON.stringify(line)}`)];
}

/** In a fence that is never closed, blank lines at the end of the file are code. */
function endsInCode(body: string): boolean {
  let last = parser.parse(body).firstChild;
  while (last?.next) last = last.next;
  return last?.type === 'code_block';
}

/** A link definition, or what may look like one to some parser: a footnote. It stays as it is written, with what is behind it. */
const DEFINITION = /\[[^\]\n]+\]:/;

/**
 * A tag alone on its line. In an item it begins HTML for marked even right below prose, and up to a blank line; to the
 * second parser it is prose.
 */
const TAG = /^[ \t>]*<\/?[a-z][^<>]*>[ \t]*$/i;

/** A hard break after a URL, to which a backslash would belong, or after the mark of an alert. */
const KEPT_BREAK = /(?:(?::\/\/|www\.|@)\S*|\[![^\]\n]*\]) {2}$/i;

/** The end of a fence behind a tab: for marked, which takes a tab for four blanks, it is none, and all below it is code. */
const TABBED_FENCE = /^[ >]*\t[ \t]*(?:`{3}|~{3})/;

/** Lines that end in blanks which mean nothing: not in code or HTML, and not inside a definition, whose title may hold them. */
function trailingBlanks(body: string): string[] {
  const lines = body.split('\n');
  const exempt = new Set<number>();
  const covered = new Set<number>();
  const inItems = new Set<number>();
  const walker = parser.parse(body).walker();
  let block: Node | undefined;
  for (let step = walker.next(); step !== null; step = walker.next()) {
    const { node } = step;
    if (!step.entering) continue;
    if (node.sourcepos) block = node;
    const into = isExact(node) ? exempt : covered;
    const [from, to] = block?.sourcepos ?? [[1], [0]];
    if (node.type === 'document') continue;
    if (node.type === 'paragraph') for (const line of codeBelowTable(node, lines)) exempt.add(line);
    for (let line = from[0]; line <= to[0]; line++) {
      into.add(line);
      if (node.type === 'item') inItems.add(line);
    }
  }
  const mayBeHtml = (at: number): boolean => {
    for (let line = at; inItems.has(line + 1) && /\S/.test(lines[line] ?? ''); line--)
      if (TAG.test(lines[line] ?? '')) return true;
    return false;
  };
  const stays = (at: number): boolean => {
    for (let line = at; line >= 0 && /\S/.test((lines[line] ?? '').replace(/^[ \t>]+/, '')); line--)
      if (DEFINITION.test(lines[line] ?? '')) return true;
    return false;
  };
  const mayBeCode = (at: number): boolean => {
    for (let line = at; line >= 0 && /\S/.test(lines[line] ?? ''); line--)
      if (TABBED_FENCE.test(lines[line] ?? '')) return true;
    return false;
  };
  return lines.filter((line, at) => {
    if (KEPT_BREAK.test(line)) return false;
    if (!/[ \t]$/.test(line) || exempt.has(at + 1) || stays(at) || mayBeHtml(at) || mayBeCode(at)) return false;
    return line.trim() === '' || covered.has(at + 1);
  });
}

function isExact({ type, title }: Node): boolean {
  return /^(?:code|html)/.test(type) || title?.includes('\n') === true;
}
