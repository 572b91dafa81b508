import type { Alert } from './alerts.ts';

/** The parts of a post that every house can print, in the order of `abab`. */
export const PARTS = [
  'headline',
  'dek',
  'byline',
  'image',
  'body',
  'corrections',
  'source',
  'insight',
  'laws',
  'sections',
  'footnotes',
] as const;

/** The typography of a post. The fields are keys of `house.yaml`. `keep` prints what the writer wrote. */
export interface Typography {
  /** `straight`: ' and ". `curly`: ‘’ and “”. */
  readonly quotes: 'straight' | 'curly' | 'keep';
  /** For `--` and spaced hyphens between words. `em`: —. `spaced-en`: – between spaces. */
  readonly dashes: 'em' | 'spaced-en' | 'keep';
  /** For three full stops. `character`: …. `dots`: `...`. */
  readonly ellipsis: 'character' | 'dots' | 'keep';
  /** `middle`: a bullet or katakana dot between words becomes U+00B7. */
  readonly dots: 'middle' | 'keep';
  /** `single`: several spaces become one. */
  readonly spaces: 'single' | 'keep';
  /** `full-width`: Chinese text has full-width punctuation and quotation marks, and a space before and after Latin words. */
  readonly han: 'full-width' | 'keep';
}

/** The words and punctuation that the house prints around the text of the note. */
export interface Labels {
  readonly source: string;
  readonly insight: string;
  readonly laws: string;
  readonly correction: string;
  readonly image: string;
  readonly credit: string;
  readonly updated: string;
  /** Before the names of the authors: `By `. */
  readonly by: string;
  /** Before the last of several authors: ` and `. */
  readonly and: string;
  /** Marks a draft, on an HTML page. */
  readonly draft: string;
  /** Before the headline in the follow-up of a withdrawn story. */
  readonly withdrawn: string;
  /** Before words that are struck out, in plain text. */
  readonly struck: string;
  /** Above the footnotes, and what a screen reader calls the link from a footnote back to the text. */
  readonly footnotes: string;
  readonly back: string;
  /** What a screen reader calls a code block and a table, which scroll. */
  readonly code: string;
  readonly table: string;
  /** The sentence that discloses who wrote the insight. */
  readonly insight_by: { readonly human: string; readonly ai: string; readonly mixed: string };
  /** The titles of alerts. */
  readonly alerts: Readonly<Record<Alert, string>>;
  /** Between a label and the text after it: `: ` or `：`. */
  readonly colon: string;
  /** Between sources: `; ` or `；`. */
  readonly semicolon: string;
  /** Between names: `, ` or `、`. */
  readonly comma: string;
  /** Around a URL or a date: ` (` and `)`, or `（` and `）`. */
  readonly open: string;
  readonly close: string;
}

/** How the house prints dates, by patterns whose names in braces are replaced. */
export interface Dates {
  /** `{year}`, `{month}`, `{day}`. */
  readonly date: string;
  /** A date with a time: `{date}`, `{hour}`, `{minute}`, `{zone}`. */
  readonly time: string;
  /** What `{month}` prints: twelve names. */
  readonly months: readonly string[];
}

/** The headings of a section. `format` writes `heading`. */
export interface SectionName {
  readonly heading: string;
  readonly aliases: readonly string[];
}

/** A section that the house adds. It is printed under `label` if `order` lists its `id`. */
export interface HouseSection extends SectionName {
  readonly id: string;
  readonly label: string;
  readonly required: boolean;
}

/** The role of a part of the insight. `names` are its headings in a note. */
export interface InsightRole {
  readonly id: string;
  readonly names: readonly string[];
  /** The phrases that it may start with. Absent if it may start with any. */
  readonly openers?: readonly string[];
}

/** The length of a part, from `min` to `max` inclusive. */
export interface Count {
  readonly min: number;
  readonly max: number;
}

/** The lengths that `check` expects. A post of another length is printed all the same. */
export interface Counts {
  /** Characters. */
  readonly headline: Count;
  /** Paragraphs. */
  readonly body: Count;
  /** Paragraphs, or parts if they have headings. */
  readonly insight: Count;
  readonly laws: Count;
  /** Words in a paragraph of the body, or characters in Chinese. */
  readonly paragraph: Count;
  /** The same in a law. */
  readonly law: Count;
}

/** Choices on which stylebooks differ. The fields are keys of `house.yaml`. `keep` leaves the choice to the writer. */
export interface Usage {
  readonly headline_case: 'title' | 'keep';
  /** The quotation marks of a headline. */
  readonly headline_quotes: 'single' | 'double' | 'keep';
  /** `60%` or `60 percent`. */
  readonly percent: 'sign' | 'word' | 'keep';
  /** The comma before the last item of a list: `a, b, and c`. */
  readonly serial_comma: 'always' | 'never' | 'keep';
  /** The position of the full stop when a sentence ends with a term in single quotation marks. */
  readonly quoted_period: 'outside' | 'inside' | 'keep';
  /** One to nine. */
  readonly small_numbers: 'words' | 'keep';
  /** 5,000 or 5000. Years have no comma. */
  readonly thousands: 'comma' | 'keep';
  /** `$5 million`, and not `$5,000,000` or `5 million dollars`. */
  readonly money: 'sign' | 'keep';
  /** The verb after a noun for a group: `the team is`. British English also writes `the team are`. */
  readonly collective_nouns: 'singular' | 'keep';
  /** `color` or `colour`. */
  readonly english: 'american' | 'british' | 'keep';
}

