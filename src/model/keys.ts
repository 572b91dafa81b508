/** What the value of a key must be. */
export type KeyType =
  | 'text'
  | 'slug'
  | 'uri'
  | 'url'
  | 'language'
  | 'names'
  | 'instant'
  | 'embargo'
  | 'source'
  | 'image'
  | 'status'
  | 'corrections'
  | 'insight-author';

interface KeyDefinition {
  readonly type: KeyType;
  readonly aliases: readonly string[];
}

/** The keys of a note's front matter in their canonical order, with aliases. The house style's table is the source. */
export const KEYS = {
  headline: { type: 'text', aliases: ['hed', 'title', '标题'] },
  source: { type: 'source', aliases: ['sources', 'attribution', '来源'] },
  slug: { type: 'slug', aliases: [] },
  id: { type: 'uri', aliases: [] },
  url: { type: 'url', aliases: [] },
  lang: { type: 'language', aliases: [] },
  dek: { type: 'text', aliases: ['subhead', 'summary', '摘要'] },
  byline: { type: 'names', aliases: ['author', 'by', '作者'] },
  dateline: { type: 'text', aliases: [] },
  date: { type: 'instant', aliases: [] },
  updated: { type: 'instant', aliases: [] },
  embargo: { type: 'embargo', aliases: [] },
  expires: { type: 'instant', aliases: [] },
  section: { type: 'text', aliases: ['kicker'] },
  topics: { type: 'names', aliases: ['tags', 'keywords'] },
  image: { type: 'image', aliases: [] },
  status: { type: 'status', aliases: [] },
  corrections: { type: 'corrections', aliases: [] },
  insight_by: { type: 'insight-author', aliases: [] },
  ednote: { type: 'text', aliases: [] },
} as const satisfies Record<string, KeyDefinition>;

export type Key = keyof typeof KEYS;

const byName = new Map<string, Key>();
for (const [key, { aliases }] of Object.entries(KEYS)) {
  byName.set(key, key as Key);
  for (const alias of aliases) byName.set(alias, key as Key);
}

/** The canonical key of a name as written, or undefined. */
export function canonicalKey(name: string): Key | undefined {
  return byName.get(name);
}

/** Every name that is known, canonical ones first. */
export const KEY_NAMES: readonly string[] = [
  ...Object.keys(KEYS),
  ...[...byName.keys()].filter((name) => !(name in KEYS)),
];
