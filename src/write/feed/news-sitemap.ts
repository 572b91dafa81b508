import { element, type Xml, xmlDocument } from '../xml.ts';
import type { Feed, FeedDocument, FeedEntry } from './feed.ts';
import { momentOf } from './instant.ts';

/* https://developers.google.com/search/docs/crawling-indexing/sitemaps/news-sitemap, November 2026 */

/** Google accepts stories of the last two days. */
const RECENT_MS = 2 * 24 * 60 * 60 * 1000;
/** And no more than this. */
const MOST_STORIES = 1000;

const NAMESPACES = {
  xmlns: 'http://www.sitemaps.org/schemas/sitemap/0.9',
  'xmlns:news': 'http://www.google.com/schemas/sitemap-news/0.9',
};

/** A news sitemap of the stories of the two days before `now`. Without `now`, of all stories. */
export function writeNewsSitemap({ entries }: Feed, now: number | undefined): FeedDocument {
  const recent = entries.filter(({ published }) => {
    const age = now === undefined ? 0 : now - momentOf(published);
    return age >= 0 && age <= RECENT_MS;
  });
  const listed = recent.slice(0, MOST_STORIES);
  const text = xmlDocument(element('urlset', NAMESPACES, listed.map(story)));
  return { text, stories: listed.length, omitted: recent.length - listed.length };
}

function story({ url, title, published, lang, publisher }: FeedEntry): Xml {
  const publication = element(
    'news:publication',
    {},
    element('news:name', {}, publisher.name),
    element('news:language', {}, newsLanguage(lang)),
  );
  const news = element(
    'news:news',
    {},
    publication,
    element('news:publication_date', {}, published),
    element('news:title', {}, title),
  );
  return element('url', {}, element('loc', {}, url), news);
}

/** The code of a language, without a script or a region. Chinese alone has two: `zh-cn` and `zh-tw`. */
function newsLanguage(tag: string): string {
  const [language = '', ...subtags] = tag.toLowerCase().split('-');
  if (language !== 'zh') return language;
  const isSimplified = subtags.includes('hans');
  return !isSimplified && /\b(?:hant|tw|hk|mo)\b/.test(subtags.join('-')) ? 'zh-tw' : 'zh-cn';
}
