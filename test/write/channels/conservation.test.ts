import { RichText as Judge } from '@atproto/api';
import fc from 'fast-check';
import twitter from 'twitter-text';
import { describe, expect, test } from 'vitest';
import { compose } from '../../../src/write/channels/compose.ts';
import { bluesky, discord, linkedin, mastodon, slack, telegram, x } from '../../../src/write/channels/formats.ts';
import { spellOut } from '../../../src/write/channels/spell-out.ts';
import { split } from '../../../src/write/channels/split.ts';
import type { Format } from '../../../src/write/format.ts';
import { UnprintableError } from '../../../src/write/unprintable.ts';
import { bodyText } from '../../format/generate.ts';
import { article, house } from '../fixtures.ts';
import { readProse } from '../round-trip.ts';
import { isDiscordMessage } from './discord-schema.ts';
import { readDiscord } from './read-discord.ts';
import { readChannel } from './readers.ts';
import { isSlackMessage } from './slack-schema.ts';
import { type Story, squeezed, story } from './stories.ts';

/* Whatever the story: the posts together are the story, and the platform's own library accepts each. */
const abab = house();
const runs = { numRuns: Number(process.env.RUNS ?? 100) };
const printed = (format: Format, { article }: Story): string => format.write(article, abab, {});

function expectWhole(
  posts: readonly string[],
  { article, sentences, quotations, links }: Story,
  hasUrls: boolean,
): void {
  const all = posts.join('\n');
  const urls = links.reduce((text, url) => text.replaceAll(`(${url})`, ''), squeezed(all.replace(/^>( |$)/gm, '')));
  let reached = 0;
  for (const sentence of [article.headline, ...sentences]) {
    const at = urls.indexOf(squeezed(sentence), reached);
    expect(at, `${sentence}\nin\n${all}`).toBeGreaterThanOrEqual(reached);
    reached = at + squeezed(sentence).length;
  }
  for (const quotation of quotations) expect(urls).toContain(squeezed(quotation));
  if (hasUrls) for (const link of links) expect(all).toContain(link);
  for (const post of posts) {
    expect(post).toBe(post.trim());
    expect(post).not.toBe('');
    expect(post.isWellFormed()).toBe(true);
  }
}

describe('the posts of a thread are the story, and each is within the limit', () => {
  test('telegram: entities on whole characters', () => {
    fc.assert(
      fc.property(story, (one) => {
        const { messages } = JSON.parse(printed(telegram, one)) as {
          messages: { text: string; entities?: { offset: number; length: number; type: string; url?: string }[] }[];
        };
        expectWhole(
          messages.map(({ text }) => text),
          one,
          false,
        );
        const urls = messages.flatMap(({ entities = [] }) => entities.flatMap(({ url }) => url ?? []));
        expect(new Set(urls)).toEqual(new Set(one.links));
        for (const { text, entities = [] } of messages) {
          expect(text.length).toBeLessThanOrEqual(4096);
          expect(entities.length).toBeLessThanOrEqual(100);
          for (const { offset, length } of entities) {
            expect(length).toBeGreaterThan(0);
            expect(offset + length).toBeLessThanOrEqual(text.length);
            expect(text.slice(offset, offset + length).isWellFormed()).toBe(true);
          }
        }
      }),
      runs,
    );
  });

  test('x: by twitter-text', () => {
    fc.assert(
      fc.property(story, (one) => {
        const { posts } = JSON.parse(printed(x, one)) as { posts: string[] };
        expectWhole(posts, one, true);
        for (const post of posts) expect(twitter.parseTweet(post).weightedLength, post).toBeLessThanOrEqual(280);
        for (const post of posts) expect(twitter.parseTweet(post).valid, post).toBe(true);
      }),
      runs,
    );
  });

  test('bluesky: by the RichText of @atproto/api', () => {
    fc.assert(
      fc.property(story, (one) => {
        const { posts } = JSON.parse(printed(bluesky, one)) as {
          posts: { text: string; facets?: ConstructorParameters<typeof Judge>[0]['facets'] }[];
        };
        expectWhole(
          posts.map(({ text }) => text),
          one,
          false,
        );
        const found: string[] = [];
        for (const { text, facets = [] } of posts) {
          const judge = new Judge({ text, facets });
          expect(judge.graphemeLength, text).toBeLessThanOrEqual(300);
          expect(new TextEncoder().encode(text).length).toBeLessThanOrEqual(3000);
          const links = [...judge.segments()].filter((segment) => segment.isLink());
          expect(links).toHaveLength(facets.length);
          for (const { text: shown, link } of links) {
            expect(shown.isWellFormed()).toBe(true);
            expect(shown).not.toContain('\ufffd');
            found.push(link?.uri ?? '');
          }
        }
        expect(new Set(found)).toEqual(new Set(one.links));
      }),
      runs,
    );
  });

  test('mastodon: 500 characters, where a URL counts 23', () => {
    const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' });
    fc.assert(
      fc.property(story, (one) => {
        const { posts } = JSON.parse(printed(mastodon, one)) as { posts: string[] };
        expectWhole(posts, one, true);
        for (const post of posts) {
          const counted = post.replace(/https?:\/\/[^\s)]+/g, 'u'.repeat(23));
          expect([...segmenter.segment(counted)].length).toBeLessThanOrEqual(500);
        }
      }),
      runs,
    );
  });
});

test('slack: a message that fits is the story, within the published limits', () => {
  fc.assert(
    fc.property(story, (one) => {
      let output = '';
      try {
        output = printed(slack, one);
      } catch (error) {
        expect(error).toBeInstanceOf(UnprintableError);
        return;
      }
      const message = JSON.parse(output);
      isSlackMessage(message);
      expect(isSlackMessage.errors).toBeNull();
      expect(JSON.stringify(message.blocks).length).toBeLessThanOrEqual(13_000);
      expectWhole(
        readChannel('slack', output).map((text) => text.trim()),
        one,
        false,
      );
      const urls = [...output.matchAll(/"url": "([^"]*)"/g)].map(([, url]) => url);
      expect(new Set(urls)).toEqual(new Set(one.links));
    }),
    runs,
  );
});

