import type { Fields } from './keys.ts';
import type { Prose } from './prose.ts';

export { type Approval, type Attribution, type Correction, type Image, INSIGHT_AUTHORS, STATUSES } from './keys.ts';
export * from './prose.ts';

/** One part of the insight. `part` is the id of its role in the house, or the text of an unknown heading. */
export interface InsightPart {
  readonly part?: string;
  readonly prose: Prose;
}

/** A section other than body, insight and laws. Only a section that the house defines has an `id`. */
export interface Section {
  readonly id?: string;
  readonly heading: string;
  readonly prose: Prose;
}

/** A note at the end of the story. `label` is its name in the text: `1`, `register`. */
export interface Footnote {
  readonly label: string;
  readonly prose: Prose;
}

/**
 * A story as meant, as plain data, without positions or the spelling of the note. `--to json` prints it, and
 * `docs/article.schema.json` describes it. An absent field is omitted.
 */
export interface Article extends Omit<Fields, 'headline' | 'source' | 'lang'> {
  readonly headline: string;
  readonly source: NonNullable<Fields['source']>;
  /** The language of the note, or that of its house: a BCP 47 tag. */
  readonly lang: string;
  readonly body: Prose;
  readonly insight: readonly InsightPart[];
  /** Each law is prose, usually one paragraph. */
  readonly laws: readonly Prose[];
  readonly sections: readonly Section[];
  /** In the order of the first references. */
  readonly footnotes?: readonly Footnote[];
}
