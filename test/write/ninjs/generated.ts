import fc from 'fast-check';
import { type Article, INSIGHT_AUTHORS, STATUSES } from '../../../src/model/article.ts';
import { bodyText } from '../../format/generate.ts';
import { article, p } from '../fixtures.ts';
import { readProse } from '../round-trip.ts';

const prose = bodyText.map(readProse);
const words = fc.constantFrom('Harbor', 'A "quoted" one', 'R&D <b>', '港口', '🚚 x', 'a\u2028b', '\ud83d');
const url = fc.constantFrom(
  'https://example.com/news/fleet',
  'https://example.com/新闻?q=a|b&c=[1]#a#b',
  'http://[::1]:8080/a%zz',
  'https://例子.example/',
);
const id = fc.constantFrom(
  'urn:example:a',
  'tag:news.example,2026:港口',
  'urn:uuid:3f0c8a52-8f4e-4a57-9f43-0d6a3f2f5a11',
);
const date = fc.constantFrom(
  '2026-05-07',
  '2026-05-07T09:00',
  '2026-05-07T09:00Z',
  '2026-05-07T09:00:01.5+08:00',
  '2028-02-29T23:59:59-03:30',
);
const image = fc.record({ url, alt: words, credit: words, caption: words }, { requiredKeys: ['url'] });
const source = fc.record(
  { name: words, url: fc.oneof(url, fc.constant('/relative')), date },
  { requiredKeys: ['name'] },
);

const fields = fc.record(
  {
    slug: fc.constant('fleet'),
    lang: fc.constantFrom('en', 'zh-Hans', 'ar'),
    id,
    dek: words,
    byline: fc.array(words, { maxLength: 4 }),
    dateline: words,
    date,
    updated: date,
    embargo: date,
    expires: date,
    section: words,
    topics: fc.array(words, { maxLength: 3 }),
    image,
    status: fc.constantFrom(...STATUSES),
    corrections: fc.array(fc.record({ date, text: words }, { requiredKeys: ['text'] }), { maxLength: 2 }),
    insight_by: fc.constantFrom(...INSIGHT_AUTHORS),
  },
  { requiredKeys: [] },
);

/** A story with a URL, and any of the other fields. */
export const generatedArticle: fc.Arbitrary<Article> = fc
  .record({
    fields,
    url,
    headline: words,
    source: fc.array(source, { maxLength: 3 }),
    body: prose,
    insight: fc.array(
      prose.map((of) => ({ prose: of })),
      { maxLength: 2 },
    ),
    laws: fc.array(prose, { maxLength: 2 }),
    sections: fc.array(fc.record({ heading: words, prose }), { maxLength: 1 }),
  })
  .map(({ fields: given, ...rest }) => withFootnotes(article({ ...given, ...rest })));

/** Every footnote that the story refers to. */
function withFootnotes(story: Article): Article {
  const found = JSON.stringify(story).matchAll(/"type":"footnote","label":("(?:[^"\\]|\\.)*")/g);
  const labels = new Set([...found].map(([, label = '""']) => JSON.parse(label) as string));
  return { ...story, footnotes: [...labels].map((label) => ({ label, prose: [p('Port register, page 4.')] })) };
}
