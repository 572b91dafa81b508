/**
 * One stretch of block text (the note, a quote, a list item) while the parser walks it from block to block. See
 * `InlineRun`: what is known of the rest is worked out once.
 */
export class BlockRun {
  readonly text: string;
  /** Between these, no line is the underline of a setext heading. */
  #plainFrom = 0;
  #plainTo = 0;

  constructor(text: string) {
    this.text = text;
  }

  /** Where a line starts that could underline a heading: after the one at `start` and before the next blank one, or -1. */
  underline(start: number): number {
    if (start >= this.#plainFrom && start < this.#plainTo) return -1;
    const { text } = this;
    let at = lineEnd(text, start);
    while (at < text.length) {
      const line = at + 1;
      const code = text.charCodeAt(skipSpaces(text, line));
      if (code === 0x0a) break;
      UNDERLINE.lastIndex = line;
      if ((code === 0x3d || code === 0x2d) && UNDERLINE.test(text)) return line;
      at = lineEnd(text, line);
    }
    this.#plainFrom = start;
    this.#plainTo = at;
    return -1;
  }

  /**
   * Where the lines at `start` end that can only be more text of one paragraph, line end excluded: marked takes them
   * one by one and copies all of the paragraph each time.
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

const UNDERLINE = / {0,3}(?:=+|-+)[ \t]*(?:\n|$)/y;

/** Past at most three spaces. */
export function skipSpaces(text: string, at: number): number {
  let end = at;
  while (end < at + 3 && text.charCodeAt(end) === 0x20) end++;
  return end;
}

export function lineEnd(text: string, at: number): number {
  const feed = text.indexOf('\n', at);
  return feed === -1 ? text.length : feed;
}

/** Whether the line could be the second of a table: it starts with `|`, `:` or `-`. */
export function mayUnderlineTable(text: string, at: number): boolean {
  const code = text.charCodeAt(skipSpaces(text, at));
  return code === 0x7c || code === 0x3a || code === 0x2d;
}

/** A first character that starts no block: a letter, or anything that is not ASCII. */
function isPlain(code: number): boolean {
  return (code >= 0x61 && code <= 0x7a) || (code >= 0x41 && code <= 0x5a) || code > 0xff;
}
