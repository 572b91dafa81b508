import { readFileSync, writeFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { browser, desk, NOTE, openPage, postText, useDesk } from './program.ts';

/* The buttons beside the findings change the file as the command line does. */

useDesk();

const finding = (text: string) => `.finding:has-text("${text}")`;
const status = (page: Page) => page.textContent('#status');

/** Opens the preview of a note, whose bytes may be those of any editor. */
async function open(text: string) {
  const path = desk.write('story.md', text);
  const { url } = await desk.preview(path);
  return { path, ...(await openPage(browser, url)) };
}

describe('Fix', () => {
  const UNFORMATTED = NOTE.replace('The the', '__The the__').replace('## Laws\n', '## Laws\n\n\n');
  test.each([
    { what: 'a repeated word', text: NOTE, rule: 'repeated-word', message: 'Repeated word' },
    {
      what: 'the same with the line ends of Windows',
      text: NOTE.replaceAll('\n', '\r\n'),
      rule: 'repeated-word',
      message: 'Repeated word',
    },
    { what: 'the same with a byte order mark', text: `\ufeff${NOTE}`, rule: 'repeated-word', message: 'Repeated word' },
    { what: 'the format', text: UNFORMATTED, rule: 'not-formatted', message: 'Not formatted' },
  ])('$what: as `check --fix --rule` does', async ({ text, rule, message }) => {
    const { path, page, messages } = await open(text);
    const copy = desk.write('copy.md', text);
    await desk.run('check', '--fix', '--rule', rule, copy);
    await page.click(`${finding(message)} [data-action=fix]`);
    await expect.poll(() => readFileSync(path, 'utf8')).toBe(readFileSync(copy, 'utf8'));
    expect(readFileSync(path, 'utf8')).not.toBe(text);
    await expect.poll(() => page.$(finding(message))).toBeNull();
    expect(messages).toEqual([]);
  });

  test('one of two findings, and the focus moves to the next button', async () => {
    const text = NOTE.replace('Nightbench has built', 'Nightbench has has built');
    const { path, page } = await open(text);
    await page.focus(`${finding('Repeated word')} [data-action=fix]`);
    await page.keyboard.press('Enter');
    await expect.poll(() => readFileSync(path, 'utf8')).toBe(text.replace('The the', 'The'));
    await expect.poll(() => page.evaluate('document.activeElement.textContent')).toMatch(/Fix|Ignore|Why/);
    await expect.poll(() => status(page)).toMatch(/Fixed|Updated/);
  });

  test('that may change the meaning says so', async () => {
    const { path, page } = await open(NOTE.replace('at night.\n\nThe', 'at 9 p.m. at night in a hall.\n\nThe'));
    await page.click(`${finding('redundancy')} [data-action=fix]:has-text("Fix and review")`);
    await expect.poll(() => readFileSync(path, 'utf8')).toContain('experiments at 9 p.m. in a hall');
  });
});

describe('Ignore here', () => {
  test('adds a comment with the reason, after which `check` finds nothing there', async () => {
    const { path, page } = await open(NOTE);
    await page.click(`${finding('Unattributed claim')} [data-action=ignore]`);
    await page.fill('input[name=reason]', 'the desk said so --> <b>');
    await page.keyboard.press('Enter');
    await expect
      .poll(() => readFileSync(path, 'utf8'))
      .toContain('copydesk-ignore unattributed-claim: the desk said so');
    await expect.poll(() => page.$(finding('Unattributed claim'))).toBeNull();
    const { stdout } = await desk.run('check', path);
    expect(stdout).not.toContain('unattributed-claim');
    expect(stdout).toContain('repeated-word');
    expect((await desk.run('format', '--check', path)).code).toBe(0);
  });

  test('can be cancelled with the keyboard', async () => {
    const { path, page } = await open(NOTE);
    await page.focus(`${finding('Unattributed claim')} [data-action=ignore]`);
    await page.keyboard.press('Enter');
    await page.keyboard.type('never mind');
    await page.keyboard.press('Escape');
    expect(await page.$('form')).toBeNull();
    expect(await page.evaluate('document.activeElement.textContent')).toBe('Ignore here');
    expect(readFileSync(path, 'utf8')).toBe(NOTE);
  });

  test('keeps what is typed while the file changes', async () => {
    const { path, page } = await open(NOTE);
    await page.click(`${finding('Unattributed claim')} [data-action=ignore]`);
    await page.fill('input[name=reason]', 'half a rea');
    writeFileSync(path, NOTE.replace('400', '410'));
    await expect.poll(() => postText(page)).toContain('410 experiments');
    expect(await page.inputValue('input[name=reason]')).toBe('half a rea');
  });
});

test('Why shows the explanation of the rule, and hides it again', async () => {
  const { page, messages } = await open(NOTE);
  const why = `${finding('Unattributed claim')} [data-action=why]`;
  await page.click(why);
  await page.waitForSelector('.why');
  const { stdout } = await desk.run('explain', 'unattributed-claim');
  const words = (text: string) => text.replace(/[^a-z]+/gi, ' ');
  const shown = words((await page.textContent('.why')) ?? '').trim();
  expect(words(stdout)).toContain(shown.slice(0, 60));
  expect(shown).toContain('Incorrect');
  expect(await page.getAttribute(why, 'aria-expanded')).toBe('true');
  await page.click(why);
  expect(await page.$('.why')).toBeNull();
  expect(messages).toEqual([]);
});

describe('a button that was shown for another version of the file', () => {
  test('edits nothing, and the page shows the file as it is', async () => {
    const { path, page } = await open(NOTE);
    await page.waitForSelector('.finding');
    // The file changes after the button is pressed, and before the program hears of it.
    const changed = NOTE.replace('400', '480');
    await page.route('**/edit', async (route) => {
      writeFileSync(path, changed);
      await route.continue();
    });
    await page.click(`${finding('Repeated word')} [data-action=fix]`);
    await expect.poll(() => status(page)).toContain('The file has changed');
    expect(readFileSync(path, 'utf8')).toBe(changed);
    await expect.poll(() => postText(page)).toContain('480 experiments');
  });
});

test('suggestions are hidden until a person asks for them', async () => {
  const { page } = await open(NOTE.replace('on Wednesday', 'this week').replace('date: 2026-03-04T09:00:00Z\n', ''));
  expect(await page.$(finding('Suggestion'))).toBeNull();
  await page.check('#suggestions');
  await page.waitForSelector(finding('Suggestion'));
});

test('each channel of the house has a tab with its counts, or the reason why there is no post', async () => {
  desk.write(
    'copydesk.yaml',
    'channels:\n  x:\n    number: true\n  telegram:\n    link: true\n  linkedin:\n  email:\n  card:\n',
  );
  const { page, messages } = await open(NOTE);
  await page.click('#tab-x');
  expect(await page.textContent('.posts li')).toMatch(/1 of \d+\d{2,3} of 280 characters/);
  await page.click('#tab-telegram');
  expect(await page.textContent('.panel:not([hidden])')).toContain('needs the url of the story');
  await page.click('#tab-email');
  expect(await postText(page)).toContain('400 experiments');
  await page.click('#tab-card');
  const width = () => page.evaluate('document.querySelector(".card").naturalWidth');
  await expect.poll(width, { timeout: 30_000 }).toBe(1200);
  await page.keyboard.press('Home');
  expect(messages.filter((text) => !text.includes('ERR_ABORTED'))).toEqual([]);
});

test('arrow keys move between the tabs', async () => {
  const { page } = await open(NOTE);
  await page.focus('[role=tab]');
  for (const [key, tab] of [
    ['ArrowRight', 'text'],
    ['ArrowRight', 'markdown'],
    ['ArrowRight', 'html'],
    ['End', 'markdown'],
    ['Home', 'html'],
    ['ArrowLeft', 'markdown'],
  ] as const) {
    await page.keyboard.press(key);
    expect(await page.evaluate('document.activeElement.dataset.tab'), key).toBe(tab);
    expect(await page.isVisible(`#panel-${tab}`)).toBe(true);
  }
});

test('findings are beside their paragraphs, which are marked when a person looks at them', async () => {
  const { page } = await open(NOTE);
  await expect.poll(() => postText(page)).toContain('400 experiments');
  const top = async (text: string) =>
    (await (await page.frameLocator('iframe').locator(`p:has-text("${text}")`).elementHandle())?.boundingBox())?.y ?? 0;
  const group = async (text: string) => (await (await page.$(`.group:has-text("${text}")`))?.boundingBox())?.y ?? 0;
  await expect
    .poll(async () => Math.abs((await top('The the company')) - (await group('Repeated word'))))
    .toBeLessThan(2);
  await page.hover(finding('Unattributed claim'));
  expect(await page.frameLocator('iframe').locator('[data-copydesk-mark]').textContent()).toContain('Experts say');
});
