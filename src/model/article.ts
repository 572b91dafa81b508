/**
 * An Article is a story as meant: no positions, no trace of how the note spelled it, plain data.
 * It is what `--to json` prints; `docs/article.schema.json` is its published schema. An absent field is omitted.
 *
 * Blocks and inlines have the names and the shape of marked's tokens, so that marked's Parser and
 * Renderers take them; they are a closed union of our own, and every `text` in them is decoded:
 * no entity, no escape, no soft line break is left, and raw HTML has become text.
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

/** One attribution. `tokens` is there when the line carries inline marks that `name` and `url` cannot say. */
export interface Attribution {
  readonly name: string;
  readonly url?: string;
  readonly date?: string;
  readonly tokens?: readonly Inline[];
}

export interface Image {
  readonly url: string;
  readonly alt?: string;
  readonly credit?: string;
  readonly caption?: string;
}

export interface Correction {
  readonly date?: string;
  readonly text: string;
}

/** One part of the insight. `part` is the house's identifier of a part that it knows, else the heading's text. */
export interface InsightPart {
  readonly part?: string;
  readonly prose: Prose;
}

/** A section that is none of the post's own: the house's (`id`), or one under a heading that nobody knows. */
export interface Section {
  readonly id?: string;
  readonly heading: string;
  readonly prose: Prose;
}

export const STATUSES = ['draft', 'ready', 'published', 'withdrawn'] as const;
export const INSIGHT_AUTHORS = ['human', 'ai', 'mixed'] as const;

export interface Article {
  readonly headline: string;
  readonly source: readonly Attribution[];
  readonly slug?: string;
  readonly id?: string;
  readonly url?: string;
  /** BCP 47, the note's or its house's. */
  readonly lang: string;
  readonly dek?: string;
  readonly byline?: readonly string[];
  readonly dateline?: string;
  /** ISO 8601, as written: never converted, never read off the clock. */
  readonly date?: string;
  readonly updated?: string;
  readonly embargo?: string;
  readonly expires?: string;
  readonly section?: string;
  readonly topics?: readonly string[];
  readonly image?: Image;
  readonly status?: (typeof STATUSES)[number];
  readonly corrections?: readonly Correction[];
  readonly insight_by?: (typeof INSIGHT_AUTHORS)[number];
  readonly body: Prose;
  readonly insight: readonly InsightPart[];
  /** Each law is prose of its own: nearly always one paragraph. */
  readonly laws: readonly Prose[];
  readonly sections: readonly Section[];
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
