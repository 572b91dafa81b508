import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Article, Inline } from '../../../src/model/article.ts';
import type { House } from '../../../src/model/house.ts';
import { html } from '../../../src/write/html.ts';
import { uriOf } from '../../../src/write/ninjs/uri.ts';
import { ninjs } from '../../../src/write/ninjs.ts';
import { text } from '../../../src/write/text.ts';
import { UnprintableError } from '../../../src/write/unprintable.ts';
import { article, house, p, t } from '../fixtures.ts';
import { chinese, english } from '../html/stories.ts';
import { exampleItems } from './examples.ts';
import { generatedArticle } from './generated.ts';
import { faultsOf } from './schema.ts';

const ID = { id: 'urn:example:harbor' };
const item = (fields: Partial<Article>, of: House = house()) => JSON.parse(ninjs.write(article(fields), of, {}));
const bodyOf = ({ bodies = [] }: { bodies?: readonly Record<string, string>[] }, role: string, type: string) =>
  bodies.find((one) => one.role === role && one.contentType === type)?.value;

test('the smallest story', () => {
  expect(item(ID)).toEqual({
    uri: 'urn:example:harbor',
    standard: { name: 'ninjs', version: '3.1', schema: 'http://www.iptc.org/std/ninjs/ninjs-schema_3.1.json#' },
    type: 'text',
    language: 'en',
    headlines: [{ role: 'main', value: 'Harbor Robotics Opens Its Books' }],
    descriptions: [{ value: 'Harbor Robotics published its first audited accounts on Tuesday.' }],
    infoSources: [{ name: 'Public Information' }],
    bodies: [
      {
        role: 'main',
        contentType: 'text/plain',
        value: 'Harbor Robotics published its first audited accounts on Tuesday.',
      },
      {
        role: 'main',
        contentType: 'text/html',
        value: '<p>Harbor Robotics published its first audited accounts on Tuesday.</p>',
      },
      { role: 'insight', contentType: 'text/plain', value: 'The filing ends eleven years of silence.' },
      { role: 'insight', contentType: 'text/html', value: '<p>The filing ends eleven years of silence.</p>' },
      {
        role: 'laws',
        contentType: 'text/plain',
        value: 'A company opens its books when the doors need money, not light.',
      },
      {
        role: 'laws',
        contentType: 'text/html',
        value: '<ol>\n<li>A company opens its books when the doors need money, not light.</li>\n</ol>',
      },
    ],
    copyrightHolder: 'ABAB News',
  });
});

test("every field of the house style's table", () => {
  const { bodies: _, headlines: __, standard: ___, ...found } = item(english);
  expect(found).toEqual({
    uri: 'urn:example:meridian-night-fleet',
    type: 'text',
    language: 'en',
    contentCreated: '2026-11-03T09:30:00+01:00',
    versionCreated: '2026-11-04T18:05:00+01:00',
    expires: '2027-11-03T00:00:00Z',
    pubStatus: 'usable',
    descriptions: [{ value: english.dek }],
    by: 'Ines Okafor and Tomasz Lindqvist',
    slugline: 'meridian-night-fleet',
    located: 'Calloway',
    infoSources: [
      { name: 'Meridian Freight, quarterly filing', uri: 'https://example.com/filings/meridian?q=3&y=2026' },
      { name: 'Port Authority of Calloway' },
    ],
    genres: [{ name: 'Logistics' }],
    subjects: [{ name: 'freight' }, { name: 'autonomy' }],
    associations: [
      {
        uri: 'https://example.com/news/images/fleet.svg',
        name: 'image',
        type: 'picture',
        descriptions: [
          { role: 'caption', value: 'The 2 a.m. convoy leaves Calloway for the coast.' },
          { role: 'alt', value: 'Eleven white trucks on an empty ring road at dusk, none with a lit cab' },
        ],
        by: 'Lena Marsh / Meridian Freight',
        renditions: [{ name: 'main', href: 'https://example.com/news/images/fleet.svg' }],
      },
    ],
    altIds: [{ role: 'url', value: 'https://example.com/news/meridian-night-fleet' }],
    edNote:
      'Correction (November 4, 2026): An earlier version gave the number of depots as 44. The filing names 40.\n' +
      'Correction: Calloway is on the coast road, not the ring road.',
    copyrightHolder: 'ABAB News',
    digitalSourceType: {
      uri: 'http://cv.iptc.org/newscodes/digitalsourcetype/compositeWithTrainedAlgorithmicMedia',
    },
  });
});

