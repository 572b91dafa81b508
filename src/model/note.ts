import type { Source, Span } from '../text/index.ts';
import type { Attribution, Block } from './article.ts';
import type { Data } from './data.ts';
import type { Key } from './keys.ts';
import type { Passage } from './passage.ts';

/** A key of the front matter with its value, as written. */
export interface Field {
  /** The canonical key, or undefined for one that nobody knows. */
  readonly key?: Key;
  /** The key as the writer spelled it. */
  readonly name: string;
  readonly nameSpan: Span;
  readonly value: Data;
}

/** A top-level block of the text with its place in the source. Link definitions, comments and blank space are not blocks. */
export interface NoteBlock {
  readonly span: Span;
  readonly type: Block['type'];
  /** Made on demand, as are the passages: ask for `type` where that is enough. */
  readonly block: Block;
  readonly passages: readonly Passage[];
}

/** An editor's mark, which is never printed: an HTML comment, or a line of YAML's behind `#`. */
export interface NoteComment {
  readonly span: Span;
  /** The passage or the block that it stands in; absent for one that stands alone. */
  readonly within?: Span;
}

/** What a section is; `house` is one of the house's own, `unknown` one that nobody knows. */
export type SectionKind = 'body' | 'insight' | 'laws' | 'notes' | 'house' | 'unknown';

/** A stretch of the note under one heading, or the body before the first. */
export interface NoteSection {
  readonly kind: SectionKind;
  /** The identifier of a house's own section. */
  readonly id?: string;
  /** Absent for the body before the first heading. */
  readonly heading?: { readonly text: string; readonly depth: number; readonly span: Span };
  readonly span: Span;
  readonly blocks: readonly NoteBlock[];
}

/** A note as written: every part with its span, nothing resolved, nothing required. */
export interface Note {
  readonly source: Source;
  /** The syntax of a note that is structured data; absent in a Markdown note. */
  readonly data?: 'yaml' | 'json';
  /** From the opening fence to the end of the closing one; absent without front matter. */
  readonly frontMatter?: Span;
  readonly fields: readonly Field[];
  /** The `# Headline` at the top of the text, where there is one. */
  readonly headline?: {
    readonly text: string;
    readonly span: Span /** No marks are lost with its Markdown. */;
    readonly isPlain: boolean;
    readonly block: NoteBlock;
  };
  /** The last `Source:` line of the body, where there is one. */
  readonly sourceLine?: { readonly block: NoteBlock; readonly attributions: readonly Attribution[] };
  /** The language that the source line's label speaks, else that of the first heading that is known. */
  readonly labelLanguage?: string;
  readonly sections: readonly NoteSection[];
  /** Finds the comments, in the order of the text. */
  readonly comments: () => readonly NoteComment[];
}
