import type { Tokens } from 'marked';
import type { SourceBlock } from './source-block.ts';

const INDENT = /^(?: {0,3}\t| {1,4})/;

/**
 * The text of a code block that starts on a line of the place, exactly: marked's own loses an indentation of full-width
 * spaces, keeps that of `~~~` fences, counts final blank lines now and then, and has the tabs of nested code expanded.
 */
export function codeText(token: Tokens.Code, sourceBlock: SourceBlock, line: number): string {
  const isIndented = token.codeBlockStyle === 'indented';
  const lines = isIndented ? indented(token.raw) : fenced(token.raw);
  return withSourceTabs(lines, sourceBlock, line, !isIndented).join('\n');
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
function withSourceTabs(lines: string[], sourceBlock: SourceBlock, from: number, isFenced: boolean): string[] {
  if (!sourceBlock.hasTabs) return lines;
  const at = findLines(lines, sourceBlock, isFenced ? from + 1 : from, isFenced);
  if (at === -1) return lines;
  const opener = isFenced ? (sourceBlock.lines[at - 1] ?? '') : '';
  const fence = opener.search(/```|~~~/);
  let start = fence === -1 ? undefined : columnsOf(opener, fence);
  return lines.map((line, index) => {
    const lead = leadOf(line.replace(/^ +/, ''), sourceBlock.lines[at + index] ?? '') ?? '';
    if (isFenced) return withTabs(line, lead, start);
    const own = startBehindMark(lead);
    // In an item, the lines below go on in the same column; in a quote, each has a mark of its own.
    if (own !== undefined) start = own;
    return withTabs(line, lead, start);
  });
}

function findLines(lines: readonly string[], sourceBlock: SourceBlock, from: number, isFenced: boolean): number {
  for (let at = from; at + lines.length <= sourceBlock.lines.length; at++) {
    const leads = (line: string, index: number): boolean => {
      const text = line.trimStart();
      const lead = leadOf(text, sourceBlock.lines[at + index] ?? '');
      return lead !== undefined && (isFenced || text === '' || isIndentation(lead));
    };
    if (lines.every(leads)) return at;
  }
  return -1;
}

/** Whether what stands before a text is enough to make it code. */
function isIndentation(lead: string): boolean {
  return columnsOf(lead, lead.length) >= (startBehindMark(lead) ?? 4);
}

/** What may stand before the text of a line: blanks and the marks of quotes, list items and tasks. */
const LEAD = /^(?:[\s>]|[-+*](?=\s)|\d{1,9}[.)](?=\s)|\[[ xX]\](?=\s))*$/;

/** What stands in a source line before a text that is all the rest of it; marked takes the blanks off the end of a list. */
function leadOf(text: string, source: string): string | undefined {
  const line = source.endsWith(text) ? source : source.trimEnd();
  const lead = line.slice(0, line.length - text.length);
  return line.endsWith(text) && LEAD.test(lead) ? lead : undefined;
}

/** The column in which indented code starts behind the last mark on its line: one blank is the mark's, four are the code's. */
function startBehindMark(lead: string): number | undefined {
  const marks = lead.trimEnd();
  return marks === '' || marks.endsWith(']') ? undefined : columnsOf(lead, marks.length) + 5;
}

/**
 * `line` is the source line behind some column, with its leading tabs expanded, and `lead` what the source has before its
 * text; gives it from that column on. Where the column is not known, it follows from the width of what is left.
 */
function withTabs(line: string, lead: string, from: number | undefined): string {
  const text = line.replace(/^ +/, '');
  if (text === '' || text.startsWith('\t') || !lead.includes('\t')) return line;
  const start = from ?? columnsOf(lead, lead.length) - (line.length - text.length);
  for (let end = 0; end <= lead.length; end++) {
    const column = columnsOf(lead, end);
    if (column >= start) return ' '.repeat(column - start) + lead.slice(end) + text;
  }
  return text;
}

/** How many columns the first characters take, with tab stops at every fourth. */
function columnsOf(text: string, length: number): number {
  let column = 0;
  for (let at = 0; at < length; at++) column += text.charCodeAt(at) === 0x09 ? 4 - (column % 4) : 1;
  return column;
}
