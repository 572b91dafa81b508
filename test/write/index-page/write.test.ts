import { describe, expect, it } from 'vitest';
import type { Article } from '../../../src/model/article.ts';
import { createIndexItem, type IndexItem, type StoryPage } from '../../../src/write/index-page/item.ts';
import { writeIndex } from '../../../src/write/index-page/write.ts';
import { article, house, p } from '../fixtures.ts';
import { ATTACKS, hostileStory } from '../html/hostile.ts';
import { parseHtml } from '../html/well-formed.ts';

const itemOf = (fields: Partial<Article> = {}, page: StoryPage = { url: 'a.html' }) =>
  createIndexItem(article(fields), house(), page);
const print = (items: readonly (IndexItem | undefined)[], fragment = false) => {
  const html = writeIndex(
    items.filter((item) => item !== undefined),
    house(),
    'en',
    { fragment, feeds: [] },
  );
  expect(parseHtml(html).faults).toEqual([]);
  return html;
};

describe('an item', () => {
  it('links to the page of the run, else to the URL of the story, else to nothing', () => {
    expect(itemOf({ url: 'https://a.example/b' })?.url).toBe('a.html');
    expect(itemOf({ url: 'https://a.example/b' }, {})?.url).toBe('https://a.example/b');
    expect(itemOf({}, {})).toBeUndefined();
    expect(itemOf({ url: 'javascript:1' }, {})).toBeUndefined();
  });
  it('has the dek, or else the first sentence of the body', () => {
    expect(itemOf({ dek: 'A dek. Of two.' })?.summary).toBe('A dek. Of two.');
    expect(itemOf({ body: [p('Mr. Lee left. Ms. Ng came.')] })?.summary).toBe('Mr. Lee left.');
    expect(itemOf({ body: [] })?.summary).toBeUndefined();
  });
  it.each([
    ['2026-05-07T09:00:00Z', 'May 7, 2026'],
    ['2026-05-07', 'May 7, 2026'],
    ['in May', 'in May'],
  ])('prints the day of %s', (date, printed) => {
    expect(itemOf({ date })?.date).toEqual({ written: date, printed });
  });
  it.each<[string, StoryPage, string | undefined]>([
    ['a.png', { url: 'a.html' }, 'a.png'],
    ['img/a b.png', { url: '2026/a.html' }, '2026/img/a%20b.png'],
    ['../a.png', { url: '2026/a.html' }, '2026/../a.png'],
    ['/a.png', { url: '2026/a.html' }, '/a.png'],
    ['https://b.example/a.png', { url: '2026/a.html' }, 'https://b.example/a.png'],
    ['a.png', {}, 'https://a.example/x/a.png'],
    ['javascript:1', { url: 'a.html' }, undefined],
  ])('shows the image %s of the page %j as %s', (url, page, expected) => {
    expect(itemOf({ url: 'https://a.example/x/y', image: { url } }, page)?.image?.url).toBe(expected);
  });
});

describe('the page', () => {
  const dated = (url: string, date?: string) => itemOf(date === undefined ? {} : { date }, { url });
  it('has the newest story first, and those without a date last', () => {
    const items = [
      dated('c'),
      dated('b', '2026-05-07T09:00:00+08:00'),
      dated('a', '2026-05-07T02:00:00Z'),
      dated('e', '2026-05-08'),
      dated('d', '2026-05-07T01:30'),
      dated('bad', '2026-99-99'),
    ];
    const links = [...print(items).matchAll(/<a href="(\w+)"/g)].map(([, url]) => url);
    expect(links).toEqual(['e', 'a', 'd', 'b', 'bad', 'c']);
    expect(print(items.toReversed())).toBe(print(items));
  });
  it('prints what each item has, in the language of its story', () => {
    const item = itemOf({
      lang: 'ar',
      section: 'Ports',
      date: '2026-05-07',
      image: { url: 'a.png', alt: 'A "crane"' },
    });
    expect(print([item], true)).toMatchInlineSnapshot(`
      "<div class="stories">
      <article class="story" lang="ar" dir="rtl">
      <div class="summary">
      <p class="kicker">Ports</p>
      <h2><a href="a.html">Harbor Robotics Opens Its Books</a></h2>
      <p>Harbor Robotics published its first audited accounts on Tuesday.</p>
      <p class="date"><time datetime="2026-05-07">May 7, 2026</time></p>
      </div>
      <img src="a.png" alt="A &quot;crane&quot;">
      </article>
      </div>
      "
    `);
  });
  it('names the feeds', () => {
    const feeds = [{ url: 'atom.xml', type: 'application/atom+xml' }];
    expect(writeIndex([], house(), 'en', { fragment: false, feeds })).toContain(
      '<link rel="alternate" type="application/atom+xml" href="atom.xml" title="ABAB News">',
    );
  });
  it.each(ATTACKS)('prints %j as text', (attack) => {
    const item = createIndexItem(hostileStory(attack), house(), { url: 'a.html' });
    const { elements } = parseHtml(print([item]));
    expect(elements.find(({ name }) => name === 'h2')?.text.trim()).toBe(attack.trim());
    expect(elements.filter(({ name }) => name === 'script' || name === 'svg')).toEqual([]);
    for (const { attributes } of elements)
      for (const url of [attributes.get('href'), attributes.get('src')])
        if (url !== undefined) expect(new URL(url, 'https://base.example/').protocol).toBe('https:');
  });
});
