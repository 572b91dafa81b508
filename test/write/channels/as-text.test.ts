import { describe, expect, test } from 'vitest';
import { bluesky, mastodon, telegram, x } from '../../../src/write/channels/formats.ts';
import { article, house, p, t } from '../fixtures.ts';
import { readChannel } from './readers.ts';

const link = { type: 'link', href: 'https://lab.example/report', tokens: [t('the report')] } as const;
const long = article({ body: Array.from({ length: 60 }, (_, at) => p(`Lab ${at} opened at night. See `, link, '.')) });

describe.each([telegram, x, bluesky, mastodon])('the text of a thread: $name', ({ name, write }) => {
  const posts = write(long, house(), { asText: true }).trimEnd().split('\n---\n');
  test('has the posts, with a line between two', () => {
    expect(posts.length).toBeGreaterThan(1);
    expect(posts.join('\n')).toContain(long.headline);
    for (let at = 0; at < 60; at++) expect(posts.join('\n')).toContain(`Lab ${at} opened at night.`);
  });
  test('keeps each URL, and each post within the limit', () => {
    expect(posts.join('\n').match(/the report \(https:\/\/lab\.example\/report\)/g)).toHaveLength(60);
    const most = { telegram: 4096, bluesky: 300 }[name as string];
    if (most !== undefined) for (const post of posts) expect(post.length).toBeLessThanOrEqual(most);
  });
  test('is that of the JSON where the channel has no formatting', () => {
    if (name === 'x' || name === 'mastodon') expect(posts).toEqual(readChannel(name, write(long, house(), {})));
  });
});
