import type { Inline } from './prose.ts';

/** One source. `tokens` is present if the source line has inline markup that `name` and `url` cannot express. */
export interface Attribution {
  readonly name: string;
  readonly url?: string;
  readonly date?: string;
  readonly tokens?: readonly Inline[];
}

export interface Image {
  readonly url: string;
  readonly alt?: string;
  readonly credit?: string;
  readonly caption?: string;
}

export interface Correction {
  readonly date?: string;
  readonly text: string;
}

/** Who approved the wording of a story, when, and a hash of that wording. */
export interface Approval {
  readonly by: string;
  readonly at: string;
  readonly hash: string;
}

export const STATUSES = ['draft', 'ready', 'published', 'withdrawn'] as const;
export const INSIGHT_AUTHORS = ['human', 'ai', 'mixed'] as const;

/** The value of a key, by the type of the key. */
export interface KeyTypes {
  readonly text: string;
  readonly slug: string;
  readonly uri: string;
  readonly url: string;
  readonly language: string;
  readonly names: readonly string[];
  readonly instant: string;
  readonly embargo: string;
  readonly source: readonly Attribution[];
  readonly image: Image;
  readonly status: (typeof STATUSES)[number];
  readonly approval: Approval;
  readonly corrections: readonly Correction[];
  readonly 'insight-author': (typeof INSIGHT_AUTHORS)[number];
}

export type KeyType = keyof KeyTypes;

interface KeyDefinition {
  readonly type: KeyType;
  readonly aliases: readonly string[];
  /** One line of documentation for writers. */
  readonly about: string;
  /** False for a key that no format prints, not even JSON. */
  readonly isPrinted?: false;
  /** False for a key that an approval does not cover, because readers do not read its value. */
  readonly isWording?: false;
}

/**
 * The keys of the front matter in their canonical order. The types, the reader, the JSON, the schemas, the table in
 * `docs/notes.md` and the names in templates follow from this list.
 */
export const KEYS = {
  headline: { type: 'text', aliases: ['hed', 'title', '标题'], about: 'The headline as plain text.' },
  source: {
    type: 'source',
    aliases: ['sources', 'attribution', '来源'],
    about: 'Where the news comes from: a name, or {name, url, date}, or a list of these.',
  },
  slug: {
    type: 'slug',
    aliases: [],
    about: 'The file name of the post: lower-case letters, digits and hyphens.',
    isWording: false,
  },
  id: {
    type: 'uri',
    aliases: [],
    about: 'The identifier of the story in all its languages: a URI.',
    isWording: false,
  },
  url: { type: 'url', aliases: [], about: 'The canonical URL of the post.', isWording: false },
  lang: { type: 'language', aliases: [], about: 'The language as a BCP 47 tag. Default: the language of the house.' },
  dek: { type: 'text', aliases: ['subhead', 'summary', '摘要'], about: 'The line under the headline.' },
  byline: { type: 'names', aliases: ['author', 'by', '作者'], about: 'The author, or a list of authors.' },
  dateline: { type: 'text', aliases: [], about: 'The place that the story is reported from.' },
  date: { type: 'instant', aliases: ['日期'], about: 'When the post was published: ISO 8601 with an offset.' },
  updated: { type: 'instant', aliases: [], about: 'When the post was last changed: ISO 8601 with an offset.' },
  embargo: {
    type: 'embargo',
    aliases: [],
    about: 'The time before which copydesk prints nothing: ISO 8601 with an offset.',
    isWording: false,
  },
  expires: {
    type: 'instant',
    aliases: [],
    about: 'When the post is out of date: ISO 8601 with an offset.',
    isWording: false,
  },
  section: { type: 'text', aliases: ['kicker'], about: 'The section of the publication.' },
  topics: { type: 'names', aliases: ['tags', 'keywords'], about: 'The topic, or a list of topics.' },
  image: { type: 'image', aliases: [], about: 'The picture of the post: {url, alt, credit, caption}.' },
  status: {
    type: 'status',
    aliases: [],
    about: 'The state of the story. A withdrawn story is not printed.',
    isWording: false,
  },
  approved: {
    type: 'approval',
    aliases: [],
    about: 'Who approved the wording, and when: {by, at, hash}. `copydesk approve` writes it.',
    isWording: false,
  },
  corrections: {
    type: 'corrections',
    aliases: [],
    about: 'Corrections to print under the body: a list of {date, text}.',
  },
  insight_by: { type: 'insight-author', aliases: [], about: 'Who wrote the insight: a person, an AI, or both.' },
  source_text: {
    type: 'text',
    aliases: [],
    about:
      'The file with the text of the source, relative to the note. `check` compares the note with it. Never printed.',
    isPrinted: false,
  },
  ednote: { type: 'text', aliases: [], about: 'A note to editors. Never printed.', isPrinted: false },
} as const satisfies Record<string, KeyDefinition>;

export type Key = keyof typeof KEYS;

/** The keys that reach an Article. */
type PrintedKey = { [K in Key]: (typeof KEYS)[K] extends { isPrinted: false } ? never : K }[Key];

/** The values of the front matter, by key. An absent value is omitted. */
export type Fields = { readonly [K in PrintedKey]?: KeyTypes[(typeof KEYS)[K]['type']] };

/** The keys in their canonical order, with their definitions. */
export function keyEntries(): readonly (readonly [Key, KeyDefinition])[] {
  return Object.entries(KEYS) as [Key, KeyDefinition][];
}

let byName: Map<string, Key> | undefined;

function names(): ReadonlyMap<string, Key> {
  if (byName) return byName;
  const entries = keyEntries();
  byName = new Map(entries.map(([key]) => [key, key]));
  for (const [key, { aliases }] of entries) for (const alias of aliases) byName.set(alias, key);
  return byName;
}

/** The canonical key of a name as written, or undefined. */
export function canonicalKey(name: string): Key | undefined {
  return names().get(name);
}

/** Every known name: the keys, then their aliases. */
export function keyNames(): readonly string[] {
  return [...names().keys()];
}
