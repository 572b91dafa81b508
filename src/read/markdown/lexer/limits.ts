import type { Problem } from '../../../model/diagnostic.ts';
import type { Span } from '../../../text/index.ts';

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

/** Why the parser refuses a text. */
export function tooComplex(excess: Excess, span: Span): Problem {
  return { rule: 'too-complex', ...REASONS[excess], span };
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
