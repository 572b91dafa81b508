import type { Tokens } from 'marked';
import type { Place } from './place.ts';

const INDENT = /^(?: {0,3}\t| {1,4})/;

/**
 * The text of a code block, exactly: marked's own loses an indentation of full-width spaces, keeps that of `~~~`
 * fences, counts final blank lines now and then, and has the tabs of nested code expanded.
 */
export function codeText(token: Tokens.Code, place: Place): string {
  const isIndented = token.codeBlockStyle === 'indented';
  const lines = isIndented ? indented(token.raw) : fenced(token.raw);
  return withSourceTabs(lines, place, !isIndented).join('\n');
}

function indented(raw: string): string[] {
  const lines = raw.split('\n').map((line) => line.replace(INDENT, ''));
  while (/^[ \t]*$/.test(lines.at(-1) ?? 'x')) lines.pop();
  return lines;
}

/** Whether a fenced block ends in a fence of its own, and not where all else ends. */
export function isClosed(raw: string): boolean {
  const [opener = '', ...lines] = raw.trimEnd().split('\n');
  const [, , fence = ''] = OPENER.exec(opener) ?? [];
  const line = lines.at(-1) ?? '';
  const last = line.trim();
  return last.length >= fence.length && last === fence.charAt(0).repeat(last.length) && /^ {0,3}[`~]/.test(line);
}

const OPENER = /^( *)(`+|~+)/;

function fenced(raw: string): string[] {
  const [opener = '', ...lines] = raw.split('\n');
  const [, indent = ''] = OPENER.exec(opener) ?? [];
  if (lines.at(-1) === '') lines.pop();
  if (isClosed(raw)) lines.pop();
  if (indent === '') return lines;
  return lines.map((line) => line.slice(Math.min(indent.length, line.length - line.replace(/^ +/, '').length)));
}

/** Gives lines from inside a list item or quote the tabs back that they have in the source. */
function withSourceTabs(lines: string[], place: Place, isFenced: boolean): string[] {
  if (!place.hasTabs) return lines;
  const at = findLines(lines, place);
  if (at === -1) return lines;
  place.line = at + lines.length;
  const opener = isFenced ? (place.lines[at - 1] ?? '') : '';
  const fence = opener.search(/```|~~~/);
  const start = fence === -1 ? undefined : columnsOf(opener, fence);
  return lines.map((line, index) => withTabs(line, place.lines[at + index] ?? '', start));
}

function findLines(lines: readonly string[], place: Place): number {
  for (let at = place.line; at + lines.length <= place.lines.length; at++) {
    if (lines.every((line, index) => isBehindMarks(place.lines[at + index], line.trimStart()))) return at;
  }
  return -1;
}

/** Blanks and the marks of quotations and items. */
const MARKS = /^(?:[ \t>]|[-*+](?=[ \t])|\d{1,9}[.)](?=[ \t]))*$/;

/** Whether a source line is this text, but for what containers have in front of it. */
function isBehindMarks(source: string | undefined, text: string): boolean {
  return source?.endsWith(text) === true && MARKS.test(source.slice(0, source.length - text.length));
}

/**
 * `line` is the source line behind some column, with its leading tabs expanded; gives it from that column on. The
 * column is that of the fence; for indented code it follows from the width of what is left.
 */
function withTabs(line: string, source: string, fence: number | undefined): string {
  const text = line.replace(/^ +/, '');
  const lead = source.slice(0, source.length - text.length);
  if (text === '' || text.startsWith('\t') || !lead.includes('\t')) return line;
  const start = fence ?? columnBehindMark(lead) ?? columnsOf(lead, lead.length) - (line.length - text.length);
  for (let end = 0; end <= lead.length; end++) {
    const column = columnsOf(lead, end);
    if (column >= start) return ' '.repeat(column - start) + lead.slice(end) + text;
  }
  return text;
}

/** Where indented code starts on the line of its item's mark: behind one blank and four columns, whatever tabs are there. */
function columnBehindMark(lead: string): number | undefined {
  const mark = /^.*(?:[-*+]|\d[.)])(?=[ \t]*$)/.exec(lead);
  return mark ? columnsOf(lead, mark[0].length) + 5 : undefined;
}

/** How many columns the first characters take, with tab stops at every fourth. */
function columnsOf(text: string, length: number): number {
  let column = 0;
  for (let at = 0; at < length; at++) column += text.charCodeAt(at) === 0x09 ? 4 - (column % 4) : 1;
  return column;
}
