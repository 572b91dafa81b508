import type { Fix, Severity } from '../model/diagnostic.ts';
import type { Span } from '../text/index.ts';
import type { RuleContext } from './context.ts';

/** Under which heading of the list a rule stands. */
export const GROUPS = [
  'front matter',
  'headline',
  'body',
  'source',
  'insight',
  'laws',
  'sections',
  'quotation marks',
  'punctuation',
  'spaces',
  'numbers',
  'words',
  'Chinese',
  'markup',
  'desk',
] as const;
export type Group = (typeof GROUPS)[number];

/** How bad a finding is; `off` where nobody is told, `fatal` where the note cannot be read and no house can say otherwise. */
export type RuleSeverity = Severity | 'off';

/** One thing that a rule found. */
export interface Violation {
  /** Names the fault in one sentence, without a final period. The same message in one passage is one finding. */
  readonly message: string;
  /** What to do, as one sentence. */
  readonly advice?: string;
  /** In the source. */
  readonly span: Span;
  readonly fix?: Fix;
  /** Where the rule passes on what a reader found: as bad as that. */
  readonly severity?: Severity;
}

/**
 * An example, by the parts of a note: what is given stands in a note that is otherwise without a finding. `front` replaces
 * lines of the front matter (null takes one out), `note` is a whole one.
 */
export interface Example {
  readonly front?: Readonly<Record<string, string | null>>;
  readonly body?: string;
  readonly insight?: string;
  readonly laws?: string;
  readonly note?: string;
  /** `abab-zh`, `ap`; `abab` where it is not said. */
  readonly house?: string;
  /** What the `house.yaml` of a house says that extends that one, where the rule needs it. */
  readonly houseSays?: Readonly<Record<string, unknown>>;
}

/** One rule of house style. Its `bad` and its `good` are its documentation and its first tests. */
export interface Rule {
  /** Stable, in kebab case. */
  readonly id: string;
  readonly group: Group;
  /** What it finds, as one sentence. */
  readonly what: string;
  /** Why the house wants it so, and where that is written: a paragraph of Markdown. */
  readonly why: string;
  /** Where a house does not say otherwise. */
  readonly severity: RuleSeverity;
  /** Whether what it finds can be put right by itself. */
  readonly fix?: 'safe' | 'unsafe' | 'both';
  readonly bad: Example;
  readonly good: Example;
  /** Never throws; yields in the order of the text where that is easy. */
  check(context: RuleContext): Iterable<Violation>;
}
