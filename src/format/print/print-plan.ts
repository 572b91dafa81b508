import type { CstNote } from '../../model/cst.ts';
import { lineBoundConstruct } from '../../read/markdown/dialects.ts';
import type { Span } from '../../text/index.ts';

/** How much of a note is formatted. Everything is on at first. The formatter turns off what would change the meaning. */
export interface PrintPlan {
  /** The text after the front matter. */
  readonly body: boolean;
  /** The order, names and spacing of the keys. */
  readonly keys: boolean;
  /** Moving a `# Headline` to the front matter. */
  readonly headline: boolean;
  /** Moving the source line to the front matter. */
  readonly source: boolean;
  /** The canonical headings of sections. */
  readonly headings: boolean;
  /** The order of sections. */
  readonly order: boolean;
  /** The level of top-level blocks, by index. Default: `full`. */
  readonly blocks: ReadonlyMap<number, FormatLevel>;
}

/**
 * - `full`: everything that `format` does to a block.
 * - `minimal`: as `full`, but keeps underscores, and line ends next to inline markup.
 * - `verbatim`: as written.
 */
export type FormatLevel = 'full' | 'minimal' | 'verbatim';

export const FULL_PLAN: PrintPlan = {
  body: true,
  keys: true,
  headline: true,
  source: true,
  headings: true,
  order: true,
  blocks: new Map(),
};

/** A part of a note that is left as written, with the reason. */
export interface Unformatted {
  readonly span: Span;
  readonly reason: string;
}

/** The blocks that no plan formats. */
export function alwaysUnformatted({ note, blocks }: CstNote): readonly Unformatted[] {
  return blocks
    .filter(({ cst }) => !cst)
    .map(({ span }) => ({ span, reason: reasonOf(note.source.text.slice(span.start, span.end)) }));
}

function reasonOf(block: string): string {
  const construct = lineBoundConstruct(block.replace(CONTAINERS, ''));
  return construct === undefined
    ? 'its spaces or its inline markup cannot be formatted safely'
    : `it may contain ${construct} in another Markdown dialect`;
}

/** The markers of quotes and lists. */
const CONTAINERS = /^(?:[ \t>]|[-*+][ \t]|\d{1,9}[.)][ \t])+/gm;
