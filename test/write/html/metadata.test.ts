import { describe, expect, it } from 'vitest';
import type { Article, Block, Inline } from '../../../src/model/article.ts';
import type { House } from '../../../src/model/house.ts';
import { jsonLd, newsArticle } from '../../../src/write/html/json-ld.ts';
import { direction, locale, metadata } from '../../../src/write/html/metadata.ts';
import { lede, plainProse } from '../../../src/write/html/plain.ts';
import { html } from '../../../src/write/html.ts';
import { createIndexItem } from '../../../src/write/index-page/item.ts';
import { newsItem } from '../../../src/write/ninjs/news-item.ts';
import { article, house, p, t } from '../fixtures.ts';
import { english } from './stories.ts';
import { parseHtml } from './well-formed.ts';

const meta = (fields: Partial<Article>, of: House = house()) =>
  metadata(article(fields), of).map(({ name, content }) => [name, content]);
const { labels } = house();
const ld = (fields: Partial<Article>, of: House = house()) => JSON.parse(jsonLd(article(fields), of));

describe('Open Graph and its kin', () => {
  it('says what the smallest story says', () => {
    expect(meta({})).toEqual([
      ['description', 'Harbor Robotics published its first audited accounts on Tuesday.'],
      ['og:type', 'article'],
      ['og:title', 'Harbor Robotics Opens Its Books'],
      ['og:description', 'Harbor Robotics published its first audited accounts on Tuesday.'],
      ['og:locale', 'en_US'],
      ['og:site_name', 'ABAB News'],
      ['twitter:card', 'summary'],
    ]);
  });

  it('and all that the largest does, in order', () => {
    expect(metadata(english, house()).map(({ attribute, name }) => `${attribute} ${name}`)).toEqual([
      'name description',
      'name author',
      'name author',
      'property og:type',
      'property og:title',
      'property og:description',
      'property og:url',
      'property og:locale',
      'property og:site_name',
      'property og:image',
      'property og:image:alt',
      'name twitter:card',
      'property article:published_time',
      'property article:modified_time',
      'property article:expiration_time',
      'property article:author',
      'property article:author',
      'property article:section',
      'property article:tag',
      'property article:tag',
    ]);
  });

  it('stands in the page, escaped once, with the canonical address', () => {
    const headline = `R&D 'costs' "soar" <b>`;
    const page = html.write(article({ headline, url: 'https://example.com/?a=1&b="2"' }), house(), {});
    const { elements } = parseHtml(page);
    const contents = new Map(elements.map(({ attributes: a }) => [a.get('property'), a.get('content')]));
    expect(contents.get('og:title')).toBe(headline);
    expect(contents.get('og:url')).toBe('https://example.com/?a=1&b=%222%22');
    expect(elements.find(({ name }) => name === 'link')?.attributes.get('href')).toBe(contents.get('og:url'));
    expect(elements.find(({ name }) => name === 'title')?.text).toBe(headline);
  });

  it.each(['draft', 'withdrawn'] as const)('marks a story that is %s as not to be indexed', (status) => {
    expect(metadata(article({ status }), house())[0]).toEqual({
      attribute: 'name',
      name: 'robots',
      content: 'noindex',
    });
  });

  it('marks no other story', () => {
    expect(meta({ status: 'ready' }).map(([name]) => name)).not.toContain('robots');
  });

  it.each([
    ['fleet.jpg', 'https://example.com/news/fleet', 'https://example.com/news/fleet.jpg'],
    ['/img/fleet.jpg', 'https://example.com/news/fleet', 'https://example.com/img/fleet.jpg'],
    ['//cdn.example/fleet.jpg', 'https://example.com/news/fleet', 'https://cdn.example/fleet.jpg'],
    ['https://cdn.example/fleet.jpg', undefined, 'https://cdn.example/fleet.jpg'],
    ['fleet.jpg', undefined, undefined],
    ['javascript:alert(1)', 'https://example.com/', undefined],
  ])('gives the image %s on the page %s an absolute URL', (image, url, expected) => {
    const fields = { image: { url: image }, ...(url === undefined ? {} : { url }) };
    const found = new Map(meta(fields).map(([name, content]) => [name, content]));
    expect(found.get('og:image')).toBe(expected);
    expect(found.get('twitter:card')).toBe(expected === undefined ? 'summary' : 'summary_large_image');
    expect(ld(fields).image?.url).toBe(expected);
  });

  it.each([
    ['en', 'ltr'],
    ['ar', 'rtl'],
    ['he-IL', 'rtl'],
    ['ur-PK', 'rtl'],
    ['az-Arab', 'rtl'],
    ['ar-Latn', 'ltr'],
    ['arn', 'ltr'],
    ['zh-Hans', 'ltr'],
  ])('reads %s in the direction %s', (tag, expected) => expect(direction(tag)).toBe(expected));

  it.each([
    ['en', 'en_US'],
    ['en-GB', 'en_GB'],
    ['zh', 'zh_CN'],
    ['zh-Hans', 'zh_CN'],
    ['zh-Hant', 'zh_TW'],
    ['zh-Hant-HK', 'zh_HK'],
    ['es-419', 'es_419'],
    ['nl', 'nl'],
    ['ZH-tw', 'zh_TW'],
  ])('locale of %s', (tag, expected) => expect(locale(tag)).toBe(expected));

  it('the dek describes the story, else the whole first paragraph that says something', () => {
    expect(meta({ dek: 'A dek.' })).toContainEqual(['description', 'A dek.']);
    const picture: Block = { type: 'paragraph', tokens: [{ type: 'image', href: '/a.png', text: 'alt' }] };
    expect(lede([{ type: 'hr' }, picture, p(''), p('The ', { type: 'em', tokens: [t('lede')] }, '.')], labels)).toBe(
      'The lede.',
    );
    expect(lede([], labels)).toBeUndefined();
  });
});

