import type { Article, Footnote, FootnoteReference, Prose } from '../model/article.ts';
import { referencesInOrder } from '../model/footnotes.ts';
import type { House } from '../model/house.ts';

/** A footnote with its number in the post, from 1, and the number of its references. */
export interface NumberedFootnote extends Footnote {
  readonly number: number;
  readonly references: number;
}

/** The place of a reference: the number of its footnote, and which of the references to it this one is. Both from 1. */
export interface ReferencePlace {
  readonly number: number;
  readonly occurrence: number;
}

/** The footnotes that a post prints, numbered in the order in which readers meet them. */
export class Footnotes {
  readonly list: readonly NumberedFootnote[];
  readonly #places = new Map<FootnoteReference, ReferencePlace>();

  constructor(article: Article, house: House) {
    const prose = new Map(article.footnotes?.map((footnote) => [footnote.label, footnote.prose]));
    const counts = new Map<string, { readonly number: number; references: number }>();
    const texts = prose.size === 0 ? [] : printedTexts(article, house);
    for (const reference of referencesInOrder(texts, (label) => prose.get(label))) {
      const { label } = reference;
      const count = counts.get(label) ?? { number: counts.size + 1, references: 0 };
      counts.set(label, count);
      this.#places.set(reference, { number: count.number, occurrence: ++count.references });
    }
    this.list = [...counts].map(([label, count]) => ({ label, prose: prose.get(label) ?? [], ...count }));
  }

  /** Undefined for a reference in a part that the post does not print, or to no footnote. */
  placeOf(reference: FootnoteReference): ReferencePlace | undefined {
    return this.#places.get(reference);
  }
}

/** The texts of an Article in the order in which the house prints them. */
function printedTexts({ body, insight, laws, sections }: Article, house: House): readonly Prose[] {
  const ids = new Set(house.sections.map(({ id }) => id));
  return house.order.flatMap((part): readonly Prose[] => {
    if (part === 'body') return [body];
    if (part === 'insight') return insight.map(({ prose }) => prose);
    if (part === 'laws') return laws;
    return sections
      .filter(({ id }) => (part === 'sections' ? id === undefined || !ids.has(id) : id === part))
      .map(({ prose }) => prose);
  });
}
