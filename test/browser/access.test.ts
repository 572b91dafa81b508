import axe from 'axe-core';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest';
import { launch, open, type Visit } from './browser.ts';
import { EXAMPLES, PAGES } from './pages.ts';

/* What people need who use a keyboard, a screen reader, large text or a small screen. */

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

async function visit<T>(page: string, use: (visit: Visit) => Promise<T>): Promise<T> {
  const found = await open(browser, page);
  try {
    return await use(found);
  } finally {
    await found.close();
  }
}

const LOOKS = [1200, 390, 320].flatMap((width) =>
  (['light', 'dark'] as const).map((colorScheme) => ({ width, colorScheme })),
);
/** As text, because the tests are checked without the types of a browser. */
const RUN_AXE = `axe.run({ resultTypes: ['violations'] }).then(({ violations }) =>
  violations.map(({ id, nodes }) => id + ': ' + nodes.map(({ html }) => html).join(' ')))`;

test.each([...PAGES, ...EXAMPLES])('axe finds no violation in $name, at any width, in light and dark', ({ page }) =>
  visit(page, async ({ page: opened }) => {
    await opened.evaluate(axe.source);
    for (const { width, colorScheme } of LOOKS) {
      await opened.setViewportSize({ width, height: 900 });
      await opened.emulateMedia({ colorScheme });
      expect(await opened.evaluate<string[]>(RUN_AXE), `${width} ${colorScheme}`).toEqual([]);
    }
  }),
);

const SCROLLED = 'document.documentElement.scrollWidth - document.documentElement.clientWidth';
/** The line of names and dates hides what leaves it, which must only be a separator. */
const CUT = '[...document.querySelectorAll(".signature")].some((line) => line.scrollWidth > line.clientWidth)';

describe.each([...PAGES, ...EXAMPLES])('$name does not scroll sideways', ({ page }) => {
  it('at 320 px, and with text of twice the size', () =>
    visit(page, async ({ page: opened }) => {
      await opened.setViewportSize({ width: 320, height: 900 });
      expect(await opened.evaluate(SCROLLED)).toBe(0);
      await opened.evaluate('document.documentElement.style.fontSize = "200%"');
      for (const width of [640, 320]) {
        await opened.setViewportSize({ width, height: 900 });
        expect(await opened.evaluate(SCROLLED), `${width} px`).toBe(0);
        expect(await opened.evaluate(CUT), `${width} px`).toBe(false);
      }
    }));
});

it('a keyboard reaches and scrolls code and tables', () =>
  visit(PAGES[0]?.page ?? '', async ({ page }) => {
    await page.setViewportSize({ width: 320, height: 900 });
    const reached: string[] = [];
    for (let tabs = 0; tabs < 30; tabs++) {
      await page.keyboard.press('Tab');
      const at = await page.evaluate<string>('document.activeElement.className || document.activeElement.localName');
      reached.push(at);
      if (at !== 'table' && at !== 'pre') continue;
      await page.keyboard.press('ArrowRight');
      await expect.poll(() => page.evaluate('document.activeElement.scrollLeft')).toBeGreaterThan(0);
    }
    expect(reached).toEqual(expect.arrayContaining(['table', 'pre', 'a']));
  }));

it('the links of an index are in the order of its stories', () =>
  visit(PAGES.at(-1)?.page ?? '', async ({ page }) => {
    const headlines = await page.evaluate<string[]>(
      '[...document.querySelectorAll("h2 a")].map((link) => link.textContent)',
    );
    for (const headline of headlines) {
      await page.keyboard.press('Tab');
      expect(await page.evaluate('document.activeElement.textContent')).toBe(headline);
    }
    expect(headlines.length).toBeGreaterThan(10);
  }));
