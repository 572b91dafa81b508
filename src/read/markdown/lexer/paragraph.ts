import { FOOTNOTE_START, lineEnd, mayUnderlineTable, skipSpaces } from './block-run.ts';
import { tableHead } from './table.ts';

/** Names of HTML's block elements, from CommonMark's HTML block start condition 6. */
const ELEMENTS =
  'address|article|aside|base|basefont|blockquote|body|caption|center|col|colgroup|dd|details|dialog|dir|div|dl|dt|' +
  'fieldset|figcaption|figure|footer|form|frame|frameset|h[1-6]|head|header|hr|html|iframe|legend|li|link|main|menu|' +
  'menuitem|meta|nav|noframes|ol|optgroup|option|p|param|search|section|summary|table|tbody|td|tfoot|th|thead|title|' +
  'tr|track|ul';
const HTML = `</?(?:${ELEMENTS})(?:[ \\t]+|\\n|/?>)|<(?:(?:script|pre|style|textarea)(?:[\\s>]|$)|!--)|<\\?|<![A-Za-z]|<!\\[CDATA\\[`;

type BoundaryPatterns = Readonly<Record<string, () => RegExp>>;

/** What ends a paragraph, by first character, so that a pattern is built only if a note has such a line. */
const INTERRUPTS: BoundaryPatterns = {
  '#': () => /#{1,6}(?:[ \t\n]|$)/y,
  '>': () => />/y,
  '`': () => /`{3,}(?=[^`\n]*(?:\n|$))/y,
  '~': () => /~~~/y,
  '-': () => /(?:-[\t ]*){3,}(?:\n|$)|-[ \t]+[^ \t\n]/y,
  _: () => /(?:_[\t ]*){3,}(?:\n|$)/y,
  '*': () => /(?:\*[\t ]*){3,}(?:\n|$)|\*[ \t]+[^ \t\n]/y,
  '+': () => /\+[ \t]+[^ \t\n]/y,
  '1': () => /1[.)][ \t]+[^ \t\n]/y,
  '<': () => new RegExp(HTML, 'y'),
};

const NUMBER = () => /\d{1,9}[.)](?:[ \t\n]|$)/y;

/** In a quote, any list marker ends a paragraph, even an empty item. */
const QUOTE_INTERRUPTS: BoundaryPatterns = {
  ...INTERRUPTS,
  '-': () => /(?:-[\t ]*){3,}(?:\n|$)|-(?:[ \t\n]|$)/y,
  '*': () => /(?:\*[\t ]*){3,}(?:\n|$)|\*(?:[ \t\n]|$)/y,
  '+': () => /\+(?:[ \t\n]|$)/y,
  ...Object.fromEntries([...'0123456789'].map((digit) => [digit, NUMBER])),
};

/** A tag alone on its line. */
const TAG =
  '</?[a-z][a-z0-9-]*(?:[ \\t]+[a-z_:][\\w.:-]*(?:[ \\t]*=[ \\t]*(?:"[^"\\n]*"|\'[^\'\\n]*\'|[^\\s"\'=<>`]+))?)*[ \\t]*/?>[ \\t]*(?:\\n|$)';

const FOOTNOTE = { '[': () => new RegExp(FOOTNOTE_START, 'y') };
const NOTE_INTERRUPTS: BoundaryPatterns = { ...INTERRUPTS, ...FOOTNOTE };
const NOTE_QUOTE_INTERRUPTS: BoundaryPatterns = { ...QUOTE_INTERRUPTS, ...FOOTNOTE };

const TABLE_INTERRUPTS: BoundaryPatterns = {
  ...NOTE_QUOTE_INTERRUPTS,
  '<': () => new RegExp(`${HTML}|${TAG}`, 'iy'),
};

const HTML_STARTS: BoundaryPatterns = { '<': () => new RegExp(HTML, 'iy') };
const TAG_STARTS: BoundaryPatterns = { '<': () => new RegExp(TAG, 'iy') };

