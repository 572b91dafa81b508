import type { Channels } from '../model/channels.ts';
import type { Fix, Problem, Severity } from '../model/diagnostic.ts';
import type { Counts, Typography, Usage, Words } from '../model/house.ts';
import type { RuleContext } from './context.ts';

/** The groups in which `copydesk explain` and `docs/rules.md` list the rules. */
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
  'publication',
  'formatting',
  'suppressions',
  'house rules',
] as const;
export type Group = (typeof GROUPS)[number];

/** `off` reports nothing; `fatal` means that the note cannot be read, and no house can change it. */
export type RuleSeverity = Severity | 'off';

/** A key of `house.yaml` that changes what a rule finds, such as `usage.percent`. */
export type HouseKey =
  | `counts.${keyof Counts}`
  | `typography.${keyof Typography}`
  | `usage.${keyof Usage}`
  | `words.${keyof Words}`
  | 'insight'
  | 'order'
  | 'required'
  | 'sections';

/**
 * One place where a note breaks a rule: a diagnostic to be. Violations with the same message in the same passage become one
 * diagnostic.
 */
export interface Violation extends Omit<Problem, 'rule'> {
  readonly fix?: Fix;
  /** Overrides the severity of the rule, unless the house sets one. */
  readonly severity?: Severity;
}

/** An example note. Parts that it does not set come from a note without findings. */
export interface Example {
  /** Front matter by key; `null` removes the key. */
  readonly front?: Readonly<Record<string, string | null>>;
  readonly body?: string;
  readonly insight?: string;
  readonly laws?: string;
  /** The whole note, in place of all parts. */
  readonly note?: string;
  /** The text of the source that `source_text` names. */
  readonly sourceText?: string;
  /** The note that it translates. */
  readonly translationOf?: Example;
  /** What the house publishes: `channels` in `copydesk.yaml`. */
  readonly channels?: Channels;
  /** The house that checks it. Default `abab`. */
  readonly house?: string;
  /** The `house.yaml` of a house that extends that one. */
  readonly houseSays?: Readonly<Record<string, unknown>>;
}

/** A rule of house style. It documents itself, and its examples are its first tests. */
export interface Rule {
  /** In kebab case. A published id never changes. */
  readonly id: string;
  readonly group: Group;
  /** What the rule finds, as a noun phrase with a full stop: `A bare URL in prose.` */
  readonly what: string;
  /** Why that is bad and which stylebook says so: two or three sentences of Markdown. */
  readonly why: string;
  /** The default, which a house can change. */
  readonly severity: RuleSeverity;
  /** Which fixes it offers: `both` if some are safe and some are not. */
  readonly fix?: 'safe' | 'unsafe' | 'both';
  readonly options?: readonly HouseKey[];
  /** What must be loaded for the rule: `RuleContext.english`, `RuleContext.chinese` or `RuleContext.firstVersion`. */
  readonly needs?: 'english' | 'chinese' | 'first version';
  readonly bad: Example;
  readonly good: Example;
  /**
   * What it finds in a passage depends on nothing else in the note, so it stays while other passages change. It may read the house,
   * the language and the words of the context, the source from the start to the end of a passage, and `prose` to find nothing fast.
   */
  readonly isLocal?: true;
  /** Yields every violation, if possible in the order of the text. Never throws. */
  check(context: RuleContext): Iterable<Violation>;
}
