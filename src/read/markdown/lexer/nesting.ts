import type { Problem } from '../../../model/diagnostic.ts';
import { span } from '../../../text/index.ts';
import { LIMITS, tooComplex } from './limits.ts';

const SPACE = 0x20;
const TAB = 0x09;
const LINE_END = 0x0a;
const QUOTE = 0x3e;

function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}

/** The length of the `>` or list marker at `at`, or 0. Whitespace must follow a list marker. */
function containerMark(text: string, at: number): number {
  const code = text.charCodeAt(at);
  if (code === QUOTE) return 1;
  let end = at + 1;
  if (isDigit(code)) {
    while (end < at + 9 && isDigit(text.charCodeAt(end))) end++;
    const delimiter = text.charCodeAt(end++);
    if (delimiter !== 0x2e && delimiter !== 0x29) return 0;
  } else if (code !== 0x2a && code !== 0x2b && code !== 0x2d) return 0;
  const next = text.charCodeAt(end);
  return next === SPACE || next === TAB || next === LINE_END || end >= text.length ? end - at : 0;
}

interface Marks {
  readonly count: number;
  /** The offset of the first marker if it is a list marker, or -1. */
  readonly list: number;
  /** The start of the text after the markers. */
  readonly text: number;
}

function readMarks(text: string, start: number, end: number): Marks {
  let at = start;
  let count = 0;
  let list = -1;
  for (;;) {
    while (text.charCodeAt(at) === SPACE || text.charCodeAt(at) === TAB) at++;
    const length = at < end ? containerMark(text, at) : 0;
    if (length === 0) return { count, list, text: at };
    if (count === 0 && text.charCodeAt(at) !== QUOTE) list = at;
    count++;
    at += length;
  }
}

/**
 * Searches the lines from `from` to `to`, before they are parsed, for deep nesting on one line or by indentation and for a list
 * item with thousands of lines. On these the parser would fail before it could count.
 */
export function findExcess(text: string, from: number, to: number): Problem | undefined {
  const columns: number[] = []; // of the list markers that the current line may be nested in
  let itemStart = from;
  let unbroken = 0; // characters of the current item since a blank line
  let joined = 0;
  let next: number;
  for (let start = from; start < to; start = next) {
    const feed = text.indexOf('\n', start);
    next = feed === -1 || feed >= to ? to : feed + 1;
    const marks = readMarks(text, start, next);
    if (marks.list !== -1) {
      while ((columns.at(-1) ?? -1) >= marks.list - start) columns.pop();
      columns.push(marks.list - start);
      itemStart = start;
      unbroken = 0;
      joined = 0;
    }
    if (Math.max(marks.count, columns.length) > LIMITS.blockDepth) return tooComplex('blocks', span(start, next));
    if (marks.text >= next || text.charCodeAt(marks.text) === LINE_END) {
      unbroken = 0;
      joined = 0;
    } else if (columns.length > 0) {
      if (marks.text === start && unbroken === 0) columns.length = 0; // text at the margin after a blank line
      unbroken += next - start;
      joined += unbroken;
      if (joined > LIMITS.joinedLines) return tooComplex('lines', span(itemStart, next));
    }
  }
  return undefined;
}
