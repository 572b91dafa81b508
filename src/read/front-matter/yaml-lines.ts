/* Finds keys, quotation marks, brackets and colons in a text that is not valid YAML. */

/** A line `key: value` of a YAML text, with the offsets of its value. */
interface KeyLine {
  readonly key: string;
  readonly value: string;
  readonly start: number;
  readonly end: number;
}

/** A key without the whitespace around it. It ends at a character, because a lazy end makes many spaces take quadratic time. */
const KEY = '[^\\s:#\'"[\\]{},](?:[^:#\\n]*[^ \\t:#\\n])?';
const KEY_LINE = new RegExp(`^[ \\t]*(?:- +)?(${KEY})[ \\t]*:[ \\t]+(\\S.*)$`);
const QUOTED_VALUE = new RegExp(`^[ \\t]*(?:- +)?(${KEY})[ \\t]*:[ \\t]+(["'].*)$`, 'gm');
const STARTS_KEY = /^(?:- +)?["']?[\p{L}_][\p{L}\p{N}_-]*["']?[ \t]*[:：]/u;

/** A quoted scalar over one or more lines, without its closing mark. */
const QUOTED = /^(?:"[^"\\]*(?:\\[\s\S][^"\\]*)*|'[^']*(?:''[^']*)*)/;

export function lineEnd(text: string, at: number): number {
  const end = text.indexOf('\n', at);
  return end === -1 ? text.length : end;
}

/** The line `key: value` at or before an offset. */
export function keyLine(text: string, at: number): KeyLine | undefined {
  for (let end = lineEnd(text, at); end > 0; ) {
    const start = text.lastIndexOf('\n', end - 1) + 1;
    const match = KEY_LINE.exec(text.slice(start, end));
    if (match) return keyLineOf(match, start);
    if (start === 0) return undefined;
    end = start - 1;
  }
  return undefined;
}

function keyLineOf(match: RegExpExecArray, start: number): KeyLine {
  const [all, key = '', rest = ''] = match;
  const value = rest.trimEnd();
  const from = start + all.length - rest.length;
  return { key, value, start: from, end: from + value.length };
}

const INDENTED_KEY = /^( +)([\p{L}_][\p{L}\p{N}_-]*)[ \t]*:[ \t]+(\S.*)$/u;

/** The indented line with a known key below the unindented line `key: value` at an offset. */
export function indentedKey(text: string, at: number, isKnown: (key: string) => boolean): KeyLine | undefined {
  const first = text.lastIndexOf('\n', at - 1) + 1;
  const start = lineEnd(text, first) + 1;
  if (/^[ \t]/.test(text.slice(first)) || !KEY_LINE.test(text.slice(first, start - 1))) return undefined;
  const [, indent = '', key = '', rest = ''] = INDENTED_KEY.exec(text.slice(start, lineEnd(text, start))) ?? [];
  if (indent === '' || !isKnown(key)) return undefined;
  return { key, value: rest.trimEnd(), start, end: start + indent.length + key.length };
}

/** The item `* text` at an offset, below a key without a value. */
export function starItem(text: string, at: number): KeyLine | undefined {
  const line = text.lastIndexOf('\n', at - 1) + 1;
  const [, indent = '', value = ''] = /^([ \t]*)\*[ \t]+(\S.*)$/.exec(text.slice(line, lineEnd(text, line))) ?? [];
  const [, key] = /(?:^|\n)([^\s:#](?:[^:#\n]*[^ \t:#\n])?)[ \t]*:[ \t]*\n$/.exec(text.slice(0, line)) ?? [];
  if (value === '' || key === undefined) return undefined;
  const start = line + indent.length;
  return { key, value: value.trimEnd(), start, end: start + 1 };
}

/** The first value, up to an offset, whose quotation mark is not closed before the next unindented line. */
export function openQuote(text: string, at: number): (KeyLine & { readonly next: string }) | undefined {
  for (const match of text.matchAll(QUOTED_VALUE)) {
    if (match.index > at) return undefined;
    const found = keyLineOf(match, match.index);
    const quoted = QUOTED.exec(text.slice(found.start))?.[0] ?? '';
    const margin = /\n(?=[^\s#])/.exec(quoted);
    if (!margin && found.start + quoted.length < text.length) continue;
    const next = margin ? found.start + margin.index + 1 : text.length;
    return { ...found, next: text.slice(next, lineEnd(text, next)) };
  }
  return undefined;
}

/** Whether a line starts with a key, even if its value is invalid. */
export function startsWithKey(line: string): boolean {
  return STARTS_KEY.test(line);
}

const WRONG_COLON = /^([\p{L}_][\p{L}\p{N}_-]*)(?:[ \t]*(：)[ \t]*|:(?!\/\/))([^\s：:].*)$/mu;

/** An unindented key with a full-width colon, or with a colon without a space. The offsets are those of the colon. */
export function wrongColon(text: string): (KeyLine & { readonly isFullWidth: boolean }) | undefined {
  const match = WRONG_COLON.exec(text);
  if (!match) return undefined;
  const [all, key = '', wide, rest = ''] = match;
  const start = match.index + key.length;
  return {
    key,
    value: rest.trim(),
    start,
    end: match.index + all.length - rest.length,
    isFullWidth: wide !== undefined,
  };
}

/** An unclosed bracket. */
interface OpenBracket {
  readonly start: number;
  /** The end of its line. */
  readonly end: number;
  /** The text that closes it and the brackets inside it. */
  readonly closing: string;
}

/** The text before a value in brackets on its line: list hyphens and a key. */
const BRACKET_VALUE = /^[ \t]*(?:-[ \t]+)*(?:[^\s:#'"[\]{},-][^:#\n]*:[ \t]+)?(?=[[{])/gm;

/** Tokens inside brackets: quoted text, a comment, an unindented line, which ends them, and brackets. */
const TOKEN = /(?<=[\s,:[{])"(?:[^"\\]|\\[\s\S])*"|(?<=[\s,:[{])'[^']*'|(?<=\s)#.*|\n(?=[^\s#\]}])|[[\]{}]/g;

const CLOSING: Readonly<Record<string, string>> = { '[': ']', '{': '}' };

/** The first value, up to an offset, whose bracket is not closed before the next unindented line. */
export function openBracket(text: string, at: number): OpenBracket | undefined {
  let from = 0;
  for (const { index, 0: before } of text.matchAll(BRACKET_VALUE)) {
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
