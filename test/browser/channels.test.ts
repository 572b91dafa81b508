import type { Browser } from 'playwright-core';
import PostalMime from 'postal-mime';
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest';
import type { Article } from '../../src/model/article.ts';
import type { House } from '../../src/model/house.ts';
import { email, wechat } from '../../src/write/channels/formats.ts';
import { article, house, p } from '../write/fixtures.ts';
import { ATTACKS, hostileStory } from '../write/html/hostile.ts';
import { chinese, english } from '../write/html/stories.ts';
import { LOWEST_CONTRAST, launch, open } from './browser.ts';

/* The HTML of an e-mail and of WeChat, in the widths of a phone and a window. */
let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

type Print = (story: Article, desk: House) => Promise<string>;

const mail: Print = async (story, desk) => (await PostalMime.parse(email.write(story, desk, {}))).html ?? '';
/** As WeChat shows it: black on white, with a margin. */
const pasted: Print = async (story, desk) =>
  `<!doctype html><meta charset="utf-8"><body style="margin:16px;background:#fff">${wechat.write(story, desk, {})}`;

const formats = [
  { name: 'email', print: mail, schemes: ['light', 'dark'] },
  { name: 'wechat', print: pasted, schemes: ['light'] },
] as const;
const url = 'https://a.example/b';
const long = 'Donaudampfschifffahrtsgesellschaftskapitaen'.repeat(4);
const stories = [
  { language: 'English', story: english, desk: house() },
  { language: 'Chinese', story: { ...chinese, url }, desk: house('abab-zh') },
  { language: 'Arabic', story: article({ lang: 'ar' }), desk: house() },
  { language: 'long words', story: article({ headline: `Headline ${long}`, body: [p(long)], url }), desk: house() },
] as const;

describe.each(formats)('$name', ({ print, schemes }) => {
  describe.each(stories)('$language', ({ story, desk }) => {
    it.each([390, 800])('has no horizontal scroll at %i px', async (width) => {
      const { page, close } = await open(browser, await print(story, desk), { width });
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(width);
      await close();
    });
    it.each(schemes)('is readable in %s, by WCAG AA', async (colorScheme) => {
      const { page, close } = await open(browser, await print(story, desk), { colorScheme });
      const { ratio, text } = await page.evaluate<{ ratio: number; text: string }>(LOWEST_CONTRAST);
      expect(ratio, text).toBeGreaterThanOrEqual(4.5);
      await close();
    });
  });
  test.each(ATTACKS)('%j does not run', async (attack) => {
    const { body, insight, laws, ...rest } = hostileStory(attack);
    const none = { ...rest, body: [], insight: [], laws: [], sections: [], url, lang: 'en' };
    // Each part is short enough for WeChat.
    const parts = [
      { ...none, body },
      { ...none, insight },
      { ...none, laws },
    ].map((story) => print(story, house()));
    const { page, messages, close } = await open(browser, (await Promise.all(parts)).join('\n'));
    expect(await page.evaluate('window.ran')).toBeUndefined();
    expect(messages).toEqual([]);
    await close();
  });
});
