import { houses } from 'copydesk:houses';
import type { Article, Block, Inline } from '../../src/model/article.ts';
import type { House, Template } from '../../src/model/house.ts';

type HouseData = Omit<House, 'name' | 'translations' | 'sections' | 'templates'>;

/** The house `abab`, or what the named one says otherwise; any field may be given. */
export function house(name: 'abab' | 'abab-zh' = 'abab', fields: Partial<House> = {}): House {
  const templates = new Map<string, Template>();
  for (const one of new Set(['abab', name])) {
    for (const [file, makeSpec] of Object.entries(houses[one]?.templates ?? {})) {
      templates.set(file, { kind: 'precompiled', name: file, makeSpec });
    }
  }
  const base = { ...(houses.abab?.data as HouseData), ...(houses[name]?.data as Partial<HouseData>) };
  return { ...base, name, translations: new Map(), sections: [], templates, ...fields };
}

export const t = (text: string): Inline => ({ type: 'text', text });

/** A paragraph of plain text, or of the inlines given. */
export const p = (...tokens: (string | Inline)[]): Block => ({
  type: 'paragraph',
  tokens: tokens.map((token) => (typeof token === 'string' ? t(token) : token)),
});

/** The smallest story that a house prints; any field may be given. */
export function article(fields: Partial<Article> = {}): Article {
  return {
    headline: 'Harbor Robotics Opens Its Books',
    source: [{ name: 'Public Information' }],
    lang: 'en',
    body: [p('Harbor Robotics published its first audited accounts on Tuesday.')],
    insight: [{ prose: [p('The filing ends eleven years of silence.')] }],
    laws: [[p('A company opens its books when the doors need money, not light.')]],
    sections: [],
    ...fields,
  };
}
