import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { HtmlRenderer, Parser } from 'commonmark';
import { Marked } from 'marked';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest';
import type { Article } from '../../src/model/article.ts';
import { readPost } from '../../src/render.ts';
import { createEntry } from '../../src/write/feed/entry.ts';
import { html } from '../../src/write/html.ts';
import { createIndexItem } from '../../src/write/index-page/item.ts';
import { writeIndex } from '../../src/write/index-page/write.ts';
import { markdown } from '../../src/write/markdown.ts';
import { house, p } from '../write/fixtures.ts';
import { hostileStory } from '../write/html/hostile.ts';
import { PAYLOADS } from '../write/html/payloads.ts';
import { launch } from './browser.ts';

/*
 * Every payload is in every field of a story, and in a note whose Markdown it is. Chromium opens the stories without the policy
 * of the page, which would stop scripts that should not be there.
 */

const dir = mkdtempSync(join(tmpdir(), 'copydesk-payloads-'));
const file = join(dir, 'page.html');
let browser: Browser;
let page: Page;
beforeAll(async () => {
  browser = await launch(['--host-resolver-rules=MAP * ~NOTFOUND']);
  page = await browser.newPage();
});
afterAll(async () => {
  await browser.close();
  rmSync(dir, { recursive: true });
});

/** A story with the payload in each of its fields, and once in each block and inline. */
function once(payload: string): Article {
  const { body, ...fields } = hostileStory(payload);
  const text = p(payload);
  return {
    ...fields,
    body: body.slice(0, 5),
    insight: [{ prose: [text] }],
    laws: [[text]],
    sections: [{ heading: payload, prose: [{ type: 'blockquote', alert: 'note', tokens: [text] }] }],
  };
}

/** A note that consists of the payload. Undefined if it is no note. */
function written(payload: string): Article | undefined {
  const text = { headline: payload, source: payload, byline: [payload], dek: payload, section: payload };
  const prose = { body: [payload, `- ${payload}`], insight: [payload], laws: [payload] };
  return readPost(JSON.stringify({ ...text, ...prose }), { path: 'note.json' }).post?.article;
}

const stories = PAYLOADS.map((payload) => {
  const note = written(payload);
  return {
    payload,
    articles: [once(payload), ...(note ? [note] : [])],
    lines: [once(onOneLine(payload)), ...(note ? [note] : [])],
  };
});

/** Text inside a paragraph of Markdown, as the reader of notes makes it. */
function onOneLine(payload: string): string {
  return payload.replace(/[\r\n]+/g, ' ');
}

const marked = new Marked();
const parser = new Parser();
const renderer = new HtmlRenderer();
const feedContent = (story: Article): string => {
  const { updated: _, ...rest } = story;
  const dated = { ...rest, id: 'urn:a:b', url: 'https://a.example/', date: '2026-05-07T09:00:00Z' };
  const result = createEntry(dated, house(), false);
  if (!('entry' in result)) throw new Error(JSON.stringify(result));
  return result.entry.content;
};
/** A page without its policy, and without its style, which would be there once for each story. */
const withoutPolicy = (text: string) =>
  text.replace(/<meta http-equiv="Content-Security-Policy"[^>]*>/, '').replace(/<style>[\s\S]*?<\/style>/, '');

const index = (story: Article): string => {
  const item = createIndexItem(story, house(), { url: 'a.html' });
  return writeIndex(item ? [item] : [], house(), 'en', { fragment: true, feeds: [] });
};

const OUTPUTS: readonly (readonly [string, (story: Article) => string])[] = [
  ['a page', (story) => withoutPolicy(html.write(story, house(), {}))],
  ['a feed and an index', (story) => feedContent(story) + index(story)],
  ['Markdown by marked', (story) => marked.parse(markdown.write(story, house(), {}), { async: false })],
  ['Markdown by commonmark.js', (story) => renderer.render(parser.parse(markdown.write(story, house(), {})))],
];

const BATCH = 60;

/**
 * Opens HTML from a file, where every image fails at once, and uses what can be used. Returns what ran, and what could: scripts,
 * handlers, and links that are code.
 */
async function findRun(content: string): Promise<readonly string[]> {
  writeFileSync(file, content);
  await page.goto(pathToFileURL(file).href);
  await page.evaluate(`(() => {
    window.found = [];
    addEventListener('click', (event) => {
      const link = event.target.closest('a');
      if (link && /^(?:https?|mailto|file):/.test(link.protocol)) event.preventDefault();
    }, true);
    for (const one of document.querySelectorAll('*')) {
      const handlers = one.getAttributeNames().filter((name) => name.startsWith('on'));
      for (const name of handlers) one.dispatchEvent(new Event(name.slice(2)));
      const isScript = one.localName === 'script' && one.type !== 'application/ld+json';
      const isCode = /^(?:javascript|vbscript|data|blob):/.test(one.protocol ?? '');
      if (handlers.length > 0 || isScript || isCode) found.push(one.outerHTML.slice(0, 200));
    }
    for (const one of document.querySelectorAll('a, button, input')) one.click();
  })()`);
  return page.evaluate('window.ran === undefined ? found : ["window.ran", ...found]');
}

test('there are more than 900 payloads, and they run where nothing is escaped', async () => {
  expect(PAYLOADS.length).toBeGreaterThan(900);
  expect(await findRun('<!doctype html><p>A page.')).toEqual([]);
  expect(await findRun(`<!doctype html>${PAYLOADS.slice(0, 3).join('')}`)).toContain('window.ran');
});

describe.each(OUTPUTS)('nothing runs in %s', (name, print) => {
  const isMarkdown = name.startsWith('Markdown');
  const batches = Array.from({ length: Math.ceil(stories.length / BATCH) }, (__, at) =>
    stories.slice(at * BATCH, (at + 1) * BATCH),
  );
  it.each(batches.map((batch, at) => [at, batch] as const))('batch %i', async (__, batch) => {
    const open = async (part: typeof batch) =>
      findRun(
        `<!doctype html><meta charset="utf-8">${part.flatMap(({ articles, lines }) => (isMarkdown ? lines : articles).map(print)).join('\n')}`,
      );
    if ((await open(batch)).length === 0) return;
    const guilty: Record<string, readonly string[]> = {};
    for (const one of batch) {
      const found = await open([one]);
      if (found.length > 0) guilty[one.payload] = found;
    }
    expect(guilty).toEqual({});
    throw new Error('the payloads run together, and none does alone');
  });
});
