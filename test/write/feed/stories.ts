import fc from 'fast-check';
import type { Article, Block, Inline } from '../../../src/model/article.ts';
import { collectFeed } from '../../../src/write/feed/collect.ts';
import { createEntry } from '../../../src/write/feed/entry.ts';
import type { FeedEntry } from '../../../src/write/feed/index.ts';
import { article, house, p, t } from '../fixtures.ts';

/** The entry of a story. @throws for a story that has none. */
export function entryOf(story: Article, of = house()): FeedEntry {
  const result = createEntry(story, of, false);
  if ('faults' in result) throw new Error(result.faults.map(({ message }) => message).join('; '));
  return result.entry;
}

/** The feed of stories. */
export function feedOf(stories: readonly Article[], of = house()) {
  const feed = collectFeed(stories.map((story) => entryOf(story, of)));
  if (!feed) throw new Error('no feed');
  return feed;
}

/** What breaks out of XML, HTML or JSON, what neither can hold, and ordinary words. */
const text = fc
  .array(
    fc.constantFrom(
      ...['port', ' ', 'ship', '&', '<b>', '</content>', ']]>', '<!--', '"', "'", '&amp;', '\u0001', '\ud83d', '🚀'],
      ...['\n', '\t', '\r', '\ufffe', '港口', '。', 'é', '\u2028', '\\', '{{', '%', '\u0085', '\u200f'],
    ),
    { minLength: 1, maxLength: 6 },
  )
  .map((parts) => `a${parts.join('')}z`);

export const URLS = [
  'b.png',
  '/c d?e=1&f#g',
  '#h',
  '../i',
  '//j.example/k',
  'https://l.example/é',
  'mailto:m@n.example',
];
const url = fc.constantFrom(...URLS, 'javascript:o', '');

const inline: fc.Arbitrary<Inline> = fc.oneof(
  text.map(t),
  text.map((text): Inline => ({ type: 'codespan', text })),
  fc.record({ href: url, words: text }).map(({ href, words }): Inline => ({ type: 'link', href, tokens: [t(words)] })),
  fc.record({ href: url, text }).map(({ href, text }): Inline => ({ type: 'image', href, text })),
  text.map((words): Inline => ({ type: 'em', tokens: [t(words), { type: 'footnote', label: '1' }] })),
);
const inlines = fc.array(inline, { minLength: 1, maxLength: 3 });
const block: fc.Arbitrary<Block> = fc.oneof(
  inlines.map((tokens) => p(...tokens)),
  inlines.map((tokens): Block => ({ type: 'heading', depth: 3, tokens })),
  inlines.map((tokens): Block => ({ type: 'blockquote', tokens: [p(...tokens)] })),
  inlines.map((tokens): Block => ({ type: 'list', ordered: false, loose: false, items: [{ tokens: [p(...tokens)] }] })),
  inlines.map((tokens): Block => ({ type: 'table', align: [null], header: [{ tokens }], rows: [[{ tokens }]] })),
  text.map((text): Block => ({ type: 'code', text })),
);
const prose = fc.array(block, { minLength: 1, maxLength: 2 });

/** A date of a year in any zone, with or without seconds. Few days, so that some stories have the same moment. */
const date = fc
  .tuple(fc.integer({ min: 1, max: 5 }), fc.constantFrom('', ':00', ':30.5'), fc.constantFrom('Z', '+08:00', '-03:30'))
  .map(([day, seconds, zone]) => `2026-05-0${day}T09:00${seconds}${zone}`);

const names = fc.uniqueArray(text, { maxLength: 2 });
const fields = fc.record(
  {
    updated: date,
    dek: text,
    byline: names,
    section: text,
    topics: names,
    image: fc.record({
      url: fc.constantFrom('p.png', 'https://q.example/r.jpg'),
      alt: text,
      caption: text,
      credit: text,
    }),
    corrections: fc.array(
      text.map((said) => ({ text: said })),
      { maxLength: 1 },
    ),
    insight_by: fc.constantFrom('human' as const, 'ai' as const, 'mixed' as const),
    lang: fc.constantFrom('en', 'zh', 'zh-Hant-TW', 'pt-BR', 'ar'),
  },
  { requiredKeys: [] },
);

/** Stories with different URLs, and some with different ids. */
export const stories: fc.Arbitrary<readonly Article[]> = fc
  .array(fc.record({ fields, headline: text, body: prose, insight: prose, laws: prose, date, hasId: fc.boolean() }), {
    minLength: 1,
    maxLength: 4,
  })
  .map((list) =>
    list.map(({ fields, headline, body, insight, laws, date, hasId }, at) =>
      article({
        ...fields,
        headline,
        body,
        insight: [{ prose: insight }],
        laws: [laws],
        date,
        url: `https://port.example/2026/${at}?a=1&b=2`,
        ...(hasId ? { id: `urn:example:story:${at}&` } : {}),
        footnotes: [{ label: '1', prose: body }],
      }),
    ),
  );
