import type { SourceBlock } from './source-block.ts';
import type { BlockNode, CodeNode } from './tree.ts';

const INDENT = /^(?: {0,3}\t| {1,4})/;

/**
 * The exact text of a code block. marked's own text loses an indentation of full-width spaces, keeps that of `~~~` fences,
 * sometimes counts final blank lines, and has the tabs of nested code expanded.
 */
export function codeText({ isIndented, raw, line }: Extract<BlockNode, CodeNode>, sourceBlock: SourceBlock): string {
  const lines = isIndented ? indented(raw) : fenced(raw);
  return withSourceTabs(lines, sourceBlock, line, !isIndented).join('\n');
}

function indented(raw: string): string[] {
  const lines = raw.split('\n').map((line) => line.replace(INDENT, ''));
  while (/^[ \t]*$/.test(lines.at(-1) ?? 'x')) lines.pop();
  return lines;
}

/** Whether a fenced block has a closing fence. */
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

/** Restores the tabs of lines inside a list item or quote. */
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
    const own = startAfterMarker(lead);
    // In an item, the lines below continue in the same column; in a quote, each line has its own marker.
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

/** Whether the space before a text is wide enough to make it code. */
function isIndentation(lead: string): boolean {
  return columnsOf(lead, lead.length) >= (startAfterMarker(lead) ?? 4);
}

/** What may precede the text of a line: whitespace and the markers of quotes, list items and tasks. */
const LEAD = /^(?:[\s>]|[-+*](?=\s)|\d{1,9}[.)](?=\s)|\[[ xX]\](?=\s))*$/;

/** The part of a source line before the text that ends it. marked strips trailing whitespace from a list. */
function leadOf(text: string, source: string): string | undefined {
  const line = source.endsWith(text) ? source : source.trimEnd();
  const lead = line.slice(0, line.length - text.length);
  return line.endsWith(text) && LEAD.test(lead) ? lead : undefined;
}

/** The column where indented code starts after the last marker on its line: one space for the marker, four for the code. */
function startAfterMarker(lead: string): number | undefined {
  const markers = lead.trimEnd();
  return markers === '' || markers.endsWith(']') ? undefined : columnsOf(lead, markers.length) + 5;
}

/**
 * Returns a line with its leading tabs as in the source. `line` is the source line from some column on, with those tabs
 * expanded; `lead` is what the source has before its text. An unknown column follows from the width that is left.
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

/** The number of columns that the first characters take, with a tab stop at every fourth. */
function columnsOf(text: string, length: number): number {
  let column = 0;
  for (let at = 0; at < length; at++) column += text.charCodeAt(at) === 0x09 ? 4 - (column % 4) : 1;
  return column;
}
