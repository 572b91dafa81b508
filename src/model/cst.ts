import type { Span } from '../text/index.ts';
import type { Mapping } from './data.ts';
import type { Note } from './note.ts';

/**
 * The concrete syntax of a block: its kind and its text as written, not decoded. Containers hold their blocks without the
 * markers and the indentation before their lines, because a printer writes its own.
 */
export type CstBlock =
  | { readonly type: 'paragraph'; readonly inline: CstInline }
  | { readonly type: 'heading'; readonly depth: number; readonly inline: CstInline }
  | CstFence
  /** Indented code: its lines without the four columns. */
  | { readonly type: 'code'; readonly lines: readonly string[] }
  /** Blocks that are printed as written: HTML, comments, definitions of links and footnotes, an unclosed fence. */
  | { readonly type: 'html' | 'definition' | 'footnote' | 'open-fence'; readonly lines: readonly string[] }
  | { readonly type: 'rule' }
  /** `alert` is the first line of an alert, which its blocks do not have. With `\n` if it is a paragraph of its own. */
  | { readonly type: 'quote'; readonly alert?: string; readonly blocks: readonly CstBlock[] }
  | CstList
  | CstTable;

export interface CstFence {
  readonly type: 'fence';
  /** The fence character. */
  readonly mark: '`' | '~';
  /** The text after the opening fence, as written. */
  readonly info: string;
  readonly lines: readonly string[];
}

export interface CstList {
  readonly type: 'list';
  /** `-`, `*` or `+`, or the `.` or `)` of an ordered list. */
  readonly mark: string;
  /** Whether the marker of a bullet is the sign of the number after it to a reader: `+ 3 percent`. */
  readonly isSigned: boolean;
  /** The first number of an ordered list. */
  readonly start?: number;
  readonly isLoose: boolean;
  readonly items: readonly CstListItem[];
}

export interface CstListItem {
  /** The character in the box of a task list item. */
  readonly box?: string;
  readonly blocks: readonly CstBlock[];
}

export interface CstTable {
  readonly type: 'table';
  readonly align: readonly ('left' | 'right' | 'center' | null)[];
  /** The header first. A row may have fewer or more cells than the header. A bar in a cell has no backslash. */
  readonly rows: readonly (readonly CstInline[])[];
}

/** The text of a paragraph, a heading or a cell as written, with its lines joined by `\n`. */
export interface CstInline {
  readonly text: string;
  /** By start. Offsets are into `text`. */
  readonly marks: readonly CstMark[];
}

export type CstMark =
  /** A soft line end with the spaces around it, which readers see as `glue`. `isTight` if it touches inline markup. */
  | { readonly type: 'soft'; readonly span: Span; readonly glue: '' | ' '; readonly isTight: boolean }
  /** A line end that stays as written. */
  | { readonly type: 'kept'; readonly span: Span; readonly text: string }
  /** A hard line break with the indentation of the next line. */
  | { readonly type: 'hard'; readonly span: Span }
  /**
   * Emphasis by underscores, including the delimiters. `width` is the length of each delimiter. `isNested` if emphasis of the
   * same width is around it or in it.
   */
  | { readonly type: 'underscores'; readonly span: Span; readonly width: 1 | 2; readonly isNested: boolean };

/** A block, comment or definition at the top level of a note. */
export interface CstItem {
  readonly kind: 'block' | 'comment' | 'definition';
  readonly span: Span;
  /** The normalized labels of the link and footnotes that it defines; that of a footnote starts with `^`. */
  readonly labels: readonly string[];
  /** Absent if the block can only be printed as written. */
  readonly cst?: CstBlock | undefined;
}

/** A Markdown note as written, down to its last character. */
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
