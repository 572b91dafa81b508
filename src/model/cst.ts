import type { Span } from '../text/index.ts';
import type { Mapping } from './data.ts';
import type { Note } from './note.ts';

/**
 * Blocks as written: what a block is, and the writer's own text of it, nothing decoded. Containers hold their blocks
 * without the marks and the indentation in front of their lines; a printer puts its own there.
 */
export type CstBlock =
  | { readonly type: 'paragraph'; readonly inline: CstInline }
  | { readonly type: 'heading'; readonly depth: number; readonly inline: CstInline }
  | CstFence
  /** Indented code: its lines without the four columns. */
  | { readonly type: 'code'; readonly lines: readonly string[] }
  /** What has no other shape than its own: HTML, comments, link definitions, a fence that is never closed. */
  | { readonly type: 'html' | 'definition' | 'open-fence'; readonly lines: readonly string[] }
  | { readonly type: 'rule' }
  | { readonly type: 'quote'; readonly blocks: readonly CstBlock[] }
  | CstList
  | CstTable;

export interface CstFence {
  readonly type: 'fence';
  /** The character that it is made of. */
  readonly mark: '`' | '~';
  /** What stands behind the opening fence, as written. */
  readonly info: string;
  readonly lines: readonly string[];
}

export interface CstList {
  readonly type: 'list';
  /** `-`, `*` or `+`; `.` or `)` of a numbered one. */
  readonly mark: string;
  /** The first number of a numbered list. */
  readonly start?: number;
  readonly isLoose: boolean;
  readonly items: readonly CstListItem[];
}

export interface CstListItem {
  /** What stands in the box of a task list item. */
  readonly box?: string;
  readonly blocks: readonly CstBlock[];
}

export interface CstTable {
  readonly type: 'table';
  readonly align: readonly ('left' | 'right' | 'center' | null)[];
  /** The header first. A row may have fewer cells than the header, or more. A bar in a cell stands without its backslash. */
  readonly rows: readonly (readonly CstInline[])[];
}

/** The text of a paragraph, a heading or a cell as written, its lines joined by `\n`. */
export interface CstInline {
  readonly text: string;
  /** In the order of their starts; offsets count into `text`. */
  readonly marks: readonly CstMark[];
}

export type CstMark =
  /** A line end with the blanks around it: a reader sees `glue` there. `isTight` where it touches more than plain text. */
  | { readonly type: 'soft'; readonly span: Span; readonly glue: '' | ' '; readonly isTight: boolean }
  /** A hard line break, with the blanks that start the next line. */
  | { readonly type: 'hard'; readonly span: Span }
  /** Emphasis by underscores, delimiters included; `width` is the length of each. */
  | { readonly type: 'underscores'; readonly span: Span; readonly width: 1 | 2 };

/** One thing at the top level of a note's text. */
export interface CstItem {
  readonly kind: 'block' | 'comment' | 'definition';
  readonly span: Span;
  /** The normalized label of a definition. */
  readonly label?: string;
  /** Absent where the block can be left as it stands, but not printed anew. */
  readonly cst?: CstBlock | undefined;
}

/** A Markdown note as written, to its last character. */
export interface CstNote {
  readonly note: Note;
  readonly front?: CstFrontMatter;
  readonly blocks: readonly CstItem[];
}

export interface CstFrontMatter {
  /** From the opening fence to the line end after the closing one. */
  readonly whole: Span;
  /** The YAML between the fences. */
  readonly content: Span;
  readonly mapping: Mapping;
}
