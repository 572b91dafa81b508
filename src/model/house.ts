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
}

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
  /** By file name: `post.html.hbs`, and partials beside it. */
  readonly templates: ReadonlyMap<string, Template>;
}

/** A template with its file name: precompiled at build (a Handlebars specification), or a user's, compiled on use. */
export type Template =
  | { readonly kind: 'precompiled'; readonly name: string; readonly spec: object }
  | { readonly kind: 'compiled'; readonly name: string; readonly run: TemplateFunction };

/** What Handlebars makes of a template. */
export type TemplateFunction = (context: object, options?: object) => string;
