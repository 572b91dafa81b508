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
