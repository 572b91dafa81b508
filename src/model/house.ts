/** The parts of a post that every house can print, in the order that `abab` prints them. */
export const PARTS = [
  'headline',
  'dek',
  'image',
  'body',
  'corrections',
  'source',
  'insight',
  'laws',
  'sections',
] as const;
export type PartName = (typeof PARTS)[number];

/** What the house does to characters when it prints. Every field has a name in `house.yaml`. */
export interface Typography {
  /** `straight` ' and "; `curly` ‘’ and “”; `keep` as written. */
  readonly quotes: 'straight' | 'curly' | 'keep';
  /** `--` and spaced hyphens between words: `em` —, `spaced-en` with a space either side –, `keep` as written. */
  readonly dashes: 'em' | 'spaced-en' | 'keep';
  /** Three full stops: `character` …, `dots` ..., `keep`. */
  readonly ellipsis: 'character' | 'dots' | 'keep';
  /** `middle`: a bullet or katakana dot between words becomes U+00B7. */
  readonly dots: 'middle' | 'keep';
  /** `single`: runs of spaces become one. */
  readonly spaces: 'single' | 'keep';
  /** `full-width`: punctuation and quotation marks of Han text are full-width, Han and Latin are set apart by a space. */
  readonly han: 'full-width' | 'keep';
}

/** Words and marks that the house prints around what the writer wrote. */
export interface Labels {
  readonly source: string;
  readonly insight: string;
  readonly laws: string;
  readonly correction: string;
  readonly image: string;
  readonly credit: string;
  readonly updated: string;
  /** The disclosure of who wrote the insight. */
  readonly insight_by: { readonly human: string; readonly ai: string; readonly mixed: string };
  /** Between a label and what follows it: `: ` or `：`. */
  readonly colon: string;
  /** Between several sources: `; ` or `；`. */
  readonly semicolon: string;
  /** Between names: `, ` or `、`. */
  readonly comma: string;
  /** Around an address or a date: ` (` and `)`, or `（` and `）`. */
  readonly open: string;
  readonly close: string;
}

/** A section of the note. `heading` is the canonical one that `format` writes. */
export interface SectionName {
  readonly heading: string;
  readonly aliases: readonly string[];
}

/** A section of the house's own, printed under `label` where `order` names its `id`. */
export interface HouseSection extends SectionName {
  readonly id: string;
  readonly label: string;
  readonly required: boolean;
}

/** One of the parts that the insight's paragraphs play; `names` are the headings that name it. */
export interface InsightRole {
  readonly id: string;
  readonly names: readonly string[];
  /** The words of which it begins with one; it begins as it likes where there are none. */
  readonly openers?: readonly string[];
}

/** How much of a part the house wants: from `min` to `max`, both included. */
export interface Count {
  readonly min: number;
  readonly max: number;
}

/** What `check` counts; nothing of it keeps a post from being printed. */
export interface Counts {
  /** Characters. */
  readonly headline: Count;
  /** Paragraphs. */
  readonly body: Count;
  /** Paragraphs, or parts where headings name them. */
  readonly insight: Count;
  readonly laws: Count;
  /** Words of a paragraph of the body; characters where the language is written without spaces. */
  readonly paragraph: Count;
  /** The same of a law. */
  readonly law: Count;
}

/** What the house has decided where editors differ. `keep` leaves it to the writer. Every field has a name in `house.yaml`. */
export interface Usage {
  readonly headline_case: 'title' | 'keep';
  /** The quotation marks of a headline. */
  readonly headline_quotes: 'single' | 'double' | 'keep';
  /** `60%` or `60 percent`. */
  readonly percent: 'sign' | 'word' | 'keep';
  /** The comma before the last of several: `a, b, and c`. */
  readonly serial_comma: 'always' | 'never' | 'keep';
  /** Where the full stop of a sentence stands that ends in a term in single quotation marks. */
  readonly quoted_period: 'outside' | 'inside' | 'keep';
  /** One to nine. */
  readonly small_numbers: 'words' | 'keep';
}

/** A word that the house prefers. */
export interface PreferredWord {
  readonly use: string;
  readonly not: readonly string[];
  readonly because?: string;
}

/** Words that the house does without. */
export interface AvoidedWords {
  readonly words: readonly string[];
  readonly because?: string;
}

