import type { Edit, Source, Span } from '../text/index.ts';

/**
 * The severity of a diagnostic, worst first.
 * - `fatal`: the note cannot be read (encoding, fences, YAML, too complex). Exit code 2, no Article.
 * - `error`: the note lacks something that a post needs. Exit code 1.
 * - `warning`: the note can be printed, but an editor should look at it.
 * - `information`: a suggestion, hidden unless asked for.
 */
export const SEVERITIES = ['fatal', 'error', 'warning', 'information'] as const;
export type Severity = (typeof SEVERITIES)[number];

/** A problem without its severity and its file. */
export interface Problem {
  /** The id of the rule, in kebab case, such as `missing-headline`. A published id never changes. */
  readonly rule: string;
  /** What is wrong: lower case, no final full stop, under 80 characters, the thing in 'single quotes'. */
  readonly message: string;
  /** What to do: one imperative sentence with a full stop. */
  readonly advice?: string | undefined;
  /** The known name that an unknown one almost certainly means. */
  readonly meant?: string | undefined;
  /** The part that is missing, or that `meant` names: a top-level key, `insight`, `laws` or the id of a section. */
  readonly part?: string | undefined;
  /** UTF-16 offsets into the source's `text`. */
  readonly span: Span;
}

/**
 * A problem in a note, a house or a configuration file, from the reader or the rule that finds it to the terminal. Problems
 * in content are values; nothing throws for them.
 */
export interface Diagnostic extends Problem {
  readonly severity: Severity;
  readonly source: Source;
  /** The spans in one passage for which the rule reports the same message, in order. Absent if `span` is the only one. */
  readonly locations?: readonly Span[];
  readonly fix?: Fix;
}

/** Edits that resolve a diagnostic. */
export interface Fix {
  /** Edits of the source's text that do not overlap. */
  readonly edits: readonly Edit[];
  /** Whether the fix keeps the meaning of the note. A person should review an unsafe fix. */
  readonly isSafe: boolean;
  /** Renames a key or a section, and so changes the meaning of what follows it. */
  readonly isRename?: true;
  /** Makes a link or an image of what is text. */
  readonly isLink?: true;
  /** Makes Markdown of raw HTML, with the same words but other blocks and inlines. */
  readonly isConversion?: true;
}

/** The spans of a diagnostic, in order. */
export function locationsOf({ locations, span }: Diagnostic): readonly Span[] {
  return locations ?? [span];
}
