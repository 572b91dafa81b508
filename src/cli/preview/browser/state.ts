import type { Severity } from '../../../model/diagnostic.ts';

/* What the server tells a page, as JSON. */

/** How many findings a story has, by how much they matter. */
export interface FindingTotals {
  readonly errors: number;
  readonly warnings: number;
  readonly suggestions: number;
  /** `2 errors, 1 warning`. */
  readonly text: string;
}

/** A fact about a story that a page marks. */
export interface Chip {
  /** The class of the style sheet. */
  readonly kind: string;
  readonly text: string;
}

/** What the index and the page of a story both say about it. */
export interface StorySummary {
  readonly id: number;
  /** The path as messages show it. */
  readonly path: string;
  /** Empty for a story without one. */
  readonly headline: string;
  /** The language of the story. Absent until it can be read. */
  readonly lang?: string;
  readonly status?: Chip;
  readonly embargo?: Chip;
  readonly totals: FindingTotals;
  /** Why the note cannot be shown now. */
  readonly failure?: Failure;
}

/** What is wrong, and what to do. */
export interface Failure {
  readonly message: string;
  readonly advice?: string | undefined;
}

/** The page of all stories. */
export interface IndexState {
  readonly stories: readonly StorySummary[];
  /** How many stories are not read yet. */
  readonly unread: number;
}

/** The page of one story. */
export interface StoryState extends StorySummary {
  /** Of the bytes of the note. An edit is refused if the file has another one. */
  readonly hash: string;
  /** Whether the tabs show an earlier version, because the note cannot be read now. */
  readonly isStale: boolean;
  /** Why `render` would refuse the story. */
  readonly refusals: readonly string[];
  readonly tabs: readonly Tab[];
  readonly groups: readonly FindingGroup[];
  readonly lengths?: ShownLengths;
}

/** What one format or channel makes of the story. */
export interface Tab {
  /** The name for `--to`. */
  readonly name: string;
  readonly title: string;
  readonly content: TabContent;
  /** What an editor has to do by hand. */
  readonly warnings: readonly string[];
}

export type TabContent =
  /** A whole HTML document. */
  | { readonly kind: 'page'; readonly html: string; readonly measures: readonly Measure[] }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'posts'; readonly posts: readonly ShownPost[] }
  | { readonly kind: 'picture'; readonly url: string; readonly alt: string }
  | ({ readonly kind: 'refused' } & Failure);

/** A post of a thread, or a message. */
export interface ShownPost {
  readonly title?: string;
  readonly text: string;
  readonly measures: readonly Measure[];
}

/** A length beside its limit. */
export interface Measure {
  /** `120 of 280 characters`. */
  readonly text: string;
  readonly count: number;
  readonly max: number;
}

/** The lengths of the parts of the story beside what the house wants. */
export interface ShownLengths {
  readonly summary: string;
  readonly rows: readonly ShownLength[];
}

export interface ShownLength {
  readonly part: string;
  /** `24 words`. */
  readonly length: string;
  /** Empty if the house wants nothing. */
  readonly wanted: string;
  readonly verdict: 'ok' | 'short' | 'long';
  readonly result: string;
}

/** The findings of one paragraph, heading or value. */
export interface FindingGroup {
  /** `Body, paragraph 2`. */
  readonly place: string;
  /** The text as a reader sees it, by which the page finds the paragraph. Empty if the post does not print it. */
  readonly text: string;
  readonly findings: readonly ShownFinding[];
}

export interface ShownFinding {
  /** Tells the findings of one version of a note apart. */
  readonly key: string;
  readonly rule: string;
  readonly severity: Severity;
  /** The severity and a colon. */
  readonly label: string;
  readonly message: string;
  readonly advice?: string;
  /** The line, the column and the rule. */
  readonly where: string;
  /** The place in the note, with what comes before and after it. */
  readonly excerpt: readonly [before: string, found: string, after: string];
  /** Whether `check --fix` can fix it, and whether the writer has to read the result. */
  readonly fix?: 'safe' | 'unsafe';
  readonly isIgnorable: boolean;
}

/** What a button asks for. */
export interface EditRequest {
  /** The hash of the note for which the button was shown. */
  readonly hash: string;
  /** The key of the finding. */
  readonly finding: string;
  readonly action: 'fix' | 'ignore';
  /** Why the finding is ignored. */
  readonly reason?: string;
}

/** What became of it. */
export type EditOutcome =
  | { readonly outcome: 'done' }
  /** The file has changed since the page was shown. */
  | { readonly outcome: 'outdated' }
  /** Why, and what to do. */
  | { readonly outcome: 'failed'; readonly message: string };
