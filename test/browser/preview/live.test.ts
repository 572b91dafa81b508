import { chmodSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { browser, desk, NOTE, openPage, postText, useDesk } from './program.ts';

/* What a writer sees who saves a note while its preview is open. */

useDesk();

const paragraph = 'A paragraph that makes the page longer than a window. '.repeat(20);
const long = NOTE.replace('## Insight', [...Array.from({ length: 8 }, () => paragraph), '## Insight'].join('\n\n'));

test('a save changes the page in place: the scroll position and the chosen tab stay', async () => {
  const path = desk.write('story.md', long);
  const { url } = await desk.preview(path);
  const { page, messages, strays } = await openPage(browser, url);
  await expect.poll(() => postText(page)).toContain('repeat 400 experiments');
  const frame = await page.$('iframe');
  await page.evaluate('window.scrollTo(0, 900)');
  writeFileSync(path, long.replace('400 experiments', '500 experiments'));
  await expect.poll(() => postText(page)).toContain('repeat 500 experiments');
  expect(await page.evaluate('scrollY')).toBe(900);
  expect(await frame?.isVisible()).toBe(true);

  await page.click('#tab-markdown');
  writeFileSync(path, long.replace('400 experiments', '600 experiments'));
  await expect.poll(() => page.textContent('#panel-markdown')).toContain('repeat 600 experiments');
  expect(await page.getAttribute('#tab-markdown', 'aria-selected')).toBe('true');
  await page.reload();
  await expect.poll(() => page.textContent('#panel-markdown')).toContain('repeat 600 experiments');
  expect(messages).toEqual([]);
  expect(strays).toEqual([]);
});

test('editors that replace the file, and the configuration, are followed', async () => {
  const path = desk.write('story.md', NOTE);
  const { url } = await desk.preview(path);
  const { page } = await openPage(browser, url);
  await expect.poll(() => postText(page)).toContain('400 experiments');
  renameSync(desk.write('.story.md.swp', NOTE.replace('400', '700')), path);
  await expect.poll(() => postText(page)).toContain('700 experiments');
  expect(await page.$('#tab-x')).toBeNull();
  desk.write('copydesk.yaml', 'channels: [x, html]\n');
  await page.waitForSelector('#tab-x');
});

test.each(['house: house/own\n', 'house: { extends: house/own }\n'])(
  'a house that another house extends is followed from the configuration %j',
  async (configuration) => {
    desk.write('copydesk.yaml', configuration);
    desk.write('house/own/house.yaml', 'extends: ../base\n');
    desk.write('house/base/house.yaml', 'severities: { repeated-word: off }\n');
    const { url } = await desk.preview(desk.write('story.md', NOTE));
    const { page } = await openPage(browser, url);
    await expect.poll(() => postText(page)).toContain('400 experiments');
    const repeated = page.locator('.finding', { hasText: 'Repeated word' });
    expect(await repeated.count()).toBe(0);
    desk.write('house/base/house.yaml', 'severities: { repeated-word: error }\n');
    await repeated.waitFor();
    desk.write('house/base/post.html.hbs', '<!doctype html><title>A</title><body>Template of the base: {{headline}}\n');
    await expect.poll(() => postText(page)).toContain('Template of the base');
  },
);

test('a broken note shows its error beside the last version, and recovers', async () => {
  const path = desk.write('story.md', NOTE);
  const { url } = await desk.preview(path);
  const { page } = await openPage(browser, url);
  await expect.poll(() => postText(page)).toContain('400 experiments');
  writeFileSync(path, NOTE.replace('400 experiments', '400 trials'));
  await expect.poll(() => page.textContent('#status')).toContain('Updated.');
  writeFileSync(path, NOTE.replace('source: Nightbench', 'source: "Nightbench'));
  await page.waitForSelector('.finding.fatal');
  expect(await page.textContent('#status')).toBe('');
  expect(await page.textContent('.top .error')).toContain('The note cannot be read.');
  expect(await page.textContent('.stale')).toContain('last version');
  expect(await postText(page)).toContain('400 trials');
  writeFileSync(path, NOTE.replace('400', '800'));
  await expect.poll(() => postText(page)).toContain('800 experiments');
  // The post is shown before the note is checked.
  await expect.poll(() => page.$('.top .error')).toBeNull();
  await expect.poll(() => page.$('.stale')).toBeNull();
});

test('a note that is broken from the start shows its error, and recovers', async () => {
  const path = desk.write('story.md', '---\nheadline: "Open\n---\n');
  const { url } = await desk.preview(path);
  const { page } = await openPage(browser, url);
  expect(await page.textContent('.finding.fatal')).toContain('Line ');
  writeFileSync(path, NOTE);
  await expect.poll(() => postText(page)).toContain('400 experiments');
});

describe('a note that cannot be read', () => {
  test('because it is deleted or renamed says so, and recovers', async () => {
    const path = desk.write('story.md', NOTE);
    const { url } = await desk.preview(path);
    const { page } = await openPage(browser, url);
    await expect.poll(() => postText(page)).toContain('400 experiments');
    renameSync(path, desk.path('other.md'));
    await expect.poll(() => page.textContent('.top')).toContain('No such file');
    expect(await page.textContent('.top .error')).toContain('The page continues when the file is back.');
    expect(await page.textContent('#findings-head')).toContain('Not checked');
    expect(await postText(page)).toContain('400 experiments');
    writeFileSync(path, NOTE.replace('400', '900'));
    await expect.poll(() => postText(page)).toContain('900 experiments');
  });

  test('because it is a folder or not UTF-8 says so, and recovers', async () => {
    const path = desk.write('story.md', NOTE);
    const { url } = await desk.preview(path);
    const { page } = await openPage(browser, url);
    await expect.poll(() => postText(page)).toContain('400 experiments');
    writeFileSync(path, Buffer.from([0x23, 0x20, 0xff, 0xfe, 0x00]));
    await expect.poll(() => page.textContent('.finding.fatal')).toContain('UTF-8');
    rmSync(path);
    desk.write('story.md/a.txt', '');
    await expect.poll(() => page.textContent('.top')).toContain('folder');
    rmSync(path, { recursive: true });
    writeFileSync(path, NOTE.replace('400', '950'));
    await expect.poll(() => postText(page)).toContain('950 experiments');
  });

  test('because of its mode says so, and recovers', async ({ skip }) => {
    skip(process.getuid?.() === 0, 'root may read every file');
    const path = desk.write('story.md', NOTE);
    const { url } = await desk.preview(path);
    const { page } = await openPage(browser, url);
    await expect.poll(() => postText(page)).toContain('400 experiments');
    chmodSync(path, 0);
    await expect.poll(() => page.textContent('.top')).toContain('Permission denied');
    chmodSync(path, 0o644);
    await expect.poll(() => page.$('.top .error')).toBeNull();
  });
});

test('names of files, channels and keys keep their letters', async () => {
  desk.write('copydesk.yaml', 'channels: [html, ninjs]\n');
  const path = desk.write('story.md', NOTE.replace('00Z\n', '00Z\nseckion: A\n'));
  const { url } = await desk.preview(path);
  const { page } = await openPage(browser, url);
  await expect.poll(() => page.textContent('#groups')).toContain('ninjs: missing id');
  expect(await page.locator('.group h3').allTextContents()).toContain('seckion');
  desk.write('copydesk.yaml', 'house: abba\n');
  await expect.poll(() => page.textContent('.top')).toContain('copydesk.yaml:1:8: unknown house');
});

test('a Chinese story says so, so that browsers choose its fonts', async () => {
  const text = NOTE.replace(/headline: .*/, 'headline: 实验室：夜间开放').replace('00Z\n', '00Z\nlang: zh\n');
  desk.write('zh.md', text);
  const { url } = await desk.preview(desk.folder);
  const { page } = await openPage(browser, url);
  await page.click('tbody a:lang(zh)');
  expect(await page.getAttribute('h1', 'lang')).toBe('zh');
  await page.click('#tab-text');
  expect(await page.getAttribute('.plain', 'lang')).toBe('zh');
});

test('one word is a word', async () => {
  const path = desk.write('story.md', 'Hello.\n');
  const { url } = await desk.preview(path);
  const { page } = await openPage(browser, url);
  await expect.poll(() => page.textContent('.lengths summary')).toMatch(/^1 word;/);
});

test('a page says what to do if copydesk was stopped', async () => {
  const { url, stop } = await desk.preview(desk.write('story.md', NOTE));
  const { page } = await openPage(browser, url);
  await stop();
  await expect.poll(() => page.textContent('#status')).toContain('start it again and open its new URL');
});

test('two previews of one note both follow it', async () => {
  const path = desk.write('story.md', NOTE);
  const pages = [];
  for (const { url } of [await desk.preview(path), await desk.preview(path)])
    pages.push((await openPage(browser, url)).page);
  writeFileSync(path, NOTE.replace('400', '450'));
  for (const page of pages) await expect.poll(() => postText(page)).toContain('450 experiments');
  await pages[0]?.click('.finding:has-text("Repeated word") [data-action=fix]');
  for (const page of pages) await expect.poll(() => postText(page)).toContain('The company expects');
  expect(readFileSync(path, 'utf8')).toContain('\nThe company expects');
});

test('the index lists status, embargo and findings, and follows new and deleted notes', async () => {
  const withKey = (line: string) => NOTE.replace('00Z\n', `00Z\n${line}\n`);
  desk.write('notes/a.md', withKey('status: draft').replace('Opens a Lab', 'Opens A'));
  desk.write('notes/b.md', withKey('embargo: 2099-01-01T00:00:00Z'));
  desk.write('notes/c.md', withKey('status: withdrawn'));
  desk.write('notes/d.md', '---\nheadline: "Open\nsource: B\n---\n');
  desk.write('notes/readme.md', '# Not a note\n');
  const { url } = await desk.preview(desk.path('notes'));
  const { page, messages } = await openPage(browser, url);
  const rows = () =>
    page.evaluate<string[]>('[...document.querySelectorAll("tbody tr")].map((row) => row.textContent)');
  await expect.poll(async () => (await rows()).length).toBe(4);
  const [a = '', b = '', c = '', d = ''] = await rows();
  expect(a).toContain('Draft');
  const style = 'getComputedStyle(document.querySelector("tbody td:last-child")).whiteSpace';
  expect(await page.evaluate(style)).toBe('nowrap');
  const columns = () => page.evaluate<string[]>('[...document.querySelectorAll("th")].map((cell) => cell.textContent)');
  expect(await columns()).toEqual(['Story', 'Status', 'Embargo', 'Findings']);
  expect(a).toContain('2 warnings');
  expect(b).toContain('Under embargo until January 1, 2099, 00:00 UTC');
  expect(b).toContain('1 error');
  expect(c).toContain('Withdrawn');
  expect(d).toContain('The note cannot be read.');

  desk.write('notes/e.md', NOTE);
  await expect.poll(async () => (await rows()).length).toBe(5);
  await page.fill('#filter', 'opens a:');
  await expect.poll(async () => (await rows()).length).toBe(1);
  await page.click('tbody a');
  await expect.poll(() => postText(page)).toContain('400 experiments');
  await page.click('.back');
  await page.waitForSelector('tbody tr');
  rmSync(desk.path('notes/a.md'));
  await expect.poll(async () => (await rows()).join()).toContain('No such file');

  desk.write('notes/b.md', NOTE);
  await expect.poll(columns).toEqual(['Story', 'Status', 'Findings']);
  desk.write('notes/c.md', NOTE);
  await expect.poll(columns).toEqual(['Story', 'Findings']);
  expect(messages).toEqual([]);
});

test('the index follows a configuration and the text of a source in its own folder', async () => {
  desk.write('story.md', NOTE);
  desk.write('copydesk.yaml', 'house: abab\n');
  desk.write('sources/story.md', 'The lab repeated 400 experiments.\n');
  const { url } = await desk.preview(desk.folder);
  const { page } = await openPage(browser, url);
  const rows = () =>
    page.evaluate<string[]>('[...document.querySelectorAll("tbody tr")].map((row) => row.textContent)');
  await expect.poll(rows).toEqual([expect.stringContaining('2 warnings')]);
  desk.write('copydesk.yaml', 'hose: abab\n');
  await expect.poll(rows).toEqual([expect.stringContaining("unknown key 'hose'")]);
  desk.write('copydesk.yaml', 'house: { severities: { repeated-word: error } }\n');
  await expect.poll(rows).toEqual([expect.stringContaining('1 error, 1 warning')]);
  desk.write('sources/story.md', 'The lab repeated 300 experiments.\n');
  await expect.poll(rows).toEqual([expect.stringContaining('1 error, 2 warnings')]);
});
