import { escapeHtml } from '../html/escape.ts';
import { element, type Xml, xmlDocument } from '../xml.ts';
import type { Feed, FeedDocument, FeedEntry } from './feed.ts';
import { toRfc822 } from './instant.ts';
import { MEDIA, media } from './media.ts';

/** RSS 2.0 has no place for the whole story, a name without an e-mail address, the language of an item and its update. */
const NAMESPACES = {
  'xmlns:atom': 'http://www.w3.org/2005/Atom',
  'xmlns:content': 'http://purl.org/rss/1.0/modules/content/',
  'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
  'xmlns:media': MEDIA,
};

/** RSS 2.0. */
export function writeRss({ title, home, logo, lang, updated, entries }: Feed): FeedDocument {
  const channel = element(
    'channel',
    {},
    element('title', {}, title),
    element('link', {}, home),
    // Required, and nothing else is known.
    element('description', {}, title),
    lang === undefined ? undefined : element('language', {}, lang),
    element('lastBuildDate', {}, toRfc822(updated)),
    logo === undefined
      ? undefined
      : element('image', {}, element('url', {}, logo), element('title', {}, title), element('link', {}, home)),
    entries.map(item),
  );
  const root = element('rss', { version: '2.0', ...NAMESPACES }, channel);
  return { text: xmlDocument(root), stories: entries.length, omitted: 0 };
}

function item(story: FeedEntry): Xml {
  const { id, url, title, summary, content, published, updated, authors, categories, lang } = story;
  return element(
    'item',
    {},
    element('title', {}, title),
    url === undefined ? undefined : element('link', {}, url),
    element('guid', { isPermaLink: String(id === url) }, id),
    element('pubDate', {}, toRfc822(published)),
    updated === undefined ? undefined : element('atom:updated', {}, updated),
    authors.map((name) => element('dc:creator', {}, name)),
    categories.map((name) => element('category', {}, name)),
    element('dc:language', {}, lang),
    // Readers take a description for HTML.
    summary === undefined ? undefined : element('description', {}, escapeHtml(summary)),
    element('content:encoded', {}, content),
    media(story),
  );
}
