/**
 * How much of a note is brought into shape. Everything is on at first; what would change the meaning of a note is
 * switched off by whoever finds that out.
 */
export interface PrintPlan {
  /** Anything of the text at all. */
  readonly body: boolean;
  /** Keys and spaces of the front matter. */
  readonly keys: boolean;
  /** A `# Headline` becomes a key. */
  readonly headline: boolean;
  /** A last `Source:` line becomes a key. */
  readonly source: boolean;
  /** Headings of sections are the house's. */
  readonly headings: boolean;
  /** Sections stand in the house's order. */
  readonly order: boolean;
  /** How a top-level block is printed, by its index; `full` where it is not named. */
  readonly blocks: ReadonlyMap<number, FormatLevel>;
}

/**
 * - `full`: in the one shape.
 * - `careful`: the same, but underscores and the line ends that touch marks stay.
 * - `none`: as it stands.
 */
export type FormatLevel = 'full' | 'careful' | 'none';

export const FULL_PLAN: PrintPlan = {
  body: true,
  keys: true,
  headline: true,
  source: true,
  headings: true,
  order: true,
  blocks: new Map(),
};
