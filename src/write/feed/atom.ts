import { element, type Xml, xmlDocument } from '../xml.ts';
import type { Feed, FeedDocument, FeedEntry } from './feed.ts';
import { MEDIA, media } from './media.ts';

/** Atom, RFC 4287. */
export function writeAtom({ title, home, logo, lang, updated, entries }: Feed): FeedDocument {
  const root = element(
    'feed',
    { xmlns: 'http://www.w3.org/2005/Atom', 'xmlns:media': MEDIA, 'xml:lang': lang },
    element('id', {}, home),
    element('title', {}, title),
    element('updated', {}, updated),
    element('link', { rel: 'alternate', type: 'text/html', href: home }),
    element('author', {}, element('name', {}, title), element('uri', {}, home)),
    logo === undefined ? undefined : element('logo', {}, logo),
    entries.map((one) => entry(one, lang)),
  );
  return { text: xmlDocument(root), stories: entries.length, omitted: 0 };
}

/** @param feedLanguage the language of the feed, which an entry does not repeat. */
function entry(story: FeedEntry, feedLanguage: string | undefined): Xml {
  const { id, url, title, summary, content, published, updated = published, authors, categories } = story;
  const lang = { 'xml:lang': story.lang === feedLanguage ? undefined : story.lang };
  return element(
    'entry',
    {},
    element('id', {}, id),
    element('title', lang, title),
    url === undefined
      ? undefined
      : element('link', { rel: 'alternate', type: 'text/html', hreflang: story.lang, href: url }),
    element('published', {}, published),
    element('updated', {}, updated),
    authors.map((name) => element('author', {}, element('name', {}, name))),
    categories.map((term) => element('category', { term })),
    summary === undefined ? undefined : element('summary', lang, summary),
    element('content', { type: 'html', ...lang }, content),
    media(story),
  );
}
