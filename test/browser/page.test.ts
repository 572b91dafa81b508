import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { html } from '../../src/write/html.ts';
import { article, house, p, t } from '../write/fixtures.ts';
import { ATTACKS, hostileStory } from '../write/html/hostile.ts';
import { chinese, english } from '../write/html/stories.ts';
import { LOWEST_CONTRAST, type Look, launch, open, type Visit } from './browser.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

/** Waits until every image has come or failed. */
const IMAGES_LOADED = 'Promise.all([...document.images].map((image) => image.decode().catch(() => {})))';

async function visit<T>(page: string, look: Look, use: (visit: Visit) => Promise<T>): Promise<T> {
  const found = await open(browser, page, look);
  try {
    return await use(found);
  } finally {
    await found.close();
  }
}

const long = 'Donaudampfschifffahrtsgesellschaftskapitaen'.repeat(4);
const cell = (text: string) => ({ tokens: [t(text)] });
/** Everything that could be wider than a phone. */
const wide = article({
  headline: `Headline ${long}`,
  dek: long,
  byline: [long],
  source: [{ name: `https://example.com/${long}` }],
  image: { url: '/wide.png', alt: long, caption: long, credit: long },
  corrections: [{ text: long }],
  body: [
    p(long, { type: 'codespan', text: long }),
    p({ type: 'link', href: `/${long}`, tokens: [t(long)] }),
    { type: 'code', text: long },
    {
      type: 'table',
      align: [],
      header: Array.from({ length: 12 }, (_, n) => cell(`Column ${n}`)),
      rows: [Array.from({ length: 12 }, () => cell('Somerandomword'))],
    },
    p({ type: 'image', href: '/wide.png', text: 'wide' }),
    p('in text ', { type: 'image', href: '/wide.png', text: 'wide' }),
    { type: 'list', ordered: true, loose: false, start: 123456789, items: [{ tokens: [p(long)] }] },
    { type: 'blockquote', tokens: [{ type: 'blockquote', tokens: [p(long)] }] },
  ],
  laws: [[p(long)]],
  sections: [{ heading: long, prose: [p(long)] }],
});

const stories = [
  { name: 'English', page: () => html.write(english, house(), {}) },
  { name: 'Chinese', page: () => html.write(chinese, house('abab-zh'), {}) },
  { name: 'wide', page: () => html.write(wide, house(), {}) },
];

describe.each(stories)('$name', ({ page }) => {
  it.each([360, 1280])('has no horizontal scroll at %i px', (width) =>
    visit(page(), { width }, async ({ page: opened }) => {
      await opened.evaluate('document.querySelectorAll("img").forEach((img) => { img.loading = "eager" })');
      await opened.evaluate(IMAGES_LOADED);
      expect(await opened.evaluate('document.documentElement.scrollWidth')).toBe(width);
    }),
  );

  it.each(['light', 'dark'] as const)('is readable in %s, by WCAG AA', (colorScheme) =>
    visit(page(), { colorScheme }, async ({ page: opened }) => {
      const { ratio, text } = await opened.evaluate<{ ratio: number; text: string }>(LOWEST_CONTRAST);
      expect(ratio, text).toBeGreaterThanOrEqual(4.5);
    }),
  );

  it('asks for its images and nothing else, and says nothing', () =>
    visit(page(), {}, async ({ page: opened, requests, messages }) => {
      await opened.evaluate(IMAGES_LOADED);
      expect(requests.filter((url) => !/\.(?:svg|png)$/.test(url))).toEqual([]);
      expect(messages).toEqual([]);
      const shown = await opened.evaluate(
        '[...document.images].filter((img) => img.loading !== "lazy").map((img) => img.naturalWidth)',
      );
      expect(shown).toEqual(requests.length === 0 ? [] : [1200]);
    }));
});

it('prints black on white, whatever the screen is', () =>
  visit(html.write(english, house(), {}), { media: 'print', colorScheme: 'dark' }, async ({ page }) => {
    const style = (selector: string, property: string, pseudo = '') =>
      page.evaluate(`getComputedStyle(document.querySelector('${selector}'), '${pseudo}').${property}`);
    expect(await style('body', 'backgroundColor')).toBe('rgb(255, 255, 255)');
    expect(await style('.body p', 'color')).toBe('rgb(0, 0, 0)');
    expect(await style('.masthead', 'width')).toBe(await style('main', 'width'));
    expect(await style('.body a', 'content', '::after')).toContain('https://example.com/filings/meridian');
  }));

it('the dark page is dark', () =>
  visit(html.write(english, house(), {}), { colorScheme: 'dark' }, async ({ page }) => {
    expect(await page.evaluate('getComputedStyle(document.body).backgroundColor')).toBe('rgb(22, 21, 20)');
  }));

