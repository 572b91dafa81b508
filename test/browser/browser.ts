import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Browser, chromium, type Page } from 'playwright-core';

const SWITCHES = ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-quic'];
const QUIET = ['--no-first-run', '--disable-component-update', '--disable-sync'];

const SHELL = '/usr/bin/chromium-headless-shell';

/** The system's Chromium without its windows, which opens a page in a third of the time. `CHROMIUM` names another. */
export function launch(more: readonly string[] = []): Promise<Browser> {
  const executablePath = process.env.CHROMIUM ?? (existsSync(SHELL) ? SHELL : '/usr/bin/chromium');
  return chromium.launch({ executablePath, args: [...SWITCHES, ...QUIET, ...more] });
}

export interface Look {
  readonly width?: number;
  readonly colorScheme?: 'light' | 'dark';
  readonly media?: 'screen' | 'print';
}

/** What a page did while it was open; `requests` leaves out the page itself. */
export interface Visit {
  readonly page: Page;
  readonly requests: string[];
  readonly messages: string[];
  close(): Promise<void>;
}

/** Opens HTML from a file, as a reader who was sent it would, with a picture for every image that it names. */
export async function open(browser: Browser, html: string, look: Look = {}): Promise<Visit> {
  const { width = 1280, colorScheme = 'light', media = 'screen' } = look;
  const folder = mkdtempSync(join(tmpdir(), 'copydesk-browser-'));
  const file = join(folder, 'post.html');
  writeFileSync(file, html);
  const context = await browser.newContext({ viewport: { width, height: 900 }, colorScheme });
  const page = await context.newPage();
  const address = pathToFileURL(file).href;
  const requests: string[] = [];
  const messages: string[] = [];
  await page.route('**/*', (route) => {
    const url = route.request().url();
    if (url === address) return route.continue();
    requests.push(url);
    return route.fulfill({ contentType: 'image/svg+xml', body: PICTURE });
  });
  page.on('console', (message) => messages.push(message.text()));
  page.on('pageerror', (error) => messages.push(error.message));
  page.on('dialog', (dialog) => {
    messages.push(dialog.message());
    return dialog.dismiss();
  });
  await page.emulateMedia({ media });
  await page.goto(address);
  const close = async () => {
    await context.close();
    rmSync(folder, { recursive: true });
  };
  return { page, requests, messages, close };
}

const PICTURE =
  '<svg xmlns="http://www.w3.org/2000/svg" width="1200" height="600"><rect width="1200" height="600" fill="#468"/></svg>';

/** The lowest contrast of any text with what is behind it, as WCAG 2 defines it, and the text. Runs in the page. */
export const LOWEST_CONTRAST = `(() => {
  const channels = (color) => color.match(/[\\d.]+/g).map(Number);
  const luminance = ([r, g, b]) => {
    const [R, G, B] = [r, g, b].map((c) => (c / 255 <= 0.04045 ? c / 255 / 12.92 : ((c / 255 + 0.055) / 1.055) ** 2.4));
    return 0.2126 * R + 0.7152 * G + 0.0722 * B;
  };
  const behind = (element) => {
    for (let at = element; at; at = at.parentElement) {
      const color = channels(getComputedStyle(at).backgroundColor);
      if (color[3] !== 0) return color;
    }
    return [255, 255, 255];
  };
  let lowest = { ratio: 21, text: '' };
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const text = walker.currentNode.data.trim();
    const element = walker.currentNode.parentElement;
    if (text === '') continue;
    const [a, b] = [channels(getComputedStyle(element).color), behind(element)].map(luminance);
    const ratio = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    if (ratio < lowest.ratio) lowest = { ratio, text: text.slice(0, 40) };
  }
  return lowest;
})()`;
