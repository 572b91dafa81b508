import type { Alert } from './alerts.ts';

/*
 * The prose of an Article. Blocks and inlines have the names of marked's tokens, so that marked's Parser and Renderer accept
 * them. Every `text` is decoded: it has no entity, escape or soft line break, and raw HTML is text.
 */
export type Inline =
  | { readonly type: 'text'; readonly text: string }
  | { readonly type: 'em' | 'strong' | 'del'; readonly tokens: readonly Inline[] }
  /** Below or above the line. */
  | Script
  | { readonly type: 'codespan'; readonly text: string }
  | { readonly type: 'br' }
  | Link
  | InlineImage
  | FootnoteReference;

export interface Script {
  readonly type: 'sub' | 'sup';
  readonly tokens: readonly Inline[];
}

/** `href` is decoded, but may be unsafe: a writer prints it through `safeUrl`. */
export interface Link {
  readonly type: 'link';
  readonly href: string;
  readonly title?: string;
  readonly tokens: readonly Inline[];
}

/** `text` is the alt text, which may be empty, and `title` the caption or credit. */
export interface InlineImage {
  readonly type: 'image';
  readonly href: string;
  readonly title?: string;
  readonly text: string;
}

/** Refers to the footnote of the Article with the same label. */
export interface FootnoteReference {
  readonly type: 'footnote';
  readonly label: string;
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
  /** Whether its items are separate paragraphs. */
  readonly loose: boolean;
  readonly items: readonly ListItem[];
}

export interface ListItem {
  /** Present in a task list item. */
  readonly checked?: boolean;
  readonly tokens: Prose;
}

/** With `alert`, a note to the reader with a label, not somebody else's words. */
export interface Blockquote {
  readonly type: 'blockquote';
  readonly alert?: Alert;
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

/**
 * The text of inlines without markup. An image becomes its alt text, a hard break a space, and a footnote nothing.
 * @param struck how words that are struck out are written. Without it, they are like all others.
 */
export function plainText(inlines: readonly Inline[], struck?: (words: string) => string): string {
  let text = '';
  for (const inline of inlines) {
    const words = 'tokens' in inline ? plainText(inline.tokens, struck) : '';
    if (inline.type === 'sup') text += superscript(words);
    else if (inline.type === 'del' && struck) text += struck(words);
    else if ('tokens' in inline) text += words;
    else if (inline.type !== 'footnote') text += inline.type === 'br' ? ' ' : inline.text;
  }
  return text;
}

const RAISED: ReadonlyMap<string, string> = new Map(
  [...'0123456789+-−=()ni'].map((character, index) => [character, [...'⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ⁿⁱ'][index] ?? '']),
);
/** Ordinals and marks, which newsrooms print on the line: `1st`. */
const ON_THE_LINE = /^(?:st|nd|rd|th|er|re|e|o|a|tm|sm|[®™℠*†‡])?$/i;

/**
 * A superscript without markup. On the line, 10⁶ would become 106, so it is printed with Unicode's superscripts where it has
 * them all, and as `^(…)` elsewhere.
 */
export function superscript(text: string): string {
  if (ON_THE_LINE.test(text)) return text;
  const raised = [...text].map((character) => RAISED.get(character));
  return raised.includes(undefined) ? `^(${text})` : raised.join('');
}