it('the host of a URL is in ASCII, as programs other than browsers want it', () => {
  const url = 'https://新闻.example:8080/港口?a=ü';
  const ascii = 'https://xn--efvy88h.example:8080/%E6%B8%AF%E5%8F%A3?a=%C3%BC';
  expect(meta({ url })).toContainEqual(['og:url', ascii]);
  expect(ld({ url }).url).toBe(ascii);
  expect(ld({ url: 'https://lab.example' }).url).toBe('https://lab.example');
});

describe('JSON-LD', () => {
  it('of the smallest story', () => {
    expect(ld({})).toEqual({
      '@context': 'https://schema.org',
      '@type': 'NewsArticle',
      headline: 'Harbor Robotics Opens Its Books',
      description: 'Harbor Robotics published its first audited accounts on Tuesday.',
      articleBody: 'Harbor Robotics published its first audited accounts on Tuesday.',
      hasPart: [
        { '@type': 'CreativeWork', name: 'ABAB AI Insight', text: 'The filing ends eleven years of silence.' },
        {
          '@type': 'CreativeWork',
          name: 'ABAB News · Cognitive Laws',
          text: 'A company opens its books when the doors need money, not light.',
        },
      ],
      inLanguage: 'en',
      citation: 'Public Information',
      publisher: { '@type': 'NewsMediaOrganization', name: 'ABAB News' },
    });
  });

  it('of the largest: every field of the house style’s table', () => {
    expect(JSON.parse(jsonLd(english, house()))).toMatchObject({
      url: english.url,
      mainEntityOfPage: { '@type': 'WebPage', '@id': english.url },
      identifier: english.id,
      author: [{ '@type': 'Person', name: 'Ines Okafor' }, { name: 'Tomasz Lindqvist' }],
      citation: [
        'Meridian Freight, quarterly filing',
        { '@type': 'CreativeWork', name: 'Port Authority of Calloway', datePublished: '2026-10-28' },
      ],
      isBasedOn: 'https://example.com/filings/meridian?q=3&y=2026',
      datePublished: english.date,
      dateModified: english.updated,
      expires: english.expires,
      dateline: 'Calloway',
      articleSection: 'Logistics',
      keywords: ['freight', 'autonomy'],
      image: {
        '@type': 'ImageObject',
        url: 'https://example.com/news/images/fleet.svg',
        creditText: 'Lena Marsh / Meridian Freight',
      },
      correction: [{ '@type': 'CorrectionComment', datePublished: '2026-11-04' }, { '@type': 'CorrectionComment' }],
      creativeWorkStatus: 'published',
    });
  });

  it.each([
    ['human', 'DigitalArt', 'DigitalArt'],
    ['ai', 'TrainedAlgorithmicMedia', 'CompositeWithTrainedAlgorithmicMedia'],
    ['mixed', 'CompositeWithTrainedAlgorithmicMedia', 'CompositeWithTrainedAlgorithmicMedia'],
  ] as const)('an insight by %s', (insight_by, insight, story) => {
    const found = ld({ insight_by });
    expect(found.hasPart[0].digitalSourceType).toBe(`https://schema.org/${insight}DigitalSource`);
    expect(found.digitalSourceType).toBe(`https://schema.org/${story}DigitalSource`);
  });

  it('addresses are safe or absent; links of the source line count', () => {
    const source = [
      { name: 'A', url: 'javascript:1' },
      { name: 'B', tokens: [{ type: 'link' as const, href: 'https://b.example/', tokens: [t('B')] }] },
    ];
    const found = ld({ source, url: 'javascript:1', image: { url: 'data:,x' } });
    expect(found.isBasedOn).toBe('https://b.example/');
    expect(found).not.toHaveProperty('url');
    expect(found).not.toHaveProperty('mainEntityOfPage');
    expect(found).not.toHaveProperty('image');
  });

  it('a byline of the newsroom’s own name is an organization', () => {
    expect(ld({ byline: ['ABAB News'] }).author).toEqual([{ '@type': 'Organization', name: 'ABAB News' }]);
  });

  it('nothing in it ends the script, and it parses back to what it was', () => {
    const headline = '</script><script>alert(1)</script><!-- ]]> & \u2028\u2029 \u{1f69a}';
    const story = article({ headline });
    const text = jsonLd(story, house());
    expect(text).not.toMatch(/[<>&\u2028\u2029]/);
    expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(newsArticle(story, house()))));
    const { elements } = parseHtml(html.write(story, house(), {}));
    const scripts = elements.filter(({ name }) => name === 'script');
    expect(scripts).toHaveLength(1);
    expect(JSON.parse(scripts[0]?.text ?? '')).toMatchObject({ headline });
  });
});

