import type { FeedFormat } from './feed.ts';

const LIST = [
  {
    name: 'atom',
    file: 'atom.xml',
    needsUrl: false,
    needsNow: false,
    load: async () => (await import('./atom.ts')).writeAtom,
  },
  {
    name: 'rss',
    file: 'rss.xml',
    needsUrl: false,
    needsNow: false,
    load: async () => (await import('./rss.ts')).writeRss,
  },
  {
    name: 'jsonfeed',
    file: 'feed.json',
    needsUrl: false,
    needsNow: false,
    load: async () => (await import('./json-feed.ts')).writeJsonFeed,
  },
  {
    name: 'news-sitemap',
    file: 'news-sitemap.xml',
    needsUrl: true,
    needsNow: true,
    load: async () => (await import('./news-sitemap.ts')).writeNewsSitemap,
  },
] as const satisfies readonly FeedFormat[];

export type FeedName = (typeof LIST)[number]['name'];

/** The output formats that are one document about all notes of a run. */
export const FEEDS: readonly FeedFormat<FeedName>[] = LIST;
export type { FeedEntry, FeedFormat } from './feed.ts';
