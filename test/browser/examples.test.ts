import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Look, launch, open } from './browser.ts';

/* Every example's page, as the repository has it: on a wide screen and a phone, in light, dark and print. */
const posts = resolve(import.meta.dirname, '../../examples/posts');
const pages = readdirSync(posts).filter((name) => name.endsWith('.html'));

interface Measures {
  readonly scrolled: number;
  readonly shown: number;
  readonly headline: number;
}

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

const LOOKS: readonly [string, Look][] = [
  ['wide, light', { width: 1280 }],
  ['wide, dark', { width: 1280, colorScheme: 'dark' }],
  ['phone, light', { width: 360 }],
  ['phone, dark', { width: 360, colorScheme: 'dark' }],
  ['print', { width: 800, media: 'print' }],
];

describe.each(pages)('%s', (name) => {
  const html = readFileSync(join(posts, name), 'utf8');
  test.each(LOOKS)('%s: nothing overflows, nothing is logged, only its own images are asked for', async (_, look) => {
    const { page, requests, messages, close } = await open(browser, html, look);
    // As text: the tests are checked without the types of a browser.
    const { scrolled, shown, headline } = await page.evaluate<Measures>(`({
      scrolled: document.documentElement.scrollWidth,
      shown: document.documentElement.clientWidth,
      headline: document.querySelector('h1').getBoundingClientRect().width,
    })`);
    const images = [...html.matchAll(/<img src="([^"]+)"/g)].map(([, src]) => src);
    await close();
    expect(scrolled).toBeLessThanOrEqual(shown);
    expect(headline).toBeGreaterThan(200);
    expect(messages).toEqual([]);
    expect(images).toEqual(expect.arrayContaining(requests));
  });
});