it('plain text of every block', () => {
  const cell = (text: string) => ({ tokens: [t(text)] });
  expect(
    plainProse(
      [
        { type: 'heading', depth: 2, tokens: [t('H')] },
        { type: 'blockquote', tokens: [p('q', { type: 'br' }, 'r')] },
        {
          type: 'list',
          ordered: true,
          loose: true,
          items: [{ tokens: [p('1')] }, { tokens: [] }, { tokens: [p('2')] }],
        },
        { type: 'hr' },
        { type: 'code', text: 'a\n  b' },
        { type: 'table', align: [null, null], header: [cell('x'), cell('y')], rows: [[cell('1'), cell('2')]] },
      ],
      labels,
    ),
  ).toBe('H\nq r\n1\n2\na\n  b\nx | y\n1 | 2');
});

it('never lets struck-out words read as valid', () => {
  const tokens = (words: string, rest: string): Inline[] => [{ type: 'del', tokens: [t(words)] }, t(rest)];
  const struck = (words: string, rest: string) => p(...tokens(words, rest));
  const story = article({
    id: 'urn:struck',
    source: [{ name: 'Wire Port', tokens: tokens('Wire', ' Port'), date: '2026-05-07' }],
    body: [struck('$5', ' $6 million. More.')],
    insight: [{ prose: [struck('Gone', ' here.')] }],
    laws: [[struck('Not', ' so.')]],
    url: 'https://abab.example/struck',
  });
  const body = '[struck out: $5] $6 million. More.';
  expect(newsArticle(story, house())).toMatchObject({
    description: body,
    articleBody: body,
    hasPart: [{ text: '[struck out: Gone] here.' }, { text: '[struck out: Not] so.' }],
    citation: { name: '[struck out: Wire] Port' },
  });
  expect(meta(story)).toContainEqual(['og:description', body]);
  const infoSources = [{ name: '[struck out: Wire] Port' }];
  expect(newsItem(story, house())).toMatchObject({ descriptions: [{ value: body }], infoSources });
  expect(createIndexItem(story, house(), {})?.summary).toBe('[struck out: $5] $6 million.');
});
