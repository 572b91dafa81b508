import type { FeedFormat } from './feed.ts';

const LIST = [
  {
    name: 'atom',
    file: 'atom.xml',
    type: 'application/atom+xml',
    needsUrl: false,
    needsNow: false,
    load: async () => (await import('./atom.ts')).writeAtom,
  },
  {
    name: 'rss',
    file: 'rss.xml',
    type: 'application/rss+xml',
    needsUrl: false,
    needsNow: false,
    load: async () => (await import('./rss.ts')).writeRss,
  },
  {
    name: 'jsonfeed',
    file: 'feed.json',
    type: 'application/feed+json',
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

/** The page that links the stories of a run. A house has the template, so it is not a feed. */
export const INDEX = { name: 'index', file: 'index.html' } as const;
export type { FeedEntry, FeedFormat } from './feed.ts';