test('the house of another language prints the byline and the corrections', () => {
  const found = item({ ...chinese, ...ID, image: { url: 'https://example.com/arm.svg' } }, house('abab-zh'));
  expect(found).toMatchObject({ language: 'zh', by: '林知远、周以宁' });
  expect(found.edNote).toBe('更正（2026 年 11 月 4 日）：早前版本误将“七成”写作“九成”。');
});

test.each([
  ['draft', 'withheld'],
  ['ready', 'usable'],
  ['published', 'usable'],
  ['withdrawn', 'canceled'],
] as const)('a story that is %s is %s', (status, expected) => {
  expect(item({ ...ID, status }).pubStatus).toBe(expected);
});

test.each([
  ['human', 'digitalCreation'],
  ['ai', 'compositeWithTrainedAlgorithmicMedia'],
  ['mixed', 'compositeWithTrainedAlgorithmicMedia'],
] as const)('a story with an insight by %s is %s', (insight_by, expected) => {
  expect(item({ ...ID, insight_by }).digitalSourceType.uri).toBe(
    `http://cv.iptc.org/newscodes/digitalsourcetype/${expected}`,
  );
});

test.each([
  ['2026-05-07T09:00Z', '2026-05-07T09:00:00Z'],
  ['2026-05-07T09:00:01.5+08:00', '2026-05-07T09:00:01.5+08:00'],
  ['2026-05-07', undefined],
  ['2026-05-07T09:00', undefined],
])('the date %s is the moment %s', (date, expected) => {
  expect(item({ ...ID, date }).contentCreated).toBe(expected);
  expect(item({ ...ID, embargo: date }).embargoedUntil).toBe(expected);
});

describe('the identifier', () => {
  test('is the url without an id', () => {
    const url = 'https://example.com/books';
    expect(item({ url })).toMatchObject({ uri: url, altIds: [{ role: 'url', value: url }] });
    expect(item({ url, ...ID }).uri).toBe(ID.id);
  });

  test.each([
    [{}, 'missing-id', undefined, /ninjs identifies a story by its 'id' or 'url'/],
    [{ id: 'x://a:b' }, 'wrong-type', 'id', /^id must be a URI$/],
    [{ url: 'https://example.com:port/' }, 'wrong-type', 'url', /^url must be a URI$/],
    [{ ...ID, image: { url: 'fleet.jpg' } }, 'relative-image', 'image', /^relative image 'fleet\.jpg' in a note/],
    [{ ...ID, image: { url: 'https://a:b/c.jpg' } }, 'wrong-type', 'image', /^image\.url must be a URI$/],
  ] as const)('of %j is refused', (fields, rule, key, message) => {
    const write = () => ninjs.write(article(fields), house(), {});
    expect(write).toThrow(UnprintableError);
    expect(write).toThrow(message);
    expect(write).toThrow(expect.objectContaining({ rule, key }));
  });

  test.each([
    ['urn:example:港口', 'urn:example:%E6%B8%AF%E5%8F%A3'],
    ['https://a.example/50%', 'https://a.example/50%25'],
    ['https://a.example/%E6', 'https://a.example/%E6'],
    ['https://a.example/a b|c', 'https://a.example/a%20b%7Cc'],
    ['http://[::1]:80/', 'http://[::1]:80/'],
    ['urn:\ud83d', 'urn:%EF%BF%BD'],
    ['https://a.example/?a[]=1', 'https://a.example/?a%5B%5D=1'],
    ['https://a.example/#a#b', 'https://a.example/#a%23b'],
    ['http://[::1]/[a]', 'http://[::1]/%5Ba%5D'],
    ['http://[::1]', 'http://[::1]'],
    ['a b', undefined],
    ['/a', undefined],
    ['urn:', undefined],
    ['ftp://a:b/', undefined],
  ])('%j as a URI is %j', (given, expected) => expect(uriOf(given)).toBe(expected));
});

test('an image with an unsafe URL is left out', () => {
  expect(item({ ...ID, image: { url: 'javascript:alert(1)' } })).not.toHaveProperty('associations');
});

