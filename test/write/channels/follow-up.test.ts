import { describe, expect, test } from 'vitest';
import type { Article } from '../../../src/model/article.ts';
import { formatNamed } from '../../../src/render.ts';
import { FORMATS, type Format } from '../../../src/write/index.ts';
import { newestCorrections } from '../../../src/write/newest-corrections.ts';
import { article, house } from '../fixtures.ts';

const FOLLOWED: readonly Format[] = FORMATS.filter(({ followsUp }) => followsUp);
const corrected = article({
  url: 'https://a.example/books',
  corrections: [
    { date: '2026-05-08T09:00:00Z', text: 'The year was wrong.' },
    { date: '2026-05-09T09:00:00Z', text: 'The "sum" was wrong.' },
  ],
});
const withdrawn: Article = { ...corrected, status: 'withdrawn' };
const followUp = (format: Format, story: Article, desk = house()) => format.write(story, desk, { followUp: true });
const named = (name: string) => formatNamed(name);

test('every channel has a follow-up', () => {
  expect(FOLLOWED.map(({ name }) => name)).toEqual(
    FORMATS.flatMap((one) => (one.template === '.channel' ? one.name : [])),
  );
});

describe.each(FOLLOWED.map((format) => [format.name, format] as const))('%s', (_, format) => {
  test('tells of the newest correction, and links to the story', () => {
    const text = followUp(format, corrected).replaceAll('\\', '');
    expect(text).toContain('Correction (May 9, 2026, 09:00 UTC): The "sum" was wrong.');
    expect(text).not.toContain('The year');
    expect(text).toContain('https://a.example/books');
    expect(text).not.toContain('audited');
  });
  test('tells of the withdrawal', () => {
    const text = followUp(format, withdrawn);
    expect(text).toContain('Withdrawn: Harbor Robotics Opens Its Books');
    expect(text).not.toContain('was wrong');
  });
  test('is refused for a story with neither', () => {
    expect(() => followUp(format, article())).toThrow('no correction to follow up');
  });
});

test.each(FOLLOWED.map((format) => [format.name, format] as const))(
  'on %s it is the same with parts, a link and hashtags',
  (_, format) => {
    const settings = { parts: ['laws'], link: true, hashtags: ['Books', 'Robots'], followUp: true } as const;
    for (const story of [corrected, withdrawn])
      expect(format.write(story, house(), settings)).toBe(followUp(format, story));
  },
);

test('on X it is one post', () => {
  expect(JSON.parse(followUp(named('x'), corrected))).toEqual({
    posts: ['Correction (May 9, 2026, 09:00 UTC): The "sum" was wrong.\n\nhttps://a.example/books'],
  });
});

test('a long correction is a thread', () => {
  const text = 'The first version of this story gave the wrong year for the opening of the books. '.repeat(5).trim();
  const { posts } = JSON.parse(followUp(named('x'), article({ corrections: [{ text }] })));
  expect(posts.length).toBeGreaterThan(1);
});

test('in Chinese, the labels are those of the house', () => {
  const text = followUp(named('bluesky'), withdrawn, house('abab-zh'));
  expect(text).toContain('撤稿：Harbor Robotics Opens Its Books');
});

describe('the newest corrections are', () => {
  const [a, b, c] = ['a', 'b', 'c'].map((text) => ({ text }));
  test.each([
    ['none of none', [], []],
    ['the last one without dates', [a, b], [b]],
    ['the one with a date', [{ ...a, date: '2026-05-08' }, b], [{ ...a, date: '2026-05-08' }]],
    [
      'the newest one, in whichever order',
      [
        { ...a, date: '2026-05-09T01:00:00+08:00' },
        { ...b, date: '2026-05-08T09:00:00Z' },
      ],
      [{ ...a, date: '2026-05-09T01:00:00+08:00' }],
    ],
    [
      'all of one moment',
      [
        { ...a, date: '2026-05-08T09:00:00Z' },
        { ...b, date: '2026-05-08T17:00:00+08:00' },
        { ...c, date: '2026-05-07' },
      ],
      [
        { ...a, date: '2026-05-08T09:00:00Z' },
        { ...b, date: '2026-05-08T17:00:00+08:00' },
      ],
    ],
  ])('%s', (_, given, expected) => {
    expect(newestCorrections(given as Article['corrections'])).toEqual(expected);
  });
});