test('discord: by discord-markdown-parser and the published limits', () => {
  fc.assert(
    fc.property(story, (one) => {
      const output = printed(discord, one);
      const links: string[] = [];
      for (const message of JSON.parse(output).messages) {
        isDiscordMessage(message);
        expect(isDiscordMessage.errors).toBeNull();
        for (const { title = '', description } of message.embeds) {
          expect(title.length).toBeLessThanOrEqual(256);
          expect(description.length).toBeLessThanOrEqual(4096);
          links.push(...readDiscord(description).links);
        }
      }
      const posts = readChannel('discord', output).map((text) => text.trim());
      expectWhole(
        posts.filter((text) => text !== ''),
        one,
        false,
      );
      expect(new Set(links)).toEqual(new Set(one.links));
    }),
    runs,
  );
});

test('any Markdown: the parts are the text, and every platform accepts them', () => {
  fc.assert(
    fc.property(bodyText, (markdown) => {
      const one = article({ body: readProse(markdown) });
      const rich = compose(one, abab, 'x', {});
      for (const max of [30, 200]) {
        const parts = split(rich, ({ text }) => text.length <= max);
        expect(squeezed(parts.map(({ text }) => text).join(''))).toBe(squeezed(rich.text));
        for (const { text, marks } of parts) {
          expect(text).toBe(text.trim());
          expect(text.length <= max || /https?:/.test(text), text).toBe(true);
          for (const { start, end } of marks) expect(text.slice(start, end).isWellFormed()).toBe(text.isWellFormed());
          for (const { start, end } of marks) expect([start < end, end <= text.length]).toEqual([true, true]);
        }
      }
      const posts = (format: Format) => {
        try {
          return JSON.parse(format.write(one, abab, {})).posts;
        } catch (error) {
          if (error instanceof UnprintableError) return [];
          throw error;
        }
      };
      for (const post of posts(x)) expect(twitter.parseTweet(post).weightedLength, post).toBeLessThanOrEqual(280);
      for (const post of posts(bluesky)) expect(new Judge(post).graphemeLength, post.text).toBeLessThanOrEqual(300);
      for (const { text, entities = [] } of JSON.parse(telegram.write(one, abab, {})).messages)
        for (const { offset, length } of entities) expect(offset + length).toBeLessThanOrEqual(text.length);
    }),
    runs,
  );
});

test('any Markdown: Discord shows the text, and Slack accepts the message', () => {
  // The judge shows the markers of items, which it does not know, and those of quotations in them. Some characters of URLs are
  // encoded.
  const decoded = (text: string): string => text.replace(/%(?:2A|5C|60|7C|7E|28|29|3C|3E)/g, decodeURIComponent);
  const bare = (text: string): string => decoded(squeezed(text)).replace(/[•>-]/g, '');
  fc.assert(
    fc.property(bodyText, (markdown) => {
      const one = article({ body: readProse(markdown) });
      const rich = spellOut(compose(one, abab, 'discord', {}), ['item'], abab);
      // Tildes that are struck out have a label in place of tildes.
      fc.pre(
        !rich.marks.some(({ kind, start, end }) => kind === 'strike' && rich.text.slice(start, end).includes('~')),
      );
      const urls = rich.marks.flatMap(({ url }) => (url === undefined ? [] : `(${bare(url)})`));
      const withoutUrls = (text: string): string => urls.reduce((all, url) => all.replaceAll(url, ''), bare(text));
      const printed = discord.write(one, abab, {});
      expect(withoutUrls(readChannel('discord', printed).join(''))).toBe(withoutUrls(rich.text));
      const links = new Set(rich.marks.flatMap(({ url }) => (url === undefined ? [] : decoded(url))));
      const descriptions = JSON.parse(printed).messages.flatMap(({ embeds }: { embeds: { description?: string }[] }) =>
        embeds.map(({ description = '' }) => description),
      );
      expect(new Set(descriptions.flatMap((text: string) => readDiscord(text).links.map(decoded)))).toEqual(links);
      const message = JSON.parse(slack.write(one, abab, {}));
      isSlackMessage(message);
      expect(isSlackMessage.errors).toBeNull();
      // A list of Slack cannot start at 0, so that number is text.
      const told = squeezed(readChannel('slack', JSON.stringify(message)).join('')).replaceAll('0.', '');
      expect(told).toBe(squeezed(compose(one, abab, 'slack', {}).text).replaceAll('0.', ''));
      const kept = Array.from(JSON.stringify(message).matchAll(/"url":"([^"]*)"/g), ([, url = '']) => decoded(url));
      expect(new Set(kept)).toEqual(links);
    }),
    runs,
  );
});

test('linkedin: a post that fits is the story without its escapes', () => {
  fc.assert(
    fc.property(story, (one) => {
      const text = spellOut(compose(one.article, abab, 'linkedin', {}), ['quote', 'item', 'strike', 'link'], abab).text;
      if (text.length > 3000) {
        expect(() => linkedin.write(one.article, abab, {})).toThrow(UnprintableError);
        return;
      }
      const post = linkedin.write(one.article, abab, {});
      expect(post.replace(/\\[\\|{}@[\]()<>#*_~]/g, '')).not.toMatch(/[\\|{}@[\]()<>#*_~]/);
      expect(post.replace(/\\(.)/g, '$1').trimEnd()).toBe(text);
      expectWhole([text], one, true);
    }),
    runs,
  );
});