it.each(['screen', 'print'] as const)('a line of body text is 55 to 80 characters on %s', (media) =>
  visit(html.write(english, house(), {}), { media }, async ({ page }) => {
    const lines = await page.evaluate<number>(`(() => {
      const text = document.querySelector('.body p').firstChild;
      const range = document.createRange();
      range.selectNodeContents(text);
      return text.length / new Set([...range.getClientRects()].map((rect) => rect.top)).size;
    })()`);
    expect(lines).toBeGreaterThan(55);
    expect(lines).toBeLessThan(80);
  }),
);

it('a Chinese line neither starts with a closing mark nor ends with an opening one', () =>
  visit(html.write(chinese, house('abab-zh'), {}), { width: 360 }, async ({ page }) => {
    const broken = await page.evaluate(`(() => {
      const faults = [];
      for (const p of document.querySelectorAll('p, li, h1')) {
        const walker = document.createTreeWalker(p, NodeFilter.SHOW_TEXT);
        let last = null;
        while (walker.nextNode()) for (let i = 0; i < walker.currentNode.length; i++) {
          const range = document.createRange();
          range.setStart(walker.currentNode, i);
          range.setEnd(walker.currentNode, i + 1);
          const rect = range.getBoundingClientRect();
          const mark = { character: range.toString(), bottom: rect.bottom };
          if (rect.width === 0) continue;
          if (last && mark.bottom > last.bottom + 8 && (/[，。、：；！？）》”’]/.test(mark.character) || /[（《“‘]/.test(last.character)))
            faults.push(last.character + '|' + mark.character);
          last = mark;
        }
      }
      return faults;
    })()`);
    expect(broken).toEqual([]);
  }));

it.each([1200, 390, 320])('a Chinese headline breaks at marks wherever a phrase fits, at %i px', (width) =>
  visit(html.write(chinese, house('abab-zh'), {}), { width }, async ({ page }) => {
    const phrases = await page.evaluate<readonly { lines: number; fits: boolean }[]>(`(() => {
      const h1 = document.querySelector('h1');
      return [...h1.querySelectorAll('span')].map((span) => ({
        lines: Math.round(span.getBoundingClientRect().height / parseFloat(getComputedStyle(h1).lineHeight)),
        fits: span.textContent.length * parseFloat(getComputedStyle(h1).fontSize) <= h1.clientWidth,
      }));
    })()`);
    expect(phrases).toHaveLength(4);
    for (const { lines, fits } of phrases) expect(lines).toBeLessThanOrEqual(fits ? 1 : 2);
  }),
);

it('images have their place before they load', () =>
  visit(
    html.write(english, house(), { imageSizes: new Map([['images/fleet.svg', { width: 1200, height: 600 }]]) }),
    { width: 390 },
    async ({ page }) => {
      const shape = 'document.images[0].clientWidth / document.images[0].clientHeight';
      expect(await page.evaluate(shape)).toBeCloseTo(2, 1);
    },
  ));

it('what gets the focus shows it', () =>
  visit(html.write(english, house(), {}), {}, async ({ page }) => {
    await page.keyboard.press('Tab');
    expect(await page.evaluate('document.activeElement.localName')).toBe('a');
    expect(await page.evaluate('getComputedStyle(document.activeElement).outlineStyle')).toBe('solid');
  }));

describe('nothing that a note says runs', () => {
  it.each(ATTACKS)('%j', (attack) =>
    visit(html.write(hostileStory(attack), house(), {}), {}, async ({ page, messages }) => {
      await page.evaluate(`for (const link of document.links) {
        link.addEventListener('click', (event) => { if (/^(?:https?|file|mailto):/.test(link.protocol)) event.preventDefault(); });
        link.click();
      }`);
      expect(await page.evaluate('window.ran')).toBeUndefined();
      expect(messages).toEqual([]);
      const data = await page.evaluate<string>('document.querySelector("script").textContent');
      expect(JSON.parse(data)).toMatchObject({ headline: attack });
      expect(await page.evaluate('document.scripts.length')).toBe(1);
      expect(await page.evaluate('document.querySelector("h1").textContent')).toBe(attack);
    }),
  );

  it('a fragment inside a page without a policy neither', () =>
    visit(
      `<!doctype html>${ATTACKS.map((attack) => html.write(hostileStory(attack), house(), { fragment: true })).join('')}`,
      {},
      async ({ page }) => {
        await page.evaluate(
          'document.querySelectorAll("*").forEach((one) => one.dispatchEvent(new Event("mouseover")))',
        );
        expect(await page.evaluate('window.ran')).toBeUndefined();
        expect(await page.evaluate('document.querySelectorAll("article").length')).toBe(ATTACKS.length);
        expect(await page.evaluate('document.scripts.length')).toBe(0);
      },
    ));
});
