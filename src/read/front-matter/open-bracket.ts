/** A bracket that is opened and never closed. */
export interface OpenBracket {
  readonly start: number;
  /** Where its line ends. */
  readonly end: number;
  /** What closes it, with all that is open inside it. */
  readonly closing: string;
}

/** What stands before a value in brackets on its line: hyphens of a list, a key. */
const VALUE = /^[ \t]*(?:-[ \t]+)*(?:[^\s:#'"[\]{},-][^:#\n]*:[ \t]+)?(?=[[{])/gm;

/** What has a meaning between brackets: a quoted text, a comment, a line at the margin, which ends them, and brackets. */
const TOKEN = /(?<=[\s,:[{])"(?:[^"\\]|\\[\s\S])*"|(?<=[\s,:[{])'[^']*'|(?<=\s)#.*|\n(?=[^\s#\]}])|[[\]{}]/g;

const CLOSING: Readonly<Record<string, string>> = { '[': ']', '{': '}' };

/** The first value, up to an offset, whose bracket is not closed before a line at the margin. */
export function openBracket(text: string, at: number): OpenBracket | undefined {
  let from = 0;
  for (const { index, 0: before } of text.matchAll(VALUE)) {
    const start = index + before.length;
    if (start > at) return undefined;
    if (start < from) continue;
    const closing: string[] = [];
    for (const { 0: token, index } of text.slice(start).matchAll(TOKEN)) {
      if (token === '\n') break;
      if (token in CLOSING) closing.unshift(CLOSING[token] ?? '');
      else if (token === closing[0]) closing.shift();
      from = start + index;
      if (closing.length === 0) break;
    }
    if (closing.length > 0) {
      const line = text.slice(start).split('\n', 1)[0] ?? '';
      return { start, end: start + line.trimEnd().length, closing: closing.join('') };
    }
  }
  return undefined;
}
