import PostalMime from 'postal-mime';
import twitter from 'twitter-text';
import { describe, expect, test } from 'vitest';
import { formatNamed } from '../../../src/render.ts';
import { measuredPosts } from '../../../src/write/channels/measured-posts.ts';
import { CHANNELS } from '../../../src/write/channels/names.ts';
import { UnprintableError } from '../../../src/write/index.ts';
import { article, house, p } from '../fixtures.ts';

const url = 'https://lab.example/night';
const short = article({ url, byline: ['Ada Okafor'], dek: 'A dek', body: [p('The lab opened.')] });
const long = article({ url, body: [p('The lab opened at night. '.repeat(200).trim())] });
const abab = house();

describe.each(CHANNELS)('%s', (name) => {
  test('measures every post within its limits', () => {
    for (const story of name === 'linkedin' ? [short] : [short, long]) {
      const posts = measuredPosts(name, story, abab, {});
      expect(posts.length).toBeGreaterThan(0);
      expect(posts.map(({ text, html = '' }) => text + html).join('')).toContain('The lab opened');
      for (const { measures } of posts) {
        const [first] = measures.filter(({ unit }) => !/of the/.test(unit));
        expect(first?.count).toBeGreaterThan(0);
        expect(first?.count).toBeLessThanOrEqual(first?.max ?? 0);
      }
    }
  });

  test('prints the parts that its settings choose', () => {
    const posts = measuredPosts(name, { ...short, laws: [[p('A law of nights.')]] }, abab, { parts: ['laws'] });
    const text = posts.map((post) => post.text + (post.html ?? '')).join('');
    expect(text).toContain('A law of nights.');
    expect(text).not.toContain('The lab opened.');
  });
});

test('the counts are those of the platforms', async () => {
  const [x] = measuredPosts('x', long, abab, {});
  expect(x?.measures).toEqual([
    { unit: 'characters', count: twitter.parseTweet(x?.text ?? '').weightedLength, max: 280 },
  ]);
  const [premium] = measuredPosts('x', long, abab, { premium: true });
  expect(premium?.measures[0]?.max).toBe(25_000);
  const [mastodon] = measuredPosts('mastodon', long, abab, { limit: 1000 });
  expect(mastodon?.measures[0]?.max).toBe(1000);
  const [linkedin] = measuredPosts('linkedin', article({ body: [p('A (small) lab_*')] }), abab, {});
  expect(linkedin?.text).toContain('A (small) lab_*');
  expect(linkedin?.measures[0]?.count).toBe(linkedin?.text.length);
  const [email] = measuredPosts('email', short, abab, {});
  const { html = '' } = await PostalMime.parse(formatNamed('email').write(short, abab, {}));
  expect(email?.html?.trim()).toBe(html.trim());
  expect(email?.measures[0]?.count).toBe(Buffer.byteLength(email?.html ?? ''));
});

test('the fields of WeChat are measured, also those that are too long', () => {
  const [post] = measuredPosts('wechat', article({ headline: '长'.repeat(40), byline: ['Ada'] }), house('abab-zh'), {});
  expect(post?.measures.slice(1)).toEqual([
    { unit: 'characters of the title', count: 40, max: 32 },
    { unit: 'characters of the author', count: 3, max: 16 },
    { unit: 'characters of the digest', count: 0, max: 128 },
  ]);
});

test('a story that a channel cannot print is an error', () => {
  expect(() => measuredPosts('linkedin', long, abab, {})).toThrow(UnprintableError);
});
