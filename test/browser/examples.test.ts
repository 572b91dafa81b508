import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launch, open } from './browser.ts';
import { EXAMPLES } from './pages.ts';

/* Every example's page, as the repository has it: on a wide screen and a phone, in light, dark and print. */

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

const LOOKS = [
  { width: 1280, colorScheme: 'light', media: 'screen' },
  { width: 1280, colorScheme: 'dark', media: 'screen' },
  { width: 360, colorScheme: 'light', media: 'screen' },
  { width: 360, colorScheme: 'dark', media: 'screen' },
  { width: 800, colorScheme: 'light', media: 'print' },
] as const;

test.each(EXAMPLES)(
  '$name: nothing overflows, nothing is logged, only its own images are asked for',
  async ({ page: html }) => {
    const { page, requests, messages, close } = await open(browser, html);
    for (const { width, colorScheme, media } of LOOKS) {
      await page.setViewportSize({ width, height: 900 });
      await page.emulateMedia({ colorScheme, media });
      // As text: the tests are checked without the types of a browser.
      const { scrolled, shown, headline } = await page.evaluate<Measures>(`({
      scrolled: document.documentElement.scrollWidth,
      shown: document.documentElement.clientWidth,
      headline: document.querySelector('h1').getBoundingClientRect().width,
    })`);
      expect(scrolled, `${width} ${colorScheme} ${media}`).toBeLessThanOrEqual(shown);
      expect(headline).toBeGreaterThan(200);
    }
    const images = [...html.matchAll(/<img src="([^"]+)"/g)].map(([, src]) => src);
    await close();
    expect(messages).toEqual([]);
    expect(images).toEqual(expect.arrayContaining(requests));
  },
);
