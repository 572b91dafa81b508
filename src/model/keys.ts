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
  /** What it means, for whoever writes it: a line. */
  readonly about: string;
}

/** The keys of a note's front matter in their canonical order, with aliases. The house style's table is the source. */
export const KEYS = {
  headline: { type: 'text', aliases: ['hed', 'title', '标题'], about: 'The headline: plain text, no Markdown.' },
  source: {
    type: 'source',
    aliases: ['sources', 'attribution', '来源'],
    about: 'Who said it: a name, or {name, url, date}, or a list of these.',
  },
  slug: { type: 'slug', aliases: [], about: 'The file name of the post, in small letters, digits and hyphens.' },
  id: { type: 'uri', aliases: [], about: 'The identifier of the story: a URI.' },
  url: { type: 'url', aliases: [], about: 'The canonical address of the post.' },
  lang: { type: 'language', aliases: [], about: "The language (BCP 47). Default: the house's." },
  dek: { type: 'text', aliases: ['subhead', 'summary', '摘要'], about: 'The line under the headline.' },
  byline: { type: 'names', aliases: ['author', 'by', '作者'], about: 'Who wrote it: a name, or a list.' },
  dateline: { type: 'text', aliases: [], about: 'The place that it is written from.' },
  date: { type: 'instant', aliases: [], about: 'When it was published: ISO 8601 with an offset.' },
  updated: { type: 'instant', aliases: [], about: 'When it was last changed: ISO 8601 with an offset.' },
  embargo: {
    type: 'embargo',
    aliases: [],
    about: 'The moment until which nothing is printed: ISO 8601 with an offset.',
  },
  expires: { type: 'instant', aliases: [], about: 'When it is no longer of interest: ISO 8601 with an offset.' },
  section: { type: 'text', aliases: ['kicker'], about: 'The section of the paper.' },
  topics: { type: 'names', aliases: ['tags', 'keywords'], about: 'What it is about: a list.' },
  image: { type: 'image', aliases: [], about: 'The picture of the post.' },
  status: { type: 'status', aliases: [], about: 'How far it is; a withdrawn story is not printed.' },
  corrections: {
    type: 'corrections',
    aliases: [],
    about: 'What was wrong, and is right now: a list of {date, text}, printed under the body.',
  },
  insight_by: { type: 'insight-author', aliases: [], about: 'Who wrote the insight.' },
  ednote: { type: 'text', aliases: [], about: 'A note to editors, never printed.' },
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
