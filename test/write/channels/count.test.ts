import twitter from 'twitter-text';
import { describe, expect, test } from 'vitest';
import { graphemeCount } from '../../../src/typography/index.ts';
import { byteCount, graphemesWithUrls, weightedLength } from '../../../src/write/channels/count.ts';
import { X, X_WEIGHTS } from '../../../src/write/channels/limits/x.ts';

const weight = (text: string): number => weightedLength(text, { ...X_WEIGHTS, url: X.url.max });

describe('the weighted length of X', () => {
  test.each([
    'The lab opened.',
    'Müller, naïve — “résumé” … ‘don’t’ 5 €',
    '公司发布了报告。',
    'Привет, мир',
    '🚀 𠮷',
    'See https://example.com.',
    'See https://example.com/a/b?c=d&e=f now',
    '(https://example.com/a-long-path/with/many/parts/and/a/very/long/name)',
    '来源（https://a.cn/x）。',
    'e\u0301',
    'a‍b',
    '',
  ])('of %s is that of twitter-text', (text) => {
    expect(weight(text)).toBe(twitter.parseTweet(text).weightedLength);
  });
  test.each([
    'story.md and example.com',
    'end.It was',
    'https://a.unknown-tld/x',
    'https://a.com.unknown',
    'https://a.com:8080/x',
    'https://en.wikipedia.org/wiki/A_(b)',
    'https://a.com/x(1',
    'https://a.com/!',
    'xhttps://a.com/aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa',
    '@https://a.com/aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa',
    'https://a.com_b/aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa',
    'https://a.com@b.com/aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa',
    '公司a.com发布，见 a.中国 和 U.S.企业',
    '👩‍🚀 👨‍👩‍👧 🇩🇪 ❤️ 1️⃣',
    '\u0958',
  ])('of %s is not less than that of twitter-text', (text) => {
    expect(weight(text)).toBeGreaterThanOrEqual(twitter.parseTweet(text).weightedLength);
  });
});

test('Mastodon counts graphemes, and a URL as 23', () => {
  const count = (text: string) => graphemesWithUrls(text, { url: 23 });
  expect(count('公司🚀')).toBe(3);
  expect(count('See https://example.com/a-very-long-path/that-goes-on, please.')).toBe(4 + 23 + 9);
  expect(count('👩‍🚀')).toBe(1);
  expect(count('ftp://a')).toBe(7 + 23);
});

test('Bluesky counts graphemes and bytes', () => {
  expect(graphemeCount('a\n公司👩‍🚀e\u0301')).toBe(6);
  for (const text of ['a', 'é', '公', '🚀', '👩‍🚀 a'])
    expect(byteCount(text)).toBe(new TextEncoder().encode(text).length);
});
