import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import pixelmatch from 'pixelmatch';
import { PNG } from 'pngjs';
import { describe, expect, test } from 'vitest';
import { readPost } from '../../../src/render.ts';
import { loadPng, loadSvg } from '../../../src/write/card/draw.ts';

/* Cards as somebody looked at them. UPDATE=1 draws them again: look at each. */
const examples = join(import.meta.dirname, '../../../examples');
const pictures = join(import.meta.dirname, 'pictures');

const CARDS = [
  { picture: 'headline.png', note: 'intelligence-explosion.md' },
  { picture: 'headline-zh.png', note: 'longyu-harvest-share.md' },
  { picture: 'law.png', note: 'intelligence-explosion.md', law: 2 },
  { picture: 'law-zh.png', note: 'yanhe-mask-inspection.md', law: 1 },
  { picture: 'short.png', note: 'intelligence-explosion.md', headline: 'Lab Opens' },
  {
    picture: 'long.png',
    note: 'intelligence-explosion.md',
    headline: 'A Robot Opens the Lab at Night '.repeat(7).trim(),
  },
  { picture: 'draft.png', note: 'longyu-harvest-share.md', headline: 'Lab Opens', status: 'draft' },
] as const;

/** A card as bytes. */
async function draw({ note, ...more }: (typeof CARDS)[number]): Promise<Uint8Array> {
  const { post } = readPost(readFileSync(join(examples, note), 'utf8'));
  if (!post) throw new Error('no post');
  const { law, ...fields } = { law: undefined, ...more };
  return (await loadPng())({ ...post.article, ...fields }, post.house, { law, fonts: [] });
}

describe.each(CARDS)('$picture', (card) => {
  test('is 1200 × 630 pixels, and as it was looked at', async () => {
    const path = join(pictures, card.picture);
    const bytes = await draw(card);
    if (process.env.UPDATE) writeFileSync(path, bytes);
    const [drawn, seen] = [PNG.sync.read(Buffer.from(bytes)), PNG.sync.read(readFileSync(path))];
    expect([drawn.width, drawn.height]).toEqual([1200, 630]);
    const different = pixelmatch(drawn.data, seen.data, undefined, 1200, 630, { threshold: 0.1 });
    expect(different).toBeLessThan(100);
  });
});

test('the same story is drawn with the same bytes', async () => {
  const digest = async () =>
    createHash('sha256')
      .update(await draw(CARDS[1]))
      .digest('hex');
  expect(await digest()).toBe(await digest());
});

test.each(['en', 'he'])('a long mark of a draft is beside the date in %s', async (lang) => {
  const { post } = readPost(readFileSync(join(examples, 'intelligence-explosion.md'), 'utf8'));
  if (!post) throw new Error('no post');
  const { article, house } = post;
  const labels = { ...house.labels, draft: 'A draft that is not for publication in any form, forward to nobody' };
  const story = { ...article, lang, status: 'draft', date: '2026-05-07T09:00:00Z' } as const;
  const svg = (await loadSvg())(story, { ...house, labels }, { fonts: [] });
  const columns = (color: string): readonly number[] => {
    const [, path = ''] = new RegExp(`<path fill="${color}" d="([^"]*)"`).exec(svg) ?? [];
    return Array.from(path.matchAll(/([\d.]+) [\d.]+/g), ([, x]) => Number(x));
  };
  const [date, mark] = [columns('#625e57'), columns('#9d1c20')];
  const [left, right] = lang === 'en' ? [date, mark] : [mark, date];
  expect(left.length).toBeGreaterThan(100);
  expect(Math.max(...left) + 20).toBeLessThan(Math.min(...right));
});

test('docs/card.md shows the card of the example', () => {
  const shown = readFileSync(join(examples, '../docs/images/card.png'));
  expect(shown.equals(readFileSync(join(pictures, 'headline.png')))).toBe(true);
});
