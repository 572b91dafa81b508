import { address } from '../html/json-ld.ts';
import type { Feed, FeedEntry } from './feed.ts';
import { momentOf } from './instant.ts';

/**
 * The feed of entries in any order. Its title is the name of their most frequent publisher.
 * @returns undefined if there are none, or neither a publisher nor an entry has a URL.
 */
export function collectFeed(entries: readonly FeedEntry[]): Feed | undefined {
  const sorted = [...entries].sort(newestFirst);
  const publisher = mostFrequent(sorted.map((entry) => entry.publisher));
  const home = address(publisher?.url) ?? mostFrequent(sorted.flatMap(({ url }) => originOf(url)));
  if (publisher === undefined || home === undefined) return undefined;
  const languages = new Set(sorted.map(({ lang }) => lang));
  return {
    title: publisher.name,
    home,
    logo: address(publisher.logo),
    lang: languages.size === 1 ? sorted[0]?.lang : undefined,
    updated: newest(sorted.flatMap(({ published, updated = published }) => [published, updated])),
    entries: sorted,
  };
}

/** By date, then by id. */
function newestFirst(one: FeedEntry, other: FeedEntry): number {
  return momentOf(other.published) - momentOf(one.published) || compare(one.id, other.id);
}

/** By code units, because the collation of a language differs between machines. */
function compare(one: string, other: string): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}

function newest(instants: readonly string[]): string {
  const sorted = [...instants].sort((one, other) => momentOf(other) - momentOf(one) || compare(one, other));
  return sorted[0] ?? '';
}

/** The value that occurs most often. Of several, the first by its JSON. */
function mostFrequent<Value>(values: readonly Value[]): Value | undefined {
  const counts = new Map<string, { readonly value: Value; count: number }>();
  for (const value of values) {
    const key = JSON.stringify(value);
    const known = counts.get(key);
    if (known) known.count++;
    else counts.set(key, { value, count: 1 });
  }
  const ranked = [...counts].sort(([key, { count }], [other, { count: many }]) => many - count || compare(key, other));
  return ranked[0]?.[1].value;
}

function originOf(url: string | undefined): readonly string[] {
  return url !== undefined && URL.canParse(url) ? [`${new URL(url).origin}/`] : [];
}
