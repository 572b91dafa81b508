/** An empty comment. It separates two neighbours of one kind that Markdown would join. */
export const APART = '<!-- -->';

/** Plain text that Markdown reads as markup, and why. A backslash before the last character of the match keeps it text. */
interface Unsafe {
  readonly pattern: RegExp;
  readonly why: string;
}

const REFERENCE: Unsafe = { pattern: /&(?=#?[a-z0-9]+;)/i, why: 'starts a character reference' };

const ANYWHERE: readonly Unsafe[] = [
  { pattern: /\\(?=[!-/:-@[-`{-~]|$)/, why: 'escapes the punctuation after it, or breaks the line at its end' },
  { pattern: /`/, why: 'opens or closes code' },
  { pattern: /\*/, why: 'opens or closes emphasis; linters report it between two spaces too' },
  { pattern: /_(?![\p{L}\p{N}])|(?<![\p{L}\p{N}])_/u, why: 'opens or closes emphasis, but not inside a word' },
  { pattern: /~(?! )|(?<! )~/, why: 'opens or closes strikethrough (GFM), but not between two spaces' },
  { pattern: /(?<![\w$])\$(?![\s\d$])/, why: 'opens math, but not before a price' },
  { pattern: /\[/, why: 'opens a link, a reference, a footnote or a task' },
  { pattern: /\]/, why: 'closes the text of a link around it' },
  { pattern: /<(?=[a-z/!?]|[^\s<>]*(?:@|$))/i, why: 'opens raw HTML or an autolink' },
  REFERENCE,
  { pattern: /:(?=\/\/)/, why: 'makes a bare URL a link (GFM)' },
  { pattern: /(?<=www)\./i, why: 'makes a host name a link (GFM)' },
  { pattern: /(?<=[a-z0-9._+-])@(?=[a-z0-9_-])/i, why: 'makes an e-mail address a link (GFM)' },
  { pattern: /(?<=mailto|xmpp):/i, why: 'makes an e-mail address with a scheme a link (GFM)' },
];

const AT_LINE_START: readonly Unsafe[] = [
  { pattern: /^#/, why: 'starts a heading; linters also report it without a space' },
  { pattern: /^>/, why: 'starts a quotation' },
  { pattern: /^[-+*](?=\s|$)/, why: 'starts a list item' },
  { pattern: /^\d{1,9}[.)](?=\s|$)/, why: 'starts an item of an ordered list' },
  { pattern: /^=(?==*\s*$)/, why: 'underlines a heading' },
  {
    pattern: /^[-|:](?=[-:|\s]*$)/,
    why: 'underlines a heading, is a thematic break, or is the delimiter row of a table',
  },
];

const AT_HEADING_END: readonly Unsafe[] = [{ pattern: /(?<!#)#(?=#*$)/, why: 'closes the heading' }];

const IN_CELL: readonly Unsafe[] = [{ pattern: /(?<!\\)(?:\\\\)*\|/, why: 'ends the cell, even inside code' }];

const IN_DESTINATION: readonly Unsafe[] = [
  { pattern: /[<>]/, why: 'delimits the destination' },
  { pattern: /\\/, why: 'escapes the punctuation after it' },
  REFERENCE,
];

const IN_TITLE: readonly Unsafe[] = [
  { pattern: /"/, why: 'closes the title' },
  { pattern: /\\/, why: 'escapes the punctuation after it' },
  REFERENCE,
];

/** The rows of a table as one regular expression. */
function oneOf(rows: readonly Unsafe[], flags: string): RegExp {
  return new RegExp(rows.map(({ pattern }) => `(?:${pattern.source})`).join('|'), flags);
}

/** Compiled on first use, because Unicode properties cost each start a millisecond. */
let anywhere: RegExp | undefined;

/** Nearly all text has nothing to escape, and this expression is fast. */
const suspicious = /[\\`*_~[\]<&@]|\$(?![\s\d])|:\/\/|www\.|(?:mailto|xmpp):/i;

/** Plain text as Markdown, for any place in a line. */
export function escapeText(text: string): string {
  if (!suspicious.test(text)) return text;
  anywhere ??= oneOf(ANYWHERE, 'giu');
  return text.replace(anywhere, '\\$&');
}

const lineStart = oneOf(AT_LINE_START, '');
const suspiciousStart = /^[#>\-+*=|:\d]/;

/** The first line of a paragraph, given as Markdown, so that it does not start another kind of block. */
export function escapeLineStart(line: string): string {
  return suspiciousStart.test(line) ? line.replace(lineStart, beforeLast) : line;
}

/** Characters as references, which no parser takes for the whitespace or the letters that they stand for. */
export function asReferences(text: string): string {
  return [...text]
    .map((one) => (one === '\u00a0' ? '&nbsp;' : `&#x${(one.codePointAt(0) ?? 0).toString(16).toUpperCase()};`))
    .join('');
}

/** Markdown with its last characters as references. A backslash before them would escape the first one. */
export function withReferencesAtEnd(markdown: string, length: number): string {
  const before = markdown.slice(0, markdown.length - length);
  const isEscape = length > 0 && /(?<!\\)(?:\\\\)*\\$/.test(before);
  return before + (isEscape ? '\\' : '') + asReferences(markdown.slice(before.length));
}

/**
 * A line of a block, given as Markdown. Markdown strips spaces and tabs at its ends. It keeps other whitespace, but some
 * parsers, including marked, strip that at the end, and take a line of it for a blank one.
 */
export function trimLine(line: string): string {
  const text = line.replace(/^[ \t]+|(?<![ \t])[ \t]+$/g, '');
  return withReferencesAtEnd(text, spacesAtEnd(text));
}

/** The number of whitespace characters at the end of the last line. */
export function spacesAtEnd(text: string): number {
  return text.length - text.replace(/(?<![^\S\n])[^\S\n]+$/, '').length;
}

const headingEnd = oneOf(AT_HEADING_END, '');

/** The text of an ATX heading, given as Markdown. */
export function escapeHeadingEnd(line: string): string {
  return line.replace(headingEnd, beforeLast);
}

const inCell = oneOf(IN_CELL, 'g');

/** The text of a table cell, given as Markdown. */
export function escapeCell(text: string): string {
  return text.replace(inCell, beforeLast);
}

function beforeLast(match: string): string {
  return `${match.slice(0, -1)}\\${match.slice(-1)}`;
}

/**
 * Plain text as Markdown, in the text of a link or an image. Brackets and backslashes become character references, because
 * some parsers, including marked, remove the backslash before a bracket in a label before they look for links in it.
 */
export function escapeLabel(text: string): string {
  return escapeText(text).replace(/\\([[\]\\])/g, (_, escaped: string) => asReferences(escaped));
}

const inDestination = oneOf(IN_DESTINATION, 'gi');

/**
 * The destination of a link or an image as written: bare if possible, otherwise in angle brackets. A URL with a control
 * character, such as a line end, is possible in neither, so `safe` replaces it.
 */
export function destination(href: string, safe: string): string {
  const url = /[\u0000-\u001f]/.test(href) ? safe : href;
  return /^[^\s<>()\\&]+$/.test(url) ? url : `<${url.replace(inDestination, '\\$&')}>`;
}

const inTitle = oneOf(IN_TITLE, 'gi');

/** The title of a link or an image with the space before it. Empty if there is none. */
export function title(text: string | undefined): string {
  return text === undefined ? '' : ` "${text.replace(inTitle, '\\$&')}"`;
}
