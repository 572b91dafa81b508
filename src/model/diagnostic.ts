import type { Edit, Source, Span } from '../text/index.ts';

/**
 * How bad it is, worst first.
 * - `fatal`: the note cannot be read at all (UTF-8, fences, YAML, too complex): exit 2, no Article.
 * - `error`: the note lacks what a post needs: exit 1.
 * - `warning`: it can be printed, and an editor should look.
 * - `information`: worth knowing, never nagged about.
 */
export const SEVERITIES = ['fatal', 'error', 'warning', 'information'] as const;
export type Severity = (typeof SEVERITIES)[number];

/** One thing found in a note, with its place. Content problems are values; nothing throws for them. */
export interface Diagnostic {
  /** A stable identifier in kebab case: `missing-headline`. */
  readonly rule: string;
  readonly severity: Severity;
  /** Names the fault in one sentence, without a final period. */
  readonly message: string;
  /** What to do, as one sentence. */
  readonly advice?: string;
  /** The known name that certainly was meant, where an unknown one stands. */
  readonly meant?: string;
  /** UTF-16 offsets into `source.text`. */
  readonly span: Span;
  readonly source: Source;
}

/** What puts a finding right. */
export interface Fix {
  /** Edits of the source's text; none overlaps another. */
  readonly edits: readonly Edit[];
  /** Nothing but what the house prints changes; an unsafe one may change what is said, so somebody has to look. */
  readonly isSafe: boolean;
  /** Gives a key or a section another name, and so what stands under it another meaning. */
  readonly isRename?: true;
}

/** One departure from the house's style: a diagnostic of a rule, with all the places of one passage where it was found. */
export interface Finding extends Diagnostic {
  /** The places, in order; `span` is the first of them. */
  readonly locations: readonly Span[];
  readonly fix?: Fix;
}
