import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { englishIn } from '../../cli/messages/english.ts';
import { browser, desk, NOTE, openPage, useDesk } from './program.ts';

/* The preview of a Chinese writer: everything but the note, names and code is in Chinese. */

useDesk({ LANG: 'zh_CN.UTF-8' });

const CHANNELS = ['x', 'telegram', 'bluesky', 'slack', 'discord', 'wechat', 'email', 'card'];

/** What the note says, and what a page must not translate. */
const OF_THE_NOTE =
  '[lang]:not(html), .path, .posts .text, .posts .title, .why pre, .why code, .why em, .excerpt, iframe';

/** The texts and labels of a page, without those of the note. */
async function said(page: Page): Promise<readonly string[]> {
  return page.evaluate<string[], string>((ofNote: string) => {
    const doc = (globalThis as unknown as { document: { body: PageElement } }).document;
    const found: string[] = [];
    for (const element of doc.body.querySelectorAll('*')) {
      for (const name of ['aria-label', 'aria-valuetext', 'title', 'alt', 'data-label', 'value']) {
        const value = element.getAttribute(name);
        if (value && element.localName !== 'meter') found.push(value);
      }
      if (element.closest(ofNote) || ['noscript', 'script', 'style'].includes(element.localName)) continue;
      for (const node of element.childNodes) if (node.nodeType === 3) found.push(node.textContent);
    }
    return found;
  }, OF_THE_NOTE);
}

/** What the test needs of the elements of a page. */
interface PageElement {
  readonly localName: string;
  readonly childNodes: readonly { readonly nodeType: number; readonly textContent: string }[];
  querySelectorAll(selector: string): readonly PageElement[];
  getAttribute(name: string): string | null;
  closest(selector: string): PageElement | null;
}

/** Names of products, formats, headings of the note and of a time zone. */
const NAMES =
  /copydesk|UTC|Markdown|HTML|JSON|SVG|Telegram|Bluesky|Slack|Discord|Background|Capital|Comparison|Essence/g;
/** The rule after the place of a finding. */
const RULE = / · [a-z-]+$/;

function english(texts: readonly string[]): readonly string[] {
  return texts.filter((text) => {
    const rest = text
      .replace(RULE, '')
      .replace(/^卡片图：.*/, '')
      .replace(NAMES, '')
      .replace(/“[^”]*”|`[^`]*`/g, '');
    // A capital is no name here.
    return englishIn(rest.toLowerCase()).length > 0;
  });
}

test('a story and its findings are in Chinese', async () => {
  desk.write('copydesk.yaml', `channels: [${CHANNELS.join(', ')}]\n`);
  const text = NOTE.replace('on Wednesday', 'this week').replace(/^date: .*$/m, 'status: draft');
  const path = desk.write('notes/story.md', text);
  const { url } = await desk.preview(path);
  const { page, messages } = await openPage(browser, url);
  await page.waitForSelector('.finding');
  expect(await page.getAttribute('html', 'lang')).toBe('zh-Hans');
  expect(await page.getAttribute('h1', 'lang')).toBe('en');
  await page.click('summary');
  await page.check('#suggestions');
  await page.click('[data-action=why]');
  await page.waitForSelector('.why');
  await page.click('[data-action=ignore]');
  expect(await page.inputValue('input[name=reason]')).toBe('有意如此');
  expect(english(await said(page))).toEqual([]);
  for (const tab of ['text', 'markdown', ...CHANNELS]) {
    await page.click(`#tab-${tab}`);
    expect(english(await said(page)), tab).toEqual([]);
  }
  expect(await page.textContent('#tab-x')).toMatch(/^X \d 条帖文$/);
  expect(messages.filter((message) => !message.includes('ERR_ABORTED'))).toEqual([]);
});

test('a button says in Chinese what it has done', async () => {
  const path = desk.write('story.md', NOTE);
  const { url } = await desk.preview(path);
  const { page } = await openPage(browser, url);
  // What is said goes after some seconds, which a click may take on a busy machine.
  await page.evaluate(`
    window.said = [];
    const status = document.querySelector('#status');
    new MutationObserver(() => window.said.push(status.textContent)).observe(status, { childList: true });
  `);
  await page.click('.finding:has-text("重复的词") [data-action=fix]');
  await expect.poll(() => page.evaluate('window.said.join()')).toMatch(/已修正。/);
  await page.click('[data-action=ignore]');
  await page.keyboard.press('Enter');
  await expect.poll(() => readFileSync(path, 'utf8')).toContain('copydesk-ignore unattributed-claim: 有意如此');
});

test('a story that is under embargo, a broken note and the index are in Chinese', async () => {
  desk.write('notes/1.md', NOTE.replace('00Z\n', '00Z\nembargo: 2099-01-01T00:00:00Z\nstatus: ready\n'));
  desk.write('notes/2.md', '---\nheadline: "Open\nsource: B\n---\n');
  const { url } = await desk.preview(desk.path('notes'));
  for (const part of ['', 'story/1', 'story/2']) {
    const { page } = await openPage(browser, url + part);
    await page.waitForSelector('.stories tr:nth-child(2), .finding');
    expect(english(await said(page)), part).toEqual([]);
    expect(await page.title()).toMatch(part === '' ? /^稿件 · copydesk$/ : / · copydesk$/);
  }
  const { page } = await openPage(browser, url);
  await page.fill('#filter', 'Lab');
  await expect.poll(() => page.textContent('.facts')).toBe('1 / 2 篇稿件');
  expect(await page.textContent('tbody tr')).toContain('待发2099 年 1 月 1 日 00:00 UTC 之前禁发');
});

test('the configuration decides, whatever the locale', async () => {
  desk.write('copydesk.yaml', 'messages: en\n');
  const { url } = await desk.preview('--config', desk.path('copydesk.yaml'), desk.write('story.md', NOTE));
  const { page } = await openPage(browser, url);
  expect(await page.getAttribute('html', 'lang')).toBe('en');
  expect(await page.textContent('#findings-title')).toBe('Findings');
});
