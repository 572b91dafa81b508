/** The starts of the lines of a list item or quote that can only continue a paragraph, with their starts in the list or quote. */
export type LazyLines = ReadonlyMap<number, number>;

/**
 * The text of a note, quote or list item, while the parser goes from block to block. Like `InlineRun`, it remembers what it
 * has found in the rest of the text.
 */
export class BlockRun {
  readonly text: string;
  /** No line between these offsets is the underline of a setext heading. */
  #plainFrom = 0;
  #plainTo = 0;
  readonly #lazy: LazyLines | undefined;
  readonly #hasFootnotes: boolean;

  constructor(text: string, hasFootnotes = false, lazy?: LazyLines) {
    this.text = text;
    this.#hasFootnotes = hasFootnotes;
    this.#lazy = lazy;
  }

  get hasLazy(): boolean {
    return this.#lazy !== undefined;
  }

  isLazy(line: number): boolean {
    return this.#lazy?.has(line) === true;
  }

  /** Where a lazy line starts in the list. */
  lazyStart(line: number): number | undefined {
    return this.#lazy?.get(line);
  }

  /** The start of the next line that could underline a heading, before the next blank line; or -1. */
  underline(start: number): number {
    if (start >= this.#plainFrom && start < this.#plainTo) return -1;
    const { text } = this;
    let at = lineEnd(text, start);
    while (at < text.length) {
      const line = at + 1;
      const code = text.charCodeAt(skipSpaces(text, line));
      if (code === 0x0a || (code === 0x5b && this.#hasFootnotes && startsFootnote(text, line))) break;
      UNDERLINE.lastIndex = line;
      if ((code === 0x3d || code === 0x2d) && !this.isLazy(line) && UNDERLINE.test(text)) return line;
      at = lineEnd(text, line);
    }
    this.#plainFrom = start;
    this.#plainTo = at;
    return -1;
  }

  /**
   * The end of the lines from `start` that can only continue a paragraph, without the last line end. marked would take them
   * one by one, and copy the whole paragraph each time.
   */
  plainLinesEnd(start: number): number {
    const { text } = this;
    let end = lineEnd(text, start);
    if (this.underline(start) !== -1) return end;
    while (end < text.length && isPlain(text.charCodeAt(end + 1))) {
      const next = lineEnd(text, end + 1);
      if (next < text.length && mayUnderlineTable(text, next + 1)) return end;
      end = next;
    }
    return end;
  }
}

/** What is between `[^` and `]`, as GFM reads it, and the start of a definition, as regular expressions. */
export const FOOTNOTE_LABEL = '(?:[^\\s[\\]\\\\]|\\\\\\S){1,999}';
export const FOOTNOTE_START = `\\[\\^${FOOTNOTE_LABEL}\\]:`;
const FOOTNOTE = new RegExp(` {0,3}${FOOTNOTE_START}`, 'y');

function startsFootnote(text: string, line: number): boolean {
  FOOTNOTE.lastIndex = line;
  return FOOTNOTE.test(text);
}

const UNDERLINE = / {0,3}(?:=+|-+)[ \t]*(?:\n|$)/y;

/** The offset after at most three spaces. */
export function skipSpaces(text: string, at: number): number {
  let end = at;
  while (end < at + 3 && text.charCodeAt(end) === 0x20) end++;
  return end;
}

export function lineEnd(text: string, at: number): number {
  const feed = text.indexOf('\n', at);
  return feed === -1 ? text.length : feed;
}

/** Whether a line could be the delimiter row of a table, because it starts with `|`, `:` or `-`. */
export function mayUnderlineTable(text: string, at: number): boolean {
  const code = text.charCodeAt(skipSpaces(text, at));
  return code === 0x7c || code === 0x3a || code === 0x2d;
}

/** Whether a line that starts with this character can start no block. True for letters, and for characters beyond Latin-1. */
function isPlain(code: number): boolean {
  return (code >= 0x61 && code <= 0x7a) || (code >= 0x41 && code <= 0x5a) || code > 0xff;
}
