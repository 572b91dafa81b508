import { type Span, span } from '../../text/index.ts';

/**
 * What the parser refuses. Real prose comes nowhere near: the depth of a newsroom's deepest list is four. The parser
 * below us recurses for each level and scans ahead for each mark, so depth ends in a stack overflow and marks that
 * never close in minutes of work.
 */
export const LIMITS = {
  /** Quotes in quotes and lists in lists. */
  blockDepth: 100,
  /** Emphasis in links in emphasis. */
  inlineDepth: 100,
  /** Cells that table rows lack and a parser makes up: 2,700 one-cell rows under 2,700 columns are 7 million. */
  paddedCells: 250_000,
  /** Characters copied while the lines of one unbroken list item are joined, which is done line by line. */
  joinedLines: 2_000_000_000,
  /** Characters looked at in vain, and looked at again inside marks: so many at least, and so many per character. */
  work: 50_000_000,
  workPerCharacter: 40,
} as const;

/** Text that the parser refuses. `message` names what and the limit, `advice` what to do. */
export interface TooComplex {
  readonly span: Span;
  readonly message: string;
  readonly advice: string;
}

export type Excess = keyof typeof REASONS;

const REASONS = {
  blocks: {
    message: `quotes or lists are nested more than ${LIMITS.blockDepth} deep`,
    advice: 'Take out the `>` marks, list marks or indentation that nobody meant.',
  },
  inlines: {
    message: `emphasis, strikethrough and links are nested more than ${LIMITS.inlineDepth} deep`,
    advice: 'Close each `*`, `_`, `~` and `[`, or write a `\\` before one that is meant as itself.',
  },
  cells: {
    message: `the rows of tables lack more than ${LIMITS.paddedCells} cells in all`,
    advice: 'Give each row as many cells as the header has.',
  },
  lines: {
    message: 'a list item runs on for thousands of lines without a blank one',
    advice: 'Put a blank line between its paragraphs, or take the text out of the list.',
  },
  work: {
    message: 'this text has too many brackets, quote marks or emphasis marks that never close',
    advice: 'Close them, write a `\\` before one that is meant as itself, or split the paragraph.',
  },
  stack: {
    message: 'this text is nested too deep to read',
    advice: 'Close the marks that are open, or split the block.',
  },
} as const;

/** Thrown inside this folder only, to leave the parser; `parseMarkdown` makes a value of it. */
export class ExcessError extends Error {
  readonly excess: Excess;
  constructor(excess: Excess) {
    super(REASONS[excess].message);
    this.excess = excess;
  }
}

export function tooComplex(excess: Excess, at: Span): TooComplex {
  return { span: at, ...REASONS[excess] };
}

/** The work that one text may cost: counted in characters, never in time, so that the same text always ends the same. */
export class Meter {
  #work: number;
  #cells = LIMITS.paddedCells;

  constructor(length: number) {
    this.#work = LIMITS.work + LIMITS.workPerCharacter * length;
  }

  spend(characters: number): void {
    this.#work -= characters;
    if (this.#work < 0) throw new ExcessError('work');
  }

  pad(cells: number): void {
    this.#cells -= cells;
    if (this.#cells < 0) throw new ExcessError('cells');
  }
}

const SPACE = 0x20;
const TAB = 0x09;
const LINE_END = 0x0a;

/** `>`, or the length of a list mark that starts at `at` and has a blank behind it, or 0. */
function containerMark(text: string, at: number): number {
  const code = text.charCodeAt(at);
  if (code === 0x3e) return 1;
  let end = at + 1;
  if (code >= 0x30 && code <= 0x39) {
    while (end < at + 9 && isDigit(text.charCodeAt(end))) end++;
    const delimiter = text.charCodeAt(end++);
    if (delimiter !== 0x2e && delimiter !== 0x29) return 0;
  } else if (code !== 0x2a && code !== 0x2b && code !== 0x2d) return 0;
  const next = text.charCodeAt(end);
  return next === SPACE || next === TAB || next === LINE_END || end >= text.length ? end - at : 0;
}

function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}

/**
 * Looks over the lines from `from` to `to` once, before anything is parsed, for nesting by marks on one line or by
 * indentation, and for a list item of endless lines: what the parser would choke on before it could count.
 */
export function findExcess(text: string, from: number, to: number): TooComplex | undefined {
  const columns: number[] = []; // of the list marks that the current line may be nested in
  let itemStart = from;
  let unbroken = 0; // characters of the current item since a blank line
  let joined = 0;
  let next: number;
  for (let start = from; start < to; start = next) {
    const feed = text.indexOf('\n', start);
    next = feed === -1 || feed >= to ? to : feed + 1;
    let at = start;
    let marks = 0;
    let length = 0;
    for (;;) {
      while (text.charCodeAt(at) === SPACE || text.charCodeAt(at) === TAB) at++;
      length = at < next ? containerMark(text, at) : 0;
      if (length === 0) break;
      if (marks === 0 && text.charCodeAt(at) !== 0x3e) {
        const column = at - start;
        while ((columns.at(-1) ?? -1) >= column) columns.pop();
        columns.push(column);
        itemStart = start;
        unbroken = 0;
        joined = 0;
      }
      marks++;
      at += length;
    }
    if (marks + columns.length > LIMITS.blockDepth && Math.max(marks, columns.length) > LIMITS.blockDepth / 2) {
      return tooComplex('blocks', span(start, next));
    }
    if (at >= next || text.charCodeAt(at) === LINE_END) {
      unbroken = 0;
      joined = 0;
    } else if (columns.length > 0) {
      if (at === start && unbroken === 0 && marks === 0) columns.length = 0;
      unbroken += next - start;
      joined += unbroken;
      if (joined > LIMITS.joinedLines) return tooComplex('lines', span(itemStart, next));
    }
  }
  return undefined;
}
