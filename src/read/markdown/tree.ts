import type { Code, Table } from '../../model/article.ts';

/*
 * One tree for everything that is made of a text: the Article, the passages that rules look at and the formatter's syntax
 * tree. Every block knows the line of the source on which it starts, and every inline its offset in the text of its block,
 * which in turn knows where its lines lie in the source.
 */

/** `line` counts from the first line of the top-level block. */
interface Placed {
  readonly line: number;
  /** The text of the block without the markers and the indentation of the containers around it. */
  readonly raw: string;
}

export type BlockNode = Placed &
  (
    | { readonly type: 'paragraph'; readonly content: Content }
    | { readonly type: 'heading'; readonly depth: number; readonly content: Content }
    | ListNode
    | QuoteNode
    | CodeNode
    | TableNode
    | { readonly type: 'hr' | 'html' }
    | DefinitionNode
    | FootnoteNode
  );

export interface ListNode {
  readonly type: 'list';
  readonly ordered: boolean;
  /** The first number of an ordered list. */
  readonly start?: number;
  readonly loose: boolean;
  readonly items: readonly ListItemNode[];
}

export interface QuoteNode {
  readonly type: 'blockquote';
  /** The first line of an alert, which its blocks do not have. With `\n` if it is a paragraph of its own. */
  readonly alert?: string;
  readonly blocks: readonly BlockNode[];
}

export interface ListItemNode {
  /** The character in the box of a task list item. */
  readonly box?: string;
  readonly isTask: boolean;
  readonly isChecked: boolean;
  readonly blocks: readonly BlockNode[];
}

export interface CodeNode {
  readonly type: Code['type'];
  readonly isIndented: boolean;
  /** The text after an opening fence. */
  readonly info: string;
}

export interface TableNode {
  readonly type: Table['type'];
  readonly align: Table['align'];
  /** The header first. Each row has as many cells as the header: what GFM drops is only in `raw`. */
  readonly rows: readonly (readonly Content[])[];
}

export interface DefinitionNode {
  readonly type: 'definition';
  /** The normalized label. */
  readonly label: string;
  readonly fault?: 'unused-definition' | 'duplicate-definition';
}

/** The definition of a footnote. It is no part of the prose around it. */
export interface FootnoteNode {
  readonly type: 'footnote';
  /** As written between `[^` and `]`. */
  readonly label: string;
  readonly blocks: readonly BlockNode[];
}

/** Where a line of a block's text begins, in the text and in the source; undefined where the parser has changed the line. */
export interface TextLine {
  readonly at: number;
  readonly start: number | undefined;
}

/** The inlines of a text, and where they end; undefined where they are not found in the text. */
export interface Followed {
  readonly nodes: readonly InlineNode[];
  readonly end: number | undefined;
}

/** The text of a paragraph, a heading or a cell. */
export interface Content {
  readonly text: string;
  readonly inlines: Followed;
  readonly lines: readonly TextLine[];
}

/** `at` is the offset in the text of the block; undefined where the parser has changed the text, so that it is not found. */
interface InlinePlaced {
  readonly raw: string;
  readonly at: number | undefined;
}

export type InlineNode = InlinePlaced &
  /** Exact but for character references and soft line breaks, see `TEXT_PARTS`. */
  (
    | { readonly type: 'text' | 'br' | 'html' | 'comment' }
    /** `text` is the escaped character, or the code. */
    | { readonly type: 'escape' | 'codespan'; readonly text: string }
    | TagNode
    | FootnoteReferenceNode
    | EmphasisNode
    | LinkNode
  );

/** Inlines inside another. */
export interface Nested {
  readonly inlines: readonly InlineNode[];
  /** Whether the inlines are found where they should be. If not, none of them has an offset. */
  readonly isFollowed: boolean;
}

/** A tag that Markdown has no other characters for. Each start has its end among its siblings. */
export interface TagNode {
  readonly type: 'tag';
  readonly name: 'br' | 'sub' | 'sup';
  readonly isEnd: boolean;
}

/** `label` is that of the definition. */
export interface FootnoteReferenceNode {
  readonly type: 'footnote';
  readonly label: string;
}

export interface EmphasisNode extends Nested {
  readonly type: 'em' | 'strong' | 'del';
  /** The length of each delimiter. */
  readonly width: 1 | 2;
}

export interface LinkNode extends Nested {
  readonly type: 'link' | 'image';
  /** Decoded, and so is the title. */
  readonly href: string;
  readonly title?: string;
  /** The link text or alternative text as written. */
  readonly text: string;
  /** The length of `text` in the source. */
  readonly labelLength: number;
  /** A URL or email address in the text, with `<>` or bare, or a link without a text, whose `text` is its URL. */
  readonly isAutolink: boolean;
}

/** What a text node holds besides exact copies of the source: line ends with the spaces around them, and references. */
export const TEXT_PARTS = /[ \t]*\n[ \t]*|&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,31});/g;