describe('links and images in the text', () => {
  const link = (href: string): Inline => ({ type: 'link', href, tokens: [t('x')] });
  const body = [
    p(link('/a'), link('#b'), link('https://c.example/港'), link('mailto:d@e.example'), link('javascript:f')),
  ];

  test('are absolute if the story has a URL', () => {
    const value = bodyOf(item({ body, url: 'https://example.com/news/fleet' }), 'main', 'text/html');
    expect([...(value ?? '').matchAll(/href="([^"]*)"/g)].map(([, href]) => href)).toEqual([
      'https://example.com/a',
      'https://example.com/news/fleet#b',
      'https://c.example/%E6%B8%AF',
      'mailto:d@e.example',
    ]);
  });

  test('stay as written if it has none', () => {
    expect(bodyOf(item({ ...ID, body }), 'main', 'text/html')).toContain('href="/a"');
  });
});

test('other sections and footnotes are bodies', () => {
  const watch = { id: 'watch', heading: 'Watch', label: 'What to Watch', aliases: [], required: false };
  const of = house('abab', { sections: [watch], order: ['body', 'watch', 'sections'] });
  const found = item(
    {
      ...ID,
      body: [p('The quay was sold.', { type: 'footnote', label: 'a' })],
      sections: [
        { id: 'watch', heading: 'Watch', prose: [p('The lease.')] },
        { heading: 'R&D', prose: [p('The lab.')] },
      ],
      footnotes: [{ label: 'a', prose: [p('Port register.')] }],
    },
    of,
  );
  expect(found.bodies.map(({ role, value }: { role: string; value: string }) => [role, value])).toEqual([
    ['main', 'The quay was sold.[1]'],
    ['main', expect.stringContaining('href="#fn-1"')],
    ['watch', 'What to Watch\nThe lease.'],
    ['watch', '<h2>What to Watch</h2>\n<p>The lease.</p>'],
    ['section', 'R&D\nThe lab.'],
    ['section', '<h2>R&amp;D</h2>\n<p>The lab.</p>'],
    ['footnotes', '[1] Port register.'],
    ['footnotes', expect.stringMatching(/^<ol>\n<li id="fn-1">Port register\. <a href="#fnref-1".*<\/li>\n<\/ol>$/)],
  ]);
});

test.each(exampleItems())('the example %s has only names and values of the standard', (_, found) => {
  expect(faultsOf(found)).toEqual([]);
});

test.each([
  ['no uri', { uri: undefined }],
  ['a uri without a scheme', { uri: 'harbor' }],
  ['an unknown key', { headline: 'x' }],
  ['an unknown status', { pubStatus: 'published' }],
  ['a day', { contentCreated: '2026-05-07' }],
  ['a text in place of a list', { headlines: 'x' }],
  ['a body without a value', { bodies: [{ role: 'main' }] }],
  ['a picture without a uri', { associations: [{ name: 'image' }] }],
])('the tests notice %s', (_, fault) => {
  expect(faultsOf(JSON.parse(JSON.stringify({ ...item(ID), ...fault })))).not.toEqual([]);
});

describe('of generated stories', () => {
  const options = { numRuns: Number(process.env.RUNS ?? 300) };

  test('every name and value is one of the standard', () => {
    fc.assert(
      fc.property(generatedArticle, (story) => {
        expect(faultsOf(JSON.parse(ninjs.write(story, house(), {})))).toEqual([]);
      }),
      options,
    );
  });

  test('the bodies have every letter of the posts in text and HTML', () => {
    const only = (part: string) => house('abab', { order: [part] });
    // The parts of a page have headings of their own, so that those inside are a level lower.
    const comparable = (of: string) => of.replace(/<(\/?)h\d>/g, '<$1h>').replace(/\n+/g, '\n');
    fc.assert(
      fc.property(generatedArticle, (story) => {
        // Footnotes are numbered across the parts of a post, and a page has relative URLs.
        const { url: _, footnotes: __, insight_by: ___, status: ____, ...rest } = story;
        const found = JSON.parse(ninjs.write({ ...rest, ...ID }, house(), {}));
        for (const [part, role] of Object.entries({ body: 'main', insight: 'insight', laws: 'laws' })) {
          const plain = bodyOf(found, role, 'text/plain') ?? '';
          const post = text.write(rest, only(part), {}).trimEnd();
          const label = part === 'body' ? '' : house().labels[part as 'insight' | 'laws'];
          expect(comparable(plain).trim()).toBe(comparable(post.slice(label.length)).trim());
          const page = html.write(rest, only(part), { fragment: true });
          expect(comparable(page)).toContain(comparable(bodyOf(found, role, 'text/html') ?? ''));
        }
      }),
      options,
    );
  });
});
