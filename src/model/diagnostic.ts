import type { Source, Span } from '../text/index.ts';

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
  /** UTF-16 offsets into `source.text`. */
  readonly span: Span;
  readonly source: Source;
}
