import { describe, expect, test } from 'vitest';
import type { Article } from '../../../src/model/article.ts';
import { collectFeed } from '../../../src/write/feed/collect.ts';
import { createEntry } from '../../../src/write/feed/entry.ts';
import { article, house, p, t } from '../fixtures.ts';
import { english } from '../html/stories.ts';
import { entryOf, feedOf } from './stories.ts';

const whole = { url: 'https://port.example/2026/berths', date: '2026-05-07T09:00:00Z' };
const faultsOf = (fields: Partial<Article>, needsUrl = false): readonly string[] => {
  const result = createEntry(article(fields), house(), needsUrl);
  return 'faults' in result ? result.faults.map(({ message }) => message) : [];
};
const contentOf = (fields: Partial<Article>) => entryOf(article({ ...whole, ...fields })).content;

describe('what a story lacks', () => {
  const { url, date } = whole;
  const id = 'urn:example:berths';
  const relative = [p({ type: 'link', href: 'rules.pdf', tokens: [t('rules')] })];
  test.each<[string, Partial<Article>, readonly string[]]>([
    ['nothing', { url, date }, []],
    ['nothing, with an id', { id, date }, []],
    ['an id or a url', { date }, ['a feed needs the id or the url of the story']],
    ['a date', { url }, ['a feed needs the date of the story']],
    ['both', {}, ['a feed needs the id or the url of the story', 'a feed needs the date of the story']],
    ['a time', { url, date: '2026-05-07' }, ['a feed needs the time and the UTC offset of date']],
    ['an offset', { url, date, updated: '2026-05-07T09:00' }, ['a feed needs the time and the UTC offset of updated']],
    [
      'the url for a link',
      { id, date, body: relative },
      ["relative URL 'rules.pdf' in a feed needs the url of the story"],
    ],
    [
      'the url for an image',
      { id, date, image: { url: 'a.png' } },
      ["relative URL 'a.png' in a feed needs the url of the story"],
    ],
  ])('%s', (_, fields, faults) => expect(faultsOf(fields)).toEqual(faults));
  test('a sitemap needs the url', () => {
    expect(faultsOf({ id, date }, true)).toEqual(['a news sitemap needs the url of the story']);
  });
});

