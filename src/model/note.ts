import type { Source, Span } from '../text/index.ts';
import type { Attribution, Block, Prose } from './article.ts';
import type { Data } from './data.ts';
import type { Key } from './keys.ts';
import type { Passage } from './passage.ts';

/** A key of the front matter with its value, as written. */
export interface Field {
  /** The canonical key. Absent if the key is unknown. */
  readonly key?: Key;
  /** The key as the writer spelled it. */
  readonly name: string;
  readonly nameSpan: Span;
  readonly value: Data;
}

/** A top-level block of the text. Link definitions, comments and blank lines are not blocks. */
export interface NoteBlock {
  readonly span: Span;
  readonly type: Block['type'];
  /** Computed on demand, as are the passages, so use `type` if that is enough. */
  readonly block: Block;
  readonly passages: readonly Passage[];
}

/** The destination in the definition of a link. */
export interface NoteLinkDefinition {
  /** Without escapes and character references. */
  readonly href: string;
  /** As written, without angle brackets. */
  readonly span: Span;
}

/** The definition of a footnote, anywhere in the note. */
export interface NoteFootnote {
  /** As the first definition of the label has it between `[^` and `]`. */
  readonly label: string;
  /** The label with its brackets. */
  readonly labelSpan: Span;
  readonly span: Span;
  readonly prose: Prose;
  readonly passages: () => readonly Passage[];
}

/** A comment, which is never printed: an HTML comment, or a line of YAML that starts with `#`. */
export interface NoteComment {
  readonly span: Span;
  /** The passage or block that contains it. Absent for a comment between blocks. */
  readonly within?: Span;
}

/** The kind of a section. `house` is one that the house defines, and `unknown` one that it does not. */
export type SectionKind = 'body' | 'insight' | 'laws' | 'notes' | 'house' | 'unknown';

/** The part of a note under one heading, or the body before the first. */
export interface NoteSection {
  readonly kind: SectionKind;
  /** The id of a section that the house defines. */
  readonly id?: string;
  /** Absent for the body before the first heading. */
  readonly heading?: { readonly text: string; readonly depth: number; readonly span: Span };
  readonly span: Span;
  readonly blocks: readonly NoteBlock[];
}

/** A note as written: its parts with their spans. No part is required, and no value is resolved. */
export interface Note {
  readonly source: Source;
  /** The syntax of a structured note. Absent in a Markdown note. */
  readonly data?: 'yaml' | 'json';
  /** From the opening fence to the end of the closing one. */
  readonly frontMatter?: Span;
  readonly fields: readonly Field[];
  /** The `# Headline` at the top of the text. */
  readonly headline?: {
    readonly text: string;
    readonly span: Span;
    /** Whether it has no inline formatting. */
    readonly isPlain: boolean;
    readonly block: NoteBlock;
  };
  /** The last `Source:` line of the body. */
  readonly sourceLine?: { readonly block: NoteBlock; readonly attributions: readonly Attribution[] };
  /** The language of the label of the source line, or else of the first known heading. */
  readonly labelLanguage?: string;
  readonly sections: readonly NoteSection[];
  /** Finds the footnotes, in the order of the text. */
  readonly footnotes: () => readonly NoteFootnote[];
  /** Finds the definitions of links at any depth, in the order of the text. */
  readonly linkDefinitions: () => readonly NoteLinkDefinition[];
  /** Finds the comments, in the order of the text. */
  readonly comments: () => readonly NoteComment[];
}