/** Word lists: words are matched whole, and without regard to case unless they have capitals. */
export interface Words {
  readonly prefer: readonly PreferredWord[];
  readonly avoid: readonly AvoidedWords[];
  /** What stands for something that is still to come. */
  readonly placeholders: readonly string[];
  /** Claims that name nobody: `experts say`. */
  readonly claims: readonly string[];
  /** Times that mean nothing without a date: `this week`. */
  readonly relative_times: readonly string[];
  /** Words that title case leaves in lower case. */
  readonly small: readonly string[];
  /** What a law turns on, `…` standing for anything: `from … to`. */
  readonly contrasts: readonly string[];
  /** Verbs by which somebody is quoted. */
  readonly speech: readonly string[];
}

/** Where a house's own rule looks: `text` is all that is printed. */
export const SCOPES = ['text', 'headline', 'body', 'insight', 'laws', 'heading'] as const;
export type Scope = (typeof SCOPES)[number];

export const RULE_KINDS = ['existence', 'substitution', 'occurrence', 'capitalization'] as const;

interface HouseRuleBase {
  /** In kebab case; no rule that comes with copydesk has the same. */
  readonly id: string;
  /** `%s` stands for what was found. */
  readonly message?: string;
  readonly advice?: string;
  readonly because?: string;
  readonly severity?: 'error' | 'warning' | 'information';
  readonly scope?: readonly Scope[];
  /** Words in which what is found is right. */
  readonly exceptions?: readonly string[];
  /** Looks at somebody's words as well. */
  readonly quoted?: boolean;
}

/** Words, found whole, or what a regular expression finds, or both; words without capitals without regard to case. */
interface Sought {
  readonly words?: readonly string[];
  readonly pattern?: string;
  readonly ignore_case?: boolean;
}

/** A rule of the house's own, without code, in the spirit of Vale's. */
export type HouseRule =
  /** Something that should not be there. */
  | (HouseRuleBase & Sought & { readonly kind: 'existence' })
  /** One thing for another: from a word to what should stand there. */
  | (HouseRuleBase & {
      readonly kind: 'substitution';
      readonly swap: ReadonlyMap<string, string>;
      readonly ignore_case?: boolean;
      /** It may be replaced without anybody looking. */
      readonly safe?: boolean;
    })
  /** What may stand only so often in a passage. */
  | (HouseRuleBase & Sought & { readonly kind: 'occurrence'; readonly max: number })
  /** How a passage is capitalized; headings, where `scope` does not say. */
  | (HouseRuleBase & { readonly kind: 'capitalization'; readonly match: 'title' | 'sentence' | 'lower' | 'upper' });

/** How a story is printed, as data. A folder with a `house.yaml` and its templates is a house. */
export interface House {
  readonly name: string;
  readonly lang: string;
  /** Language (primary subtag) to the name of the house that prints it. */
  readonly translations: ReadonlyMap<string, string>;
  readonly publisher: { readonly name: string; readonly url?: string; readonly logo?: string };
  readonly labels: Labels;
  readonly headings: { readonly insight: SectionName; readonly laws: SectionName; readonly notes: SectionName };
  readonly sections: readonly HouseSection[];
  readonly insight: readonly InsightRole[];
  /** Names of PARTS and identifiers of `sections`; what is not named is not printed. */
  readonly order: readonly string[];
  readonly required: readonly string[];
  readonly counts: Counts;
  readonly typography: Typography;
  readonly usage: Usage;
  readonly words: Words;
  readonly rules: readonly HouseRule[];
  /** The name of a rule to how bad its findings are here, where the house does not follow the rule. */
  readonly severities: ReadonlyMap<string, 'error' | 'warning' | 'information' | 'off'>;
  /** By file name: `post.html.hbs`, and partials beside it. */
  readonly templates: ReadonlyMap<string, Template>;
}

/** A template with its file name: precompiled at build (a Handlebars specification), or a user's, compiled on use. */
export type Template =
  | { readonly kind: 'precompiled'; readonly name: string; readonly spec: object }
  | { readonly kind: 'compiled'; readonly name: string; readonly run: TemplateFunction };

/** What Handlebars makes of a template. */
export type TemplateFunction = (context: object, options?: object) => string;
