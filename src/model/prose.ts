/*
 * The prose of a story as meant. Blocks and inlines are a closed union. Their names are those of marked's tokens, so that
 * marked's Parser and Renderer take them. Every `text` is decoded: it has no entity, escape or soft line break, and raw HTML
 * has become text.
 */
export type Inline =
  | { readonly type: 'text'; readonly text: string }
  | { readonly type: 'em' | 'strong' | 'del'; readonly tokens: readonly Inline[] }
  | { readonly type: 'codespan'; readonly text: string }
  | { readonly type: 'br' }
  | Link
  | InlineImage;

/** `href` is what the writer wrote, decoded; a writer decides whether it is a safe target (`safeUrl`). */
export interface Link {
  readonly type: 'link';
  readonly href: string;
  readonly title?: string;
  readonly tokens: readonly Inline[];
}

/** `text` is the alternative text, `title` the caption or credit; empty `text` means that none was given. */
export interface InlineImage {
  readonly type: 'image';
  readonly href: string;
  readonly title?: string;
  readonly text: string;
}

export type Block = Paragraph | Heading | List | Blockquote | Code | Table | ThematicBreak;

/** Blocks in reading order. A template sees it as one string, rendered for the template's format. */
export type Prose = readonly Block[];

export interface Paragraph {
  readonly type: 'paragraph';
  readonly tokens: readonly Inline[];
}

/** A heading inside prose; `depth` 1 to 6 as written. */
export interface Heading {
  readonly type: 'heading';
  readonly depth: number;
  readonly tokens: readonly Inline[];
}

export interface List {
  readonly type: 'list';
  readonly ordered: boolean;
  /** The first number of an ordered list. */
  readonly start?: number;
  /** Loose: its items are set apart as paragraphs. */
  readonly loose: boolean;
  readonly items: readonly ListItem[];
}

export interface ListItem {
  /** Present in a task list item. */
  readonly checked?: boolean;
  readonly tokens: Prose;
}

export interface Blockquote {
  readonly type: 'blockquote';
  readonly tokens: Prose;
}

/** `text` has no final line end; `lang` is the first word of the info string. */
export interface Code {
  readonly type: 'code';
  readonly lang?: string;
  readonly text: string;
}

export interface Table {
  readonly type: 'table';
  readonly align: readonly ('left' | 'right' | 'center' | null)[];
  readonly header: readonly TableCell[];
  /** Every row has as many cells as `header`. */
  readonly rows: readonly (readonly TableCell[])[];
}

export interface TableCell {
  readonly tokens: readonly Inline[];
}

export interface ThematicBreak {
  readonly type: 'hr';
}

/** The text of inlines as a reader hears it: marks fall away, an image is its alternative text, a hard break a space. */
export function plainText(inlines: readonly Inline[]): string {
  let text = '';
  for (const inline of inlines) {
    if ('tokens' in inline) text += plainText(inline.tokens);
    else text += inline.type === 'br' ? ' ' : inline.text;
  }
  return text;
}
