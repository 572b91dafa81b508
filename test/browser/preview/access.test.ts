import axe from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Place } from '../../durability/program.ts';
import { launch } from '../browser.ts';
import { Desk, NOTE, openPage, type Preview } from './program.ts';

/* The preview for people who use a keyboard, a screen reader, large text or a small screen. */

let browser: Browser;
let place: Place;
let desk: Desk;
let preview: Preview;
/** The same with messages in Chinese. */
let chineseDesk: Desk;
let chinese: Preview;
beforeAll(async () => {
  place = new Place();
  browser = await launch();
  desk = new Desk(place);
  const channels = ['x', 'telegram', 'email', 'wechat', 'card', 'json'];
  desk.write('notes/copydesk.yaml', `channels:\n${channels.map((name) => `  ${name}:\n`).join('')}`);
  desk.write(
    'notes/1.md',
    NOTE.replace('on Wednesday', 'this week').replace('date: 2026-03-04T09:00:00Z', 'status: draft'),
  );
  desk.write('notes/2.md', NOTE.replace('00Z\n', '00Z\nembargo: 2099-01-01T00:00:00Z\n'));
  desk.write('notes/3.md', '---\nheadline: "Open\nsource: B\n---\n');
  desk.write('notes/4.md', NOTE.replace('00Z\n', '00Z\nstatus: withdrawn\n').replaceAll('hands', 'x'.repeat(300)));
  preview = await desk.preview(desk.path('notes'));
  chineseDesk = new Desk(place, { LANG: 'zh_CN.UTF-8' });
  chinese = await chineseDesk.preview(desk.path('notes'));
});
afterAll(async () => {
  await browser.close();
  await chineseDesk.remove();
  await desk.remove();
  place.remove();
});

const RUN_AXE = `axe.run({ resultTypes: ['violations'], iframes: false }).then(({ violations }) =>
  violations.map(({ id, nodes }) => id + ': ' + nodes.map(({ html, failureSummary }) => html + failureSummary).join(' ')))`;

/** What a person can do to a page before somebody looks at it. */
const STATES: Readonly<Record<string, (page: Page) => Promise<void>>> = {
  'the page of a story': async (page) => page.waitForSelector('.finding').then(() => {}),
  'with lengths, suggestions, a reason and an explanation': async (page) => {
    await page.click('summary');
    await page.check('#suggestions');
    await page.click('[data-action=why]');
    await page.waitForSelector('.why');
    await page.click('[data-action=ignore]');
  },
  'the text': async (page) => page.click('#tab-text'),
  'a thread': async (page) => page.click('#tab-x'),
  'a refused channel': async (page) => page.click('#tab-telegram'),
  'a page with measures': async (page) => page.click('#tab-wechat'),
  'a picture': async (page) => page.click('#tab-card'),
};

describe.each([
  { colorScheme: 'light', LANG: 'en_US.UTF-8' },
  { colorScheme: 'dark', LANG: 'en_US.UTF-8' },
  { colorScheme: 'light', LANG: 'zh_CN.UTF-8' },
] as const)('in $colorScheme with LANG=$LANG', ({ colorScheme, LANG }) => {
  const urlOf = (path: string) => (LANG === 'zh_CN.UTF-8' ? chinese : preview).url + path;
  const look = async (page: Page) => {
    for (const width of [1280, 390, 320]) {
      await page.setViewportSize({ width, height: 900 });
      expect(await page.evaluate<string[]>(RUN_AXE), `${width} px`).toEqual([]);
      const scrolled = 'document.documentElement.scrollWidth - document.documentElement.clientWidth';
      expect(await page.evaluate(scrolled), `${width} px`).toBeLessThanOrEqual(0);
    }
  };

  test.each(Object.entries(STATES))('axe finds no violation in %s, at any width', async (_, prepare) => {
    const { page } = await openPage(browser, urlOf('story/1'), { colorScheme, bypassCSP: true });
    await prepare(page);
    await page.addScriptTag({ content: axe.source });
    await look(page);
    await page.context().close();
  });

  test.each([
    ['the index', ''],
    ['a story under embargo', 'story/2'],
    ['a broken note', 'story/3'],
    ['a withdrawn story with long words', 'story/4'],
  ])('axe finds no violation in %s, at any width', async (_, path) => {
    const { page } = await openPage(browser, urlOf(path), { colorScheme, bypassCSP: true });
    await page.waitForSelector('.stories tr, .finding');
    await page.addScriptTag({ content: axe.source });
    await look(page);
    await page.context().close();
  });
});

test('with text of twice the size nothing is cut off', async () => {
  const { page } = await openPage(browser, `${preview.url}story/1`);
  await page.waitForSelector('.finding');
  for (const width of [1280, 640, 320]) {
    await page.setViewportSize({ width, height: 900 });
    await page.evaluate('document.documentElement.style.fontSize = "200%"');
    const scrolled = 'document.documentElement.scrollWidth - document.documentElement.clientWidth';
    expect(await page.evaluate(scrolled), `${width} px`).toBeLessThanOrEqual(0);
  }
});

test('a keyboard reaches every tab, button and link, and Next finding leads from one to the next', async () => {
  const { page } = await openPage(browser, `${preview.url}story/2`);
  await page.waitForSelector('.finding');
  const reached: string[] = [];
  for (let tabs = 0; tabs < 40; tabs++) {
    await page.keyboard.press('Tab');
    reached.push(await page.evaluate<string>('document.activeElement.textContent.slice(0, 30)'));
  }
  for (const name of ['All stories', 'Page', 'Next finding', 'Fix', 'Ignore here', 'Why'])
    expect(reached).toContain(name);
  const focused = () => page.evaluate<string>('document.activeElement.closest(".finding")?.dataset.finding ?? ""');
  const seen = new Set<string>();
  const all = await page.$$('.finding');
  for (let times = 0; times < all.length; times++) {
    await page.click('.next');
    seen.add(await focused());
  }
  expect(seen.size).toBe(all.length);
});

test('a screen reader is told what has happened', async () => {
  const { page } = await openPage(browser, `${preview.url}story/1`);
  await page.waitForSelector('.finding');
  expect(await page.getAttribute('#status', 'role')).toBe('status');
  desk.write('notes/1.md', NOTE);
  await expect.poll(() => page.textContent('#status')).toContain('Updated. 2 warnings.');
});
