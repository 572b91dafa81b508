import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { median } from './measure.mjs';
import { note } from './notes.mjs';
import { milliseconds, table } from './table.mjs';

const EVERY = ['telegram', 'x', 'bluesky', 'mastodon', 'slack', 'discord', 'email'];

/** A save of a note, until Chromium has painted the change: what a person waits for who looks from the editor to the page. */
export async function preview({ root, temporary, runs, progress }) {
  const executablePath = process.env.CHROMIUM ?? '/usr/bin/chromium';
  if (!existsSync(executablePath)) return ['### Preview: Chromium is not installed'];
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });
  try {
    const rows = [];
    for (const [name, words, channels] of [
      ['a note of 350 words', 350, []],
      ['a note of 350 words, with seven channels', 350, EVERY],
      ['a note of 3,000 words, with seven channels', 3000, EVERY],
    ]) {
      const folder = join(temporary, `preview-${rows.length}`);
      const found = await saves(
        { root, folder, words, channels, runs, progress: () => progress(`preview: ${name}`) },
        browser,
      );
      rows.push([name, milliseconds(median(found)), milliseconds(Math.max(...found))]);
    }
    return [
      `### Preview in a browser: from a save to the change on the page (${runs} saves)`,
      table(['', 'ms', 'slowest'], rows),
    ];
  } finally {
    await browser.close();
  }
}

/** The seconds of each save. */
async function saves({ root, folder, words, channels, runs, progress }, browser) {
  mkdirSync(folder, { recursive: true });
  const path = join(folder, 'story.md');
  // Six characters a word.
  const text = note(1, words * 6);
  writeFileSync(path, text);
  if (channels.length > 0) writeFileSync(join(folder, 'copydesk.yaml'), `channels: [${channels.join(', ')}]\n`);
  const program = spawn(process.execPath, [join(root, 'bin/copydesk.js'), 'preview', '--browser', '--no-open', path], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  try {
    const url = await new Promise((done) => program.stdout.once('data', (data) => done(String(data).trim())));
    const page = await browser.newPage();
    await page.goto(url);
    await page.frameLocator('iframe').locator('article').waitFor();
    const taken = [];
    // The first saves compile what the others use.
    for (let run = -5; run < runs; run++) {
      progress();
      const mark = `Save number ${run + 10}.`;
      const seen = page.evaluate(painted, mark);
      // Until the findings of the last save have come as well.
      await new Promise((done) => setTimeout(done, 500));
      const started = performance.timeOrigin + performance.now();
      writeFileSync(path, text.replace('\n\n## ', `\n\n${mark}\n\n## `));
      if (run >= 0) taken.push(((await seen) - started) / 1000);
      else await seen;
    }
    await page.close();
    return taken;
  } finally {
    program.kill('SIGTERM');
  }
}

/** Runs in the page: the time at which a text has been painted in the post. */
function painted(mark) {
  return new Promise((done) => {
    const look = () => {
      const { body } = document.querySelector('iframe').contentDocument;
      if (!body.textContent.includes(mark)) requestAnimationFrame(look);
      else requestAnimationFrame(() => done(performance.timeOrigin + performance.now()));
    };
    look();
  });
}
