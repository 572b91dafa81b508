import type { Feed, FeedDocument, FeedEntry } from './feed.ts';

/** JSON Feed 1.1. Keys whose value is undefined are omitted. */
export function writeJsonFeed({ title, home, logo, lang, entries }: Feed): FeedDocument {
  const feed = {
    version: 'https://jsonfeed.org/version/1.1',
    title,
    home_page_url: home,
    icon: logo,
    authors: [{ name: title, url: home }],
    language: lang,
    items: entries.map(item),
  };
  return { text: `${JSON.stringify(feed, null, 2)}\n`, stories: entries.length, omitted: 0 };
}

function item(story: FeedEntry): object {
  const { id, url, title, summary, content, published, updated, authors, categories, lang, image } = story;
  return {
    id,
    url,
    title,
    summary,
    content_html: content,
    image: image?.url,
    date_published: published,
    date_modified: updated,
    authors: authors.length === 0 ? undefined : authors.map((name) => ({ name })),
    tags: categories.length === 0 ? undefined : categories,
    language: lang,
  };
}
