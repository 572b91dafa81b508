import type { House } from './house.ts';
import type { SectionKind } from './note.ts';

/** The meaning of a heading, and its language. */
export interface SectionMeaning {
  readonly kind: Exclude<SectionKind, 'body' | 'unknown'>;
  /** The id of a section that the house defines. */
  readonly id?: string;
  readonly lang: string;
}

/** The language of a label of the source line, such as `Source`. */
export interface SourceLabel {
  readonly lang: string;
  /** The separator between sources. */
  readonly semicolon: string;
}

/** The names of sections, source lines and insight parts in all houses, for reading a note. */
export interface Vocabulary {
  readonly sections: ReadonlyMap<string, SectionMeaning>;
  /** As the houses spell them, for suggestions. */
  readonly sectionNames: readonly string[];
  /** The canonical headings of the first house. */
  readonly headings: readonly string[];
  readonly sourceLabels: ReadonlyMap<string, SourceLabel>;
  /** The ids of insight parts by name. */
  readonly roles: ReadonlyMap<string, string>;
}

/** The vocabulary of several houses. If two give a name different meanings, the first one counts. */
export function vocabularyOf(houses: readonly House[]): Vocabulary {
  const sections = new Map<string, SectionMeaning>();
  const sectionNames: string[] = [];
  const sourceLabels = new Map<string, SourceLabel>();
  const roles = new Map<string, string>();
  const add = (name: string, meaning: SectionMeaning): void => {
    const word = normalizeName(name);
    if (sections.has(word)) return;
    sections.set(word, meaning);
    sectionNames.push(name);
  };
  for (const { lang, headings, labels, sections: own, insight } of houses) {
    for (const kind of ['insight', 'laws', 'notes'] as const) {
      for (const name of [headings[kind].heading, ...headings[kind].aliases]) add(name, { kind, lang });
    }
    add(labels.insight, { kind: 'insight', lang });
    add(labels.laws, { kind: 'laws', lang });
    for (const { id, heading, label, aliases } of own) {
      for (const name of [heading, label, ...aliases]) add(name, { kind: 'house', id, lang });
    }
    const { source, semicolon } = labels;
    for (const label of /[a-z]$/i.test(source) ? [source, `${source}s`] : [source]) {
      if (!sourceLabels.has(label)) sourceLabels.set(label, { lang, semicolon });
    }
    for (const { id, names } of insight) {
      for (const name of names) if (!roles.has(normalizeName(name))) roles.set(normalizeName(name), id);
    }
  }
  const [first] = houses;
  const headings = first ? [...Object.values(first.headings), ...first.sections].map(({ heading }) => heading) : [];
  return { sections, sectionNames, headings, sourceLabels, roles };
}

/** A cache, because every note has the same few names. */
const normalized = new Map<string, string>();

/** A heading in a form for comparison: it ignores case, spacing, the kind of middle dot and a final colon. */
export function normalizeName(name: string): string {
  const known = normalized.get(name);
  if (known !== undefined) return known;
  const made = name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[•‧∙⋅・･]/g, '·')
    .replace(/\s+/g, ' ')
    .replace(/\s*[:：]\s*$/, '')
    .trim();
  if (normalized.size < 1000 && name.length < 100) normalized.set(name, made);
  return made;
}
