/** An unclosed bracket. */
export interface OpenBracket {
  readonly start: number;
  /** The end of its line. */
  readonly end: number;
  /** The text that closes it and the brackets inside it. */
  readonly closing: string;
}

/** The text before a value in brackets on its line: list hyphens and a key. */
const VALUE = /^[ \t]*(?:-[ \t]+)*(?:[^\s:#'"[\]{},-][^:#\n]*:[ \t]+)?(?=[[{])/gm;

/** Tokens inside brackets: quoted text, a comment, an unindented line, which ends them, and brackets. */
const TOKEN = /(?<=[\s,:[{])"(?:[^"\\]|\\[\s\S])*"|(?<=[\s,:[{])'[^']*'|(?<=\s)#.*|\n(?=[^\s#\]}])|[[\]{}]/g;

const CLOSING: Readonly<Record<string, string>> = { '[': ']', '{': '}' };

/** The first value, up to an offset, whose bracket is not closed before the next unindented line. */
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