/** Whether raw HTML starts on a line. A tag alone on its line does not interrupt a paragraph. */
export function startsHtml(line: string, isInParagraph: boolean): boolean {
  return interrupts(line, 0, HTML_STARTS) || (!isInParagraph && interrupts(line, 0, TAG_STARTS));
}

const built = new Map<() => RegExp, RegExp>();

function interrupts(text: string, start: number, patterns: BoundaryPatterns): boolean {
  const at = skipSpaces(text, start);
  const build = patterns[text.charAt(at)];
  if (build === undefined) return false;
  let rule = built.get(build);
  if (rule === undefined) {
    rule = build();
    built.set(build, rule);
  }
  rule.lastIndex = at;
  return rule.test(text);
}

/** Whether a table starts on a line. */
function startsTable(text: string, start: number, end: number): boolean {
  return end < text.length && mayUnderlineTable(text, end + 1) && tableHead(text, start) !== undefined;
}

/** The end of a table whose head ends at `from`. Unlike a paragraph, any list item, tag or footnote ends it. */
export function tableEnd(text: string, from: number, isLazy: (line: number) => boolean): number {
  let end = from;
  while (end < text.length) {
    const start = end + 1;
    const next = lineEnd(text, start);
    if (isLazy(start) || isBlank(text, start, next) || isIndented(text, start)) break;
    if (interrupts(text, start, TABLE_INTERRUPTS)) break;
    end = next;
  }
  return end;
}

function isIndented(text: string, start: number): boolean {
  const code = text.charCodeAt(skipSpaces(text, start));
  return code === 0x09 || code === 0x20;
}

function isBlank(text: string, start: number, end: number): boolean {
  let at = start;
  while (text.charCodeAt(at) === 0x20 || text.charCodeAt(at) === 0x09) at++;
  return at === start ? at === end : at === end && end < text.length;
}

/**
 * The end of the paragraph that starts at `from`, found line by line. Replaces marked's `block.paragraph`, which searches the
 * whole rest of a table at each line that could be a table header.
 */
export function paragraphEnd(
  text: string,
  from: number,
  hasFootnotes: boolean,
  isLazy: (line: number) => boolean,
): number {
  const patterns = hasFootnotes ? NOTE_INTERRUPTS : INTERRUPTS;
  let end = lineEnd(text, from);
  while (end < text.length) {
    const start = end + 1;
    const next = lineEnd(text, start);
    if (isBlank(text, start, next) || interrupts(text, start, patterns)) break;
    if (startsTable(text, start, next) && !isLazy(next + 1)) break;
    end = next;
  }
  return end;
}

/** The end of the quote at the start of `text`, including lazy lines and the last line end; 0 if there is no quote. */
export function quoteEnd(text: string, hasFootnotes: boolean): number {
  const patterns = hasFootnotes ? NOTE_QUOTE_INTERRUPTS : QUOTE_INTERRUPTS;
  let at = 0;
  while (at < text.length) {
    const mark = skipSpaces(text, at);
    if (text.charCodeAt(mark) !== 0x3e) break;
    const from = mark + (text.charCodeAt(mark + 1) === 0x20 ? 2 : 1);
    let end = lineEnd(text, from);
    let blank = from;
    while (text.charCodeAt(blank) === 0x20 || text.charCodeAt(blank) === 0x09) blank++;
    while (blank < end && end < text.length) {
      const next = lineEnd(text, end + 1);
      if (isBlank(text, end + 1, next) || interrupts(text, end + 1, patterns)) break;
      end = next;
    }
    at = Math.min(end + 1, text.length);
  }
  return at;
}

/** Whether a line without the markers of its container can only continue the paragraph above it, if there is one. */
export function mayBeLazy(text: string, start: number): boolean {
  return !interrupts(text, start, NOTE_QUOTE_INTERRUPTS);
}
