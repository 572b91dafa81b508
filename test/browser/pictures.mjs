// Takes the pictures of the README again, from the built program: `npm run build && node test/browser/pictures.mjs`.
import { execFileSync, spawn } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { screenHtml, screenOf } from './editor/terminal.mjs';

const root = join(import.meta.dirname, '..', '..');
const images = join(root, 'docs', 'images');
const note = join(root, 'examples', 'intelligence-explosion.md');

function render(...args) {
  return execFileSync(process.execPath, [join(root, 'bin', 'copydesk.js'), 'render', note, ...args], {
    encoding: 'utf8',
  });
}

const escaped = (text) => text.replace(/[&<>]/g, (one) => `&#${one.charCodeAt(0)};`);

/** The first posts of a thread, each with the characters that it takes. */
function threadPage(posts, shown) {
  const items = posts
    .slice(0, shown)
    .map(
      (post, at) =>
        `<li><p>${escaped(post)}</p><footer>${at + 1} of ${posts.length} · ${post.length} characters</footer></li>`,
    );
  return `<!doctype html><meta charset="utf-8"><style>
body { margin: 0; padding: 24px; background: #eef0f2; font: 17px/1.5 "Helvetica Neue", Arial, sans-serif; color: #16181c }
ol { list-style: none; margin: 0; padding: 0 }
li { background: #fff; border: 1px solid #d5dade; border-radius: 14px; padding: 16px 20px; margin: 0 0 12px }
p { margin: 0; white-space: pre-wrap }
footer { margin-top: 10px; font-size: 14px; color: #59636e }
</style><ol>${items.join('')}</ol>`;
}

/** Neovim with a note, its findings, and the fixes of one of them. */
async function editorPage() {
  const own = join(import.meta.dirname, 'editor');
  const folder = mkdtempSync(join(tmpdir(), 'copydesk-picture-'));
  cpSync(join(own, 'story.md'), join(folder, 'story.md'));
  const screen = await screenOf(`nvim --clean -n -u ${join(own, 'init.lua')} story.md`, {
    cwd: folder,
    columns: 100,
    rows: 24,
    env: {
      ...process.env,
      COLORTERM: 'truecolor',
      LC_ALL: 'C.UTF-8',
      COPYDESK_SESSION: [process.execPath, join(root, 'bin', 'copydesk.js')].join('\n'),
    },
    steps: [
      { until: /■/, keys: ['/recieve', 'Enter'] },
      { until: /^\/recieve/m, keys: [':nohlsearch | lua vim.lsp.buf.code_action()', 'Enter'] },
      { until: /Ignore spelling here/ },
    ],
  });
  return `<!doctype html><meta charset="utf-8"><style>
body { margin: 0; padding: 16px 20px; background: #fff }
pre { margin: 0; font: 15px/1.4 "DejaVu Sans Mono", monospace; color: #24292f }
</style><pre>${screenHtml(screen.trimEnd())}</pre>`;
}

async function picture(browser, html, name, { width, height, colorScheme = 'light' }) {
  const context = await browser.newContext({ viewport: { width, height }, colorScheme });
  const page = await context.newPage();
  await page.setContent(html);
  await page.screenshot({ path: join(images, name), clip: { x: 0, y: 0, width, height } });
  await context.close();
}

/** The preview of a note with three slips, as a writer sees it. */
async function previewPicture(browser, name, { width, height }) {
  const folder = mkdtempSync(join(tmpdir(), 'copydesk-picture-'));
  const path = join(folder, 'story.md');
  const text = readFileSync(note, 'utf8');
  writeFileSync(path, text.replace('This news', 'The the news').replace("'building itself'.", "'building itself.'"));
  writeFileSync(join(folder, 'copydesk.yaml'), 'channels: [telegram, x, bluesky, email]\n');
  const program = spawn(
    process.execPath,
    [join(root, 'bin', 'copydesk.js'), 'preview', '--browser', '--no-open', path],
    {
      cwd: folder,
      stdio: ['ignore', 'pipe', 'ignore'],
    },
  );
  try {
    const url = await new Promise((done) => program.stdout.once('data', (data) => done(String(data).trim())));
    const page = await browser.newPage({ viewport: { width, height } });
    await page.goto(url);
    await page.waitForSelector('.finding');
    await page.frameLocator('iframe').locator('article').waitFor();
    await page.hover('.finding');
    await page.waitForTimeout(500);
    await page.screenshot({ path: join(images, name) });
    await page.close();
  } finally {
    program.kill('SIGTERM');
    rmSync(folder, { recursive: true });
  }
}

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu'],
});
try {
  const html = render('--to', 'html');
  await picture(browser, html, 'page.png', { width: 900, height: 1000 });
  await picture(browser, html, 'page-dark.png', { width: 900, height: 1000, colorScheme: 'dark' });
  const { posts } = JSON.parse(render('--to', 'x'));
  await picture(browser, threadPage(posts, 3), 'thread.png', { width: 640, height: 624 });
  await previewPicture(browser, 'preview.png', { width: 1200, height: 860 });
  await picture(browser, await editorPage(), 'editor.png', { width: 960, height: 540 });
  render('--to', 'card', '-o', join(images, 'card.png'));
} finally {
  await browser.close();
}
