import type { Problem } from '../../../model/diagnostic.ts';
import type { Span } from '../../../text/index.ts';

/**
 * What the parser refuses. Real prose stays far below: the deepest list of a newsroom has four levels. marked recurses for
 * each level and scans ahead for each delimiter, so deep nesting overflows the stack and unclosed delimiters take minutes.
 */
export const LIMITS = {
  /** Quotes in quotes and lists in lists. */
  blockDepth: 100,
  /** Emphasis in links in emphasis. */
  inlineDepth: 100,
  /** Cells that the parser adds to short table rows: 2,700 one-cell rows under 2,700 columns need 7 million. */
  paddedCells: 250_000,
  /** Characters of URLs and titles that links take from definitions, in one text. */
  references: 10_000_000,
  /** Characters copied while marked joins the lines of one list item, line by line. */
  joinedLines: 2_000_000_000,
  /** Characters scanned without a match or again inside delimiters: a base, and an allowance per character. */
  work: 50_000_000,
  workPerCharacter: 40,
} as const;

export type Excess = keyof typeof REASONS;

const REASONS = {
  blocks: {
    message: `quotes or lists are nested more than ${LIMITS.blockDepth} deep`,
    advice: 'Remove the `>`, list markers or indentation that you do not need.',
  },
  inlines: {
    message: `emphasis, strikethrough and links are nested more than ${LIMITS.inlineDepth} deep`,
    advice: 'Close each `*`, `_`, `~` and `[`, or escape it with a backslash.',
  },
  cells: {
    message: `more than ${LIMITS.paddedCells} cells are missing from table rows`,
    advice: 'Give each row as many cells as the header.',
  },
  references: {
    message: 'links by reference repeat more than 10 MB of URLs and titles',
    advice: 'Shorten the URL of the definition, or split the note.',
  },
  lines: {
    message: 'list item has thousands of lines without a blank line',
    advice: 'Put a blank line between its paragraphs, or move the text out of the list.',
  },
  work: {
    message: 'too many unclosed brackets, quote markers or emphasis delimiters',
    advice: 'Close them, escape them with a backslash, or split the paragraph.',
  },
  stack: {
    message: 'text is nested too deeply',
    advice: 'Close the open brackets and delimiters, or split the block.',
  },
} as const;

/** Thrown to leave the parser. `parseMarkdown` returns it as a value. */
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

/** The work that one text may cost, counted in characters and not in time so that the result is always the same. */
export class Meter {
  #work: number;
  #cells = LIMITS.paddedCells;
  #references = LIMITS.references;

  constructor(length: number) {
    this.#work = LIMITS.work + LIMITS.workPerCharacter * length;
  }

  spend(characters: number): void {
    this.#work -= characters;
    if (this.#work < 0) throw new ExcessError('work');
  }

  refer(characters: number): void {
    this.#references -= characters;
    if (this.#references < 0) throw new ExcessError('references');
  }

  pad(cells: number): void {
    this.#cells -= cells;
    if (this.#cells < 0) throw new ExcessError('cells');
  }
}