/** A word that the house prefers. */
export interface PreferredWord {
  readonly use: string;
  readonly not: readonly string[];
  readonly because?: string;
}

/** Words that the house avoids. */
export interface AvoidedWords {
  readonly words: readonly string[];
  readonly because?: string;
}

/** Word lists. They match whole words. A word without capitals matches any case. */
export interface Words {
  readonly prefer: readonly PreferredWord[];
  readonly avoid: readonly AvoidedWords[];
  /** Correct words that the dictionary lacks. */
  readonly known: readonly string[];
  /** Names that are written in one way: `GitHub`. */
  readonly brands: readonly string[];
  /** Acronyms that every reader knows: `FBI`. */
  readonly acronyms: readonly string[];
  /** Placeholders for missing text: `TK`. */
  readonly placeholders: readonly string[];
  /** Unattributed claims: `experts say`. */
  readonly claims: readonly string[];
  /** Nouns for a person who committed a crime: `murderer`. */
  readonly crimes: readonly string[];
  /** Verbs that state a crime: `embezzled`. */
  readonly accusations: readonly string[];
  /** Sources without a name: `people familiar with the matter`. */
  readonly unnamed_sources: readonly string[];
  /** Times that need a date: `this week`. */
  readonly relative_times: readonly string[];
  /** Words that title case keeps in lower case. */
  readonly small: readonly string[];
  /** Contrasts that a law contains, where `…` matches any text: `from … to`. */
  readonly contrasts: readonly string[];
  /** Verbs that introduce a quotation. */
  readonly speech: readonly string[];
}

/** The parts of a note that a house rule can check. `text` is everything that is printed. */
export const SCOPES = ['text', 'headline', 'body', 'insight', 'laws', 'heading'] as const;
export type Scope = (typeof SCOPES)[number];

export const RULE_KINDS = ['existence', 'substitution', 'occurrence', 'capitalization'] as const;

interface HouseRuleBase {
  /** In kebab case, and not the id of a built-in rule. */
  readonly id: string;
  /** `%s` is replaced by the text found. */
  readonly message?: string;
  readonly advice?: string;
  readonly because?: string;
  readonly severity?: 'error' | 'warning' | 'information';
  readonly scope?: readonly Scope[];
  /** Phrases in which the rule reports nothing. */
  readonly exceptions?: readonly string[];
  /** Whether the rule also checks quotations. */
  readonly quoted?: boolean;
}

/** Words, a pattern in RE2 syntax, or both. Words match as in `Words`. */
interface Sought {
  readonly words?: readonly string[];
  readonly pattern?: string;
  readonly ignore_case?: boolean;
}

/** A rule that a house adds, without code, similar to those of Vale. */
export type HouseRule =
  /** Reports text that should not be there. */
  | (HouseRuleBase & Sought & { readonly kind: 'existence' })
  /** Replaces words. */
  | (HouseRuleBase & {
      readonly kind: 'substitution';
      readonly swap: ReadonlyMap<string, string>;
      readonly ignore_case?: boolean;
      /** Whether `check --fix` may replace it without review. */
      readonly safe?: boolean;
    })
  /** Reports text that occurs more than `max` times in a paragraph. */
  | (HouseRuleBase & Sought & { readonly kind: 'occurrence'; readonly max: number })
  /** Reports the wrong capitalization, by default of headings. */
  | (HouseRuleBase & { readonly kind: 'capitalization'; readonly match: 'title' | 'sentence' | 'lower' | 'upper' });

/** The house style: how a story is printed, as data. It is read from a folder with a `house.yaml` and templates. */
export interface House {
  readonly name: string;
  readonly lang: string;
  /** The name of the house that prints each other language, by primary subtag. */
  readonly translations: ReadonlyMap<string, string>;
  readonly publisher: { readonly name: string; readonly url?: string; readonly logo?: string };
  readonly labels: Labels;
  readonly dates: Dates;
  /** The share card. `fonts` are the paths of font files: characters that the shipped fonts lack are drawn in them. */
  readonly card: { readonly fonts: readonly string[] };
  readonly headings: { readonly insight: SectionName; readonly laws: SectionName; readonly notes: SectionName };
  readonly sections: readonly HouseSection[];
  readonly insight: readonly InsightRole[];
  /** PARTS and ids of `sections`. Parts that it does not list are not printed. */
  readonly order: readonly string[];
  readonly required: readonly string[];
  /** How `copydesk new` names the file of a note: `keep` keeps the script of the headline. */
  readonly slug: 'keep' | 'latin';
  readonly counts: Counts;
  readonly typography: Typography;
  readonly usage: Usage;
  readonly words: Words;
  readonly rules: readonly HouseRule[];
  /** Severities that differ from those of the rules, by rule id. */
  readonly severities: ReadonlyMap<string, 'error' | 'warning' | 'information' | 'off'>;
  /** By file name: `post.html.hbs` and partials. */
  readonly templates: ReadonlyMap<string, Template>;
}

/** A template with its file name: precompiled at build time, or a user's, compiled on use. */
export type Template =
  | { readonly kind: 'precompiled'; readonly name: string; readonly makeSpec: () => object }
  | { readonly kind: 'compiled'; readonly name: string; readonly run: TemplateFunction };

/** A compiled Handlebars template. */
export type TemplateFunction = (context: object, options?: object) => string;
