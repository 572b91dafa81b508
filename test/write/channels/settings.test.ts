import fc from 'fast-check';
import twitter from 'twitter-text';
import { describe, expect, test } from 'vitest';
import type { Article } from '../../../src/model/article.ts';
import type { ChannelSettings } from '../../../src/model/channels.ts';
import { formatNamed } from '../../../src/render.ts';
import { hashtagOf } from '../../../src/write/channels/hashtags.ts';
import { MASTODON } from '../../../src/write/channels/limits/mastodon.ts';
import type { Format } from '../../../src/write/format.ts';
import { article, house, p } from '../fixtures.ts';
import { squeezed, story } from './stories.ts';

const abab = house();
const [telegram, x, bluesky, mastodon, linkedin, email, wechat] = [
  formatNamed('telegram'),
  formatNamed('x'),
  formatNamed('bluesky'),
  formatNamed('mastodon'),
  formatNamed('linkedin'),
  formatNamed('email'),
  formatNamed('wechat'),
];
const url = 'https://lab.example/night';

/** The texts of the posts of a story. */
function texts(format: Format, one: Article, settings: ChannelSettings = {}): readonly string[] {
  const { posts, messages } = JSON.parse(format.write(one, abab, settings)) as Record<string, unknown[]>;
  return (posts ?? messages ?? []).map((post) => (typeof post === 'string' ? post : (post as { text: string }).text));
}

describe('number', () => {
  const long = article({ body: [p('The lab opened at night. '.repeat(200).trim())] });
  test.each([telegram, x, bluesky, mastodon].map((format) => [format.name, format] as const))(
    'the posts of a thread on %s have numbers',
    (_, format) => {
      const posts = texts(format, long, { number: true });
      expect(posts.length).toBeGreaterThan(1);
      for (const [index, post] of posts.entries())
        expect(post.endsWith(`\n\n${index + 1}/${posts.length}`), post).toBe(true);
      expect(texts(format, long).join('')).not.toMatch(/\n\d+\/\d+/);
    },
  );
  test('a single post has none', () => {
    expect(texts(telegram, article(), { number: true })).toEqual(texts(telegram, article()));
  });
  test('with numbers of two digits, every post still fits', () => {
    const posts = texts(x, long, { number: true });
    expect(posts.length).toBeGreaterThan(9);
    for (const post of posts) expect(twitter.parseTweet(post).valid, post).toBe(true);
  });
  test('a URL that does not fit with its number is refused with its own length', () => {
    const one = article({ body: [p(`https://a.unknown-tld/${'a'.repeat(233)}`)] });
    expect(() => x.write(one, abab, {})).not.toThrow();
    expect(() => x.write(one, abab, { number: true })).toThrow('x: a URL of 255 characters does not fit');
  });
});

describe('numbered threads of any story', () => {
  const runs = { numRuns: Number(process.env.RUNS ?? 100) };
  test('are the story, and X accepts each post', () => {
    fc.assert(
      fc.property(story, (one) => {
        const settings = { link: true, number: true, hashtags: ['AI'] };
        const posts = texts(x, { ...one.article, url }, settings);
        for (const post of posts) expect(twitter.parseTweet(post).weightedLength, post).toBeLessThanOrEqual(280);
        const plain = posts.length === 1 ? posts : posts.map((post) => post.replace(/\n\n\d+\/\d+$/, ''));
        const [whole = ''] = texts(x, { ...one.article, url }, { ...settings, premium: true });
        const unquoted = (text: string): string => squeezed(text.replace(/^>( |$)/gm, ''));
        expect(unquoted(plain.join('\n'))).toBe(unquoted(whole));
      }),
      runs,
    );
  });
});

describe('premium and limit', () => {
  const long = article({ body: [p('The lab opened at night. '.repeat(200).trim())] });
  test('an account with long posts writes one', () => {
    expect(texts(x, long, { premium: true })).toHaveLength(1);
    const longer = article({ body: [p('The lab opened at night. '.repeat(1500).trim())] });
    const posts = texts(x, longer, { premium: true });
    expect(posts).toHaveLength(2);
    for (const post of posts) expect(twitter.parseTweet(post).weightedLength).toBeLessThanOrEqual(25_000);
  });
  test('a server can allow more and less', () => {
    const lengths = (limit?: number) =>
      texts(mastodon, long, limit === undefined ? {} : { limit }).map(({ length }) => length);
    expect(Math.max(...lengths())).toBeLessThanOrEqual(MASTODON.characters.max);
    expect(Math.max(...lengths(100))).toBeLessThanOrEqual(100);
    expect(lengths(11_000)).toHaveLength(1);
  });
});

