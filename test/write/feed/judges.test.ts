import { Readable } from 'node:stream';
import fc from 'fast-check';
import { parseAtomFeed, parseJsonFeed, parseRssFeed } from 'feedsmith';
import { type DefaultTreeAdapterMap, parseFragment } from 'parse5';
import { parseSitemap } from 'sitemap';
import { describe, expect, test } from 'vitest';
import type { Article } from '../../../src/model/article.ts';
import type { FeedEntry } from '../../../src/write/feed/index.ts';
import { toRfc822 } from '../../../src/write/feed/instant.ts';
import { article, house } from '../fixtures.ts';
import { ATTACKS, hostileStory } from '../html/hostile.ts';
import { chinese, english } from '../html/stories.ts';
import { documentOf, faultsOf } from './documents.ts';
import { feedOf, stories as generated } from './stories.ts';

/* Parsers and schemas of others read what copydesk writes. */

const NOW = Date.parse('2026-11-04T09:00:00Z');
const desk = house('abab', {
  publisher: { name: 'R&D <News>', url: 'https://port.example/', logo: 'https://port.example/logo.png' },
});
const fleet = { ...english, url: 'https://port.example/2026/fleet?a=1&b=2', slug: 'fleet' };
const arm = { ...chinese, url: 'https://port.example/2026/arm' };
const books = article({ id: 'urn:example:books', date: '2026-05-07T09:00:00Z', dek: 'Costs < income & "gains"' });
const STORIES = [books, fleet, arm];
const { entries } = feedOf(STORIES, desk);
const written = async (name: string) => (await documentOf(name, STORIES, desk, NOW)).text;
const present = (value: object) => JSON.parse(JSON.stringify(value));

describe('feedsmith reads back what went in', () => {
  test('Atom', async () => {
    const feed = parseAtomFeed(await written('atom'));
    expect(feed).toMatchObject({
      id: 'https://port.example/',
      title: { value: 'R&D <News>' },
      links: [{ rel: 'alternate', href: 'https://port.example/' }],
      updated: '2026-11-04T18:05:00+01:00',
      logo: 'https://port.example/logo.png',
      authors: [{ name: 'R&D <News>', uri: 'https://port.example/' }],
    });
    const read = feed.entries?.map((entry) => ({
      id: entry.id,
      url: entry.links?.[0]?.href,
      title: entry.title?.value,
      summary: entry.summary?.value,
      content: entry.content?.value,
      published: entry.published,
      updated: entry.updated,
      authors: entry.authors?.map(({ name }) => name) ?? [],
      categories: entry.categories?.map(({ term }) => term) ?? [],
      image: entry.media?.contents?.[0]?.url,
    }));
    const expected = entries.map(({ publisher: _, lang: __, image, updated, ...entry }) => ({
      ...entry,
      updated: updated ?? entry.published,
      image: image?.url,
    }));
    expect(present({ read }).read).toEqual(present({ expected }).expected);
  });
  test('RSS', async () => {
    const feed = parseRssFeed(await written('rss'));
    expect(feed).toMatchObject({
      title: 'R&D <News>',
      link: 'https://port.example/',
      description: 'R&D <News>',
      lastBuildDate: 'Wed, 04 Nov 2026 17:05:00 GMT',
      image: { url: 'https://port.example/logo.png' },
    });
    const read = feed.items?.map((item) => ({
      id: item.guid?.value,
      isPermaLink: item.guid?.isPermaLink,
      url: item.link,
      title: item.title,
      summary: textOf(item.description ?? ''),
      content: item.content?.encoded,
      published: item.pubDate,
      updated: item.atom?.updated,
      authors: item.dc?.creators ?? [],
      categories: item.categories?.map(({ name }) => name) ?? [],
      lang: item.dc?.languages?.[0],
      image: item.media?.contents?.[0]?.url,
    }));
    const expected = entries.map(({ publisher: _, image, published, ...entry }) => ({
      ...entry,
      isPermaLink: entry.id === entry.url,
      published: toRfc822(published),
      image: image?.url,
    }));
    expect(present({ read }).read).toEqual(present({ expected }).expected);
  });
  test('JSON Feed', async () => {
    const text = await written('jsonfeed');
    expect(JSON.parse(text).version).toBe('https://jsonfeed.org/version/1.1');
    const feed = parseJsonFeed(text);
    expect(feed).toMatchObject({
      title: 'R&D <News>',
      home_page_url: 'https://port.example/',
      icon: 'https://port.example/logo.png',
      authors: [{ name: 'R&D <News>', url: 'https://port.example/' }],
    });
    const read = feed.items?.map((item) => ({
      id: item.id,
      url: item.url,
      title: item.title,
      summary: item.summary,
      content: item.content_html,
      published: item.date_published,
      updated: item.date_modified,
      authors: item.authors?.map(({ name }) => name) ?? [],
      categories: item.tags ?? [],
      lang: item.language,
      image: item.image,
    }));
    const expected = entries.map(({ publisher: _, image, ...entry }) => ({ ...entry, image: image?.url }));
    expect(present({ read }).read).toEqual(present({ expected }).expected);
  });
});

test('a parser of sitemaps reads the stories of two days', async () => {
  const read = await parseSitemap(Readable.from([await written('news-sitemap')]));
  const news = (entry: FeedEntry, language: string) => ({
    url: entry.url,
    news: {
      publication: { name: 'R&D <News>', language },
      publication_date: entry.published,
      title: entry.title,
    },
  });
  const [first, second] = entries;
  expect(read).toMatchObject([first && news(first, 'en'), second && news(second, 'zh-cn')]);
});