describe('the content', () => {
  test('is the story without what has fields of its own', () => {
    const content = contentOf(english);
    for (const field of [english.headline, english.dek ?? '', 'Ines Okafor']) expect(content).not.toContain(field);
    for (const said of [
      'no longer returns to a yard',
      'ABAB AI Insight',
      'What the filing counts',
      'Lena Marsh',
      'The filing names 40.',
    ])
      expect(content).toContain(said.replaceAll("'", '&#39;'));
    expect(content).toMatch(
      /^<div lang="en" dir="ltr">\n<figure>\n<img src="https:\/\/example\.com\/news\/images\/fleet\.svg"/,
    );
    expect(content).not.toMatch(/\bundefined\b|\[object/);
  });
  test('of a story from right to left says so', () => {
    expect(contentOf({ lang: 'ar' })).toMatch(/^<div lang="ar" dir="rtl">/);
  });
  test.each([
    ['a file beside the page', 'rules.pdf', 'https://port.example/2026/rules.pdf'],
    ['a path', '/rules?a=1', 'https://port.example/rules?a=1'],
    ['a host', '//mine.example/', 'https://mine.example/'],
    ['a part of the page', '#cranes', 'https://port.example/2026/berths#cranes'],
    ['a URL', 'https://Mine.example', 'https://Mine.example'],
    ['an e-mail address', 'mailto:a@mine.example', 'mailto:a@mine.example'],
  ])('links to %s by its absolute URL', (_, href, url) => {
    const link = { type: 'link' as const, href, tokens: [t('x')] };
    expect(contentOf({ body: [p(link)] })).toContain(`<a href="${url}">x</a>`);
    expect(contentOf({ source: [{ name: 'x', tokens: [link] }] })).toContain(`<a href="${url}">x</a>`);
  });
  test('of an unsafe link is its words', () => {
    const link = { type: 'link' as const, href: 'javascript:x', tokens: [t('x')] };
    expect(contentOf({ body: [p(link)] })).toContain('<p>x</p>');
  });
  test('links to footnotes of the page, if it has a URL', () => {
    const noted = {
      body: [p('A', { type: 'footnote', label: '1' })],
      footnotes: [{ label: '1', prose: [p('Note.')] }],
    };
    expect(contentOf(noted)).toContain('href="https://port.example/2026/berths#fn-1"');
    expect(contentOf(noted)).toContain('href="https://port.example/2026/berths#fnref-1"');
    const { content } = entryOf(article({ ...noted, id: 'urn:x:y', date: whole.date }));
    expect(content).toContain('<p>A<sup>1</sup></p>');
    expect(content).toContain('<li>Note.</li>');
  });
});

test('an entry has what the note has', () => {
  const entry = entryOf({ ...english, url: whole.url });
  expect(entry).toMatchObject({
    id: 'urn:example:meridian-night-fleet',
    title: english.headline,
    summary: english.dek,
    published: '2026-11-03T09:30:00+01:00',
    updated: '2026-11-04T18:05:00+01:00',
    authors: ['Ines Okafor', 'Tomasz Lindqvist'],
    categories: ['Logistics', 'freight', 'autonomy'],
    lang: 'en',
  });
  expect(entryOf(article(whole))).toMatchObject({ id: whole.url, authors: [], categories: [], image: undefined });
  expect(entryOf(article(whole)).summary).toMatch(/^Harbor Robotics published/);
});

test.each([
  ['2026-05-07T09:00Z', '2026-05-07T09:00:00Z'],
  ['2026-05-07T09:00:00.25+08:00', '2026-05-07T09:00:00.25+08:00'],
  ['2016-12-31T23:59:60Z', '2017-01-01T00:00:00.000Z'],
])('the date %s is printed as %s', (date, published) => {
  expect(entryOf(article({ ...whole, date })).published).toBe(published);
});

describe('the feed', () => {
  const at = (path: string, date: string, more: Partial<Article> = {}) =>
    article({ url: `https://port.example/${path}`, date, ...more });
  test('is sorted by moment, then by id, and is as new as its newest change', () => {
    const stories = [
      at('b', '2026-05-07T09:00:00Z'),
      at('a', '2026-05-07T17:00:00+08:00'),
      at('c', '2026-05-07T10:00:00+02:00', { updated: '2026-05-09T00:00:00Z' }),
      at('d', '2026-05-08T00:00:00Z'),
    ];
    for (const list of [stories, stories.toReversed()]) {
      const { entries, updated, home, title } = feedOf(list);
      expect(entries.map(({ url }) => url?.at(-1))).toEqual(['d', 'a', 'b', 'c']);
      expect([updated, home, title]).toEqual(['2026-05-09T00:00:00Z', 'https://port.example/', 'ABAB News']);
    }
  });
  test('has the language that all of its stories have', () => {
    const date = whole.date;
    expect(feedOf([at('a', date), at('b', date)]).lang).toBe('en');
    expect(feedOf([at('a', date), at('b', date, { lang: 'zh' })]).lang).toBeUndefined();
  });
  test('has the publisher of most stories, and needs a URL of the site', () => {
    const publisher = {
      name: 'The Briefing',
      url: 'https://briefing.example/',
      logo: 'https://briefing.example/l.png',
    };
    const own = house('abab', { publisher });
    const entries = [
      entryOf(at('a', whole.date)),
      entryOf(at('b', whole.date), own),
      entryOf(at('c', whole.date), own),
    ];
    expect(collectFeed(entries)).toMatchObject({ title: publisher.name, home: publisher.url, logo: publisher.logo });
    expect(collectFeed([entryOf(article({ id: 'urn:a:b', date: whole.date }))])).toBeUndefined();
    expect(collectFeed([])).toBeUndefined();
  });
});
