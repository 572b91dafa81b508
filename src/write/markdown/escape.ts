/** An empty comment: what keeps two neighbours of one kind apart that Markdown would join. */
export const APART = '<!-- -->';

/** One thing in plain text that Markdown would take for markup, and why. A backslash before the match keeps it text. */
interface Unsafe {
  readonly pattern: RegExp;
  readonly why: string;
}

const ANYWHERE: readonly Unsafe[] = [
  {
    pattern: /\\(?=[!-/:-@[-`{-~]|$)/,
    why: 'a backslash before punctuation escapes it, and at a line end breaks the line',
  },
  { pattern: /`/, why: 'opens or closes code' },
  { pattern: /\*/, why: 'opens or closes emphasis; between two spaces it only looks so, to a linter' },
  { pattern: /_(?![\p{L}\p{N}])|(?<![\p{L}\p{N}])_/u, why: 'opens or closes emphasis; inside a word it cannot' },
  { pattern: /~(?! )|(?<! )~/, why: 'strikes through (GFM); between two spaces it cannot' },
  { pattern: /\[/, why: 'opens a link, a reference, a footnote or a task' },
  { pattern: /\]/, why: 'closes the text of a link that the writer opened' },
  { pattern: /<(?=[a-z/!?]|[^\s<>]*(?:@|$))/i, why: 'opens raw HTML or an autolink' },
  { pattern: /&(?=#?[a-z0-9]+;)/i, why: 'starts a character reference' },
  { pattern: /:(?=\/\/)/, why: 'an address written out becomes a link (GFM)' },
  { pattern: /(?<=www)\./i, why: 'so does a host name' },
  { pattern: /(?<=[a-z0-9._+-])@(?=[a-z0-9_-])/i, why: 'so does an e-mail address' },
  { pattern: /(?<=mailto|xmpp):/i, why: 'so does one with its scheme' },
];

/** The last character of a match is the one that the backslash goes before. */
const AT_LINE_START: readonly Unsafe[] = [
  { pattern: /^#/, why: 'starts a heading, or looks to a linter as if it should' },
  { pattern: /^>/, why: 'starts a quotation' },
  { pattern: /^[-+*](?=\s|$)/, why: 'starts a list item' },
  { pattern: /^\d{1,9}[.)](?=\s|$)/, why: 'so does a number with a full stop' },
  { pattern: /^-(?=[-\s]*$)|^=(?==*\s*$)/, why: 'underlines a heading, or is a rule' },
  { pattern: /^[|:](?=[-:|\s]*$)/, why: 'rules off the head of a table' },
];

/** Compiled on first use: classes of Unicode's cost a millisecond at start. */
let anywhere: RegExp | undefined;

/** Nearly all text has nothing to escape: one cheap look first. */
const suspicious = /[\\`*_~[\]<&@]|:\/\/|www\.|(?:mailto|xmpp):/i;

/** Plain text as Markdown, wherever in a line it will stand. */
export function escapeText(text: string): string {
  if (!suspicious.test(text)) return text;
  anywhere ??= new RegExp(ANYWHERE.map(({ pattern }) => pattern.source).join('|'), 'giu');
  return text.replace(anywhere, '\\$&');
}

const lineStart = new RegExp(AT_LINE_START.map(({ pattern }) => pattern.source).join('|'));
const suspiciousStart = /^[#>\-+*=|:\d]/;

/** The first line of a block, already escaped as text, so that it starts no other kind of block. */
export function escapeLineStart(line: string): string {
  if (!suspiciousStart.test(line)) return line;
  const match = lineStart.exec(line);
  if (!match) return line;
  const at = match[0].length - 1;
  return `${line.slice(0, at)}\\${line.slice(at)}`;
}

/** The text of an ATX heading, whose trailing number signs would close it. */
export function escapeHeadingEnd(line: string): string {
  let at = line.length;
  while (line[at - 1] === '#') at--;
  return at === line.length ? line : `${line.slice(0, at)}\\${line.slice(at)}`;
}

/**
 * The destination of a link or an image as it was written: bare where it can be, else in angle brackets. What no
 * brackets can hold (a line end that was a character reference) goes in the form that is `safe`.
 */
export function destination(href: string, safe: string): string {
  const address = /[\u0000-\u001f]/.test(href) ? safe : href;
  if (/^[^\s<>()\\&]+$/.test(address)) return address;
  return `<${address.replace(/[<>\\]|&(?=#?[a-z0-9]+;)/gi, '\\$&')}>`;
}

/** The title of a link or an image with the space before it, or nothing. */
export function title(text: string | undefined): string {
  return text === undefined ? '' : ` "${text.replace(/["\\]|&(?=#?[a-z0-9]+;)/gi, '\\$&')}"`;
}