describe('a news sitemap', () => {
  const at = (path: string, date: string, lang = 'en') => article({ url: `https://port.example/${path}`, date, lang });
  const now = Date.parse('2026-05-03T00:00:00Z');
  test('lists what is not older than two days and not newer than now', async () => {
    const dates = ['2026-04-30T23:59:59Z', '2026-05-01T00:00:00Z', '2026-05-03T00:00:00Z', '2026-05-03T00:00:01Z'];
    const { text, stories } = await documentOf(
      'news-sitemap',
      dates.map((date, path) => at(`${path}`, date)),
      desk,
      now,
    );
    expect(stories).toBe(2);
    expect([...text.matchAll(/<loc>(.*)<\/loc>/g)].map(([, loc]) => loc?.at(-1))).toEqual(['2', '1']);
  });
  test('lists the newest 1,000', async () => {
    const many = Array.from({ length: 1002 }, (_, index) => {
      const minute = new Date(now - index * 60_000).toISOString();
      return at(String(index), minute);
    });
    const { text, stories, omitted } = await documentOf('news-sitemap', many, desk, now);
    expect([stories, omitted]).toEqual([1000, 2]);
    expect(text).toContain('<loc>https://port.example/999</loc>');
    expect(text).not.toContain('<loc>https://port.example/1000</loc>');
  });
  test.each([
    ['en-GB', 'en'],
    ['pt-BR', 'pt'],
    ['ckb', 'ckb'],
    ['zh', 'zh-cn'],
    ['zh-Hans-HK', 'zh-cn'],
    ['zh-Hant', 'zh-tw'],
    ['zh-TW', 'zh-tw'],
  ])('names the language %s %s', async (lang, code) => {
    const { text } = await documentOf('news-sitemap', [at('a', '2026-05-02T00:00:00Z', lang)], desk, now);
    expect(text).toContain(`<news:language>${code}</news:language>`);
    expect(await faultsOf('news-sitemap', [text])).toEqual([]);
  });
});

describe('libxml2 finds a document valid', () => {
  const ids = (list: readonly Article[]) => feedOf(list).entries.map(({ id }) => id);
  const samples = fc.sample(generated, Number(process.env.RUNS ?? 60));
  test.each(['atom', 'rss', 'news-sitemap'])('%s, of the examples and of generated stories', async (name) => {
    const texts = [await written(name)];
    for (const list of samples) texts.push((await documentOf(name, list)).text);
    expect(await faultsOf(name, texts)).toEqual([]);
  });
  test.each([
    ['atom', '<updated>2026-11-04T18:05:00+01:00</updated>', '<updated>2026-11-04</updated>'],
    ['atom', '<content type="html"', '<content src="x" type="html"'],
    ['rss', '<channel>', '<channel>&nbsp;'],
    ['news-sitemap', '<news:language>en<', '<news:language>en-GB<'],
  ])('and finds that %s is not with %s as %s', async (name, from, to) => {
    const text = (await written(name)).replace(from, to);
    expect((await faultsOf(name, [text])).length).toBeGreaterThan(0);
  });
  test('the entries are those of the stories, newest first, whatever their order', async () => {
    for (const list of samples) {
      const other = list.toReversed();
      for (const name of ['atom', 'rss', 'jsonfeed', 'news-sitemap'])
        expect((await documentOf(name, other)).text).toBe((await documentOf(name, list)).text);
      const atom = parseAtomFeed((await documentOf('atom', list)).text).entries ?? [];
      expect(atom.map(({ id }) => id)).toEqual(ids(list));
      const rss = parseRssFeed((await documentOf('rss', list)).text).items ?? [];
      expect(rss.map(({ guid }) => guid?.value)).toEqual(ids(list));
      const moments = atom.map(({ published = '' }) => Date.parse(published));
      expect(moments).toEqual(moments.toSorted((one, next) => next - one));
      expect(new Set(ids(list)).size).toBe(list.length);
    }
  });
  test('every URL of the content is absolute', async () => {
    for (const list of samples)
      for (const { content } of feedOf(list).entries)
        for (const [name, value] of attributesOf(content))
          if (name === 'href' || name === 'src') expect(value).toMatch(/^(?:https?:\/\/|mailto:)/);
  });
});

test.each(ATTACKS)('no reader runs %j', async (attack) => {
  const story = { ...hostileStory(attack), url: 'https://port.example/a', date: '2026-05-07T09:00:00Z', lang: 'en' };
  const { updated: _, ...hostile } = story;
  const feed = JSON.parse((await documentOf('jsonfeed', [hostile])).text).items[0];
  const rss = parseRssFeed((await documentOf('rss', [hostile])).text).items?.[0];
  for (const content of [feed.content_html, rss?.description ?? '']) {
    for (const [name, value] of attributesOf(content)) {
      expect(name).not.toMatch(/^on/);
      if (name === 'href' || name === 'src') expect(value).toMatch(/^(?:https?:\/\/|mailto:)/);
    }
    expect(elementsOf(content)).not.toContain('script');
  }
  expect(textOf(rss?.description ?? '')).toBe(attack);
});

type HtmlNode = DefaultTreeAdapterMap['node'];

function nodesOf(html: string): readonly HtmlNode[] {
  const inside = (node: HtmlNode): readonly HtmlNode[] => [
    node,
    ...('childNodes' in node ? node.childNodes.flatMap(inside) : []),
  ];
  return inside(parseFragment(html));
}

function attributesOf(html: string): readonly (readonly [string, string])[] {
  return nodesOf(html).flatMap((node) =>
    'attrs' in node ? node.attrs.map(({ name, value }) => [name, value] as const) : [],
  );
}

function elementsOf(html: string): readonly string[] {
  return nodesOf(html).map(({ nodeName }) => nodeName);
}

/** The text that a reader of HTML sees. */
function textOf(html: string): string {
  return nodesOf(html)
    .map((node) => ('value' in node ? node.value : ''))
    .join('');
}