describe('hashtags', () => {
  test.each([
    ['robots', '#robots'],
    ['supply chain', '#SupplyChain'],
    ['U.S. economy', '#USEconomy'],
    ["world's fair", '#WorldsFair'],
    ['R&D', '#RD'],
    ['人工智能', '#人工智能'],
    ['GPT-5', '#GPT5'],
    ['#AI', '#AI'],
    ['2028', undefined],
    ['C++', undefined],
    ['C#', undefined],
    ['…', undefined],
  ])('%s is %s', (topic, expected) => {
    expect(hashtagOf(topic)).toBe(expected);
  });
  test.each(['robots', 'supply chain', 'U.S. economy', '人工智能', 'naïve café'])(
    'X finds the hashtag of %s',
    (topic) => {
      const found = twitter.extractHashtags(`A. ${hashtagOf(topic)}`);
      expect(found).toEqual([hashtagOf(topic)?.slice(1)]);
    },
  );
  test('are at the end, each once, after the link', () => {
    const one = article({ url, topics: ['robots', 'Robots', 'robots', '2028'] });
    const [post] = texts(telegram, one, { link: true, hashtags: true });
    expect(post?.endsWith(`\n\n${url}\n\n#robots #Robots`)).toBe(true);
  });
  test('that a house lists are the same for every story', () => {
    const [post] = texts(telegram, article({ topics: ['robots'] }), { hashtags: ['Desk', 'AI'] });
    expect(post?.endsWith('\n\n#Desk #AI')).toBe(true);
  });
  test('a story without topics has none', () => {
    expect(texts(x, article(), { hashtags: true })).toEqual(texts(x, article()));
  });
  test('are facets of Bluesky by bytes, and no tags', () => {
    const one = article({ topics: ['机器人', '2028'], headline: '公司' });
    const { posts } = JSON.parse(bluesky.write(one, abab, { parts: ['headline'], hashtags: true }));
    const [{ text, facets, tags }] = posts;
    expect(text).toBe('公司\n\n#机器人');
    expect(facets).toEqual([
      { index: { byteStart: 8, byteEnd: 18 }, features: [{ $type: 'app.bsky.richtext.facet#tag', tag: '机器人' }] },
    ]);
    expect(tags).toEqual(['2028']);
  });
  test('are not escaped for LinkedIn, and the text is', () => {
    const one = article({ topics: ['AI'], headline: 'We #win' });
    const post = linkedin.write(one, abab, { parts: ['headline'], hashtags: ['AI', 'a_b'] });
    expect(post).toBe('We \\#win\n\n#AI #a\\_b\n');
  });
});

describe('link', () => {
  test('is a facet of Bluesky and an entity of Telegram', () => {
    const one = article({ url });
    expect(bluesky.write(one, abab, { parts: ['headline'], link: true })).toContain(`"uri": "${url}"`);
    expect(telegram.write(one, abab, { parts: ['headline'], link: true })).toContain(`"url": "${url}"`);
  });
  test('is printed once on X', () => {
    expect(texts(x, article({ url }), { parts: ['headline'], link: true })).toEqual([
      `Harbor Robotics Opens Its Books\n\n${url}`,
    ]);
  });
  test.each([undefined, 'ftp://lab.example'])('needs the URL of a page, which %s is not', (given) => {
    const one = article(given === undefined ? {} : { url: given });
    expect(() => x.write(one, abab, { link: true })).toThrow('x: a post that ends with a link needs the url');
  });
});

test.each([
  ['telegram', telegram],
  ['email', email],
  ['wechat', wechat],
] as const)('%s: a story without the chosen parts is refused', (name, { write }) => {
  expect(() => write(article(), house('abab', { order: ['dek'] }), { parts: ['dek'] })).toThrow(
    `${name}: the story has none of the parts that are printed`,
  );
});

test('LinkedIn says how long each part is', () => {
  const one = article({ body: [p('x'.repeat(3000))] });
  try {
    linkedin.write(one, abab, {});
    expect.unreachable();
  } catch (error) {
    expect((error as { advice: string }).advice).toBe(
      'Shorten the story, or choose parts of it with --parts. Characters: headline 31, body 3,000, source 26, insight 57, laws 91.',
    );
  }
});
