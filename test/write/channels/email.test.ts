import PostalMime from 'postal-mime';
import { describe, expect, test } from 'vitest';
import type { Article, Inline } from '../../../src/model/article.ts';
import { withAbsoluteUrls } from '../../../src/write/absolute.ts';
import { email } from '../../../src/write/channels/formats.ts';
import { EMAIL } from '../../../src/write/channels/limits/email.ts';
import { text } from '../../../src/write/text.ts';
import { article, house, p, t } from '../fixtures.ts';
import { chinese, english } from '../html/stories.ts';
import { attribute, elementsOf, textOf } from './html-text.ts';

const link = (href: string, ...tokens: Inline[]): Inline => ({ type: 'link', href, tokens });
const message = (story: Article, desk = house()): string => email.write(story, desk, {});
const parse = (story: Article, desk = house()) => PostalMime.parse(message(story, desk));
const full = { url: 'https://a.example/news/b', id: 'https://a.example/id/1', date: '2026-05-07T09:30:00+02:00' };

describe('the header', () => {
  test('has the headline, and the date and the id of the story', async () => {
    const { subject, date, messageId } = await parse(article({ ...full, headline: '公司“发布”报告' }));
    expect(subject).toBe('公司“发布”报告');
    expect(date).toBe('2026-05-07T07:30:00.000Z');
    expect(messageId).toBe('<https%3A//a.example/id/1.en@a.example>');
  });
  test('has nothing that the story does not say', () => {
    expect(message(article()).split('\r\n\r\n')[0]?.split('\r\n')).toEqual([
      'Subject: Harbor Robotics Opens Its Books',
      'Content-Language: en',
      'X-Unsent: 1',
      'MIME-Version: 1.0',
      'Content-Type: multipart/alternative; boundary="=_copydesk"',
    ]);
    expect(message(article({ date: '2026-05-07' }))).not.toContain('\r\nDate:');
  });
  test('is the same every time', () => {
    expect(message(english)).toBe(message(english));
  });
});

test('the text part is the post as plain text, with absolute links', async () => {
  const story = article({ ...full, body: [p('See ', link('/r', t('the report')), '.')] });
  const { text: read } = await parse(story);
  expect(read).toContain('See the report (https://a.example/r).');
  const whole = await parse(english);
  expect(whole.text?.trimEnd()).toBe(text.write(withAbsoluteUrls(english).article, house(), {}).trimEnd());
});

describe('the HTML part', () => {
  const html = async (story: Article, desk = house()): Promise<string> => (await parse(story, desk)).html ?? '';
  test('has its styles in its elements, and the dark colors in its head', async () => {
    const elements = elementsOf(await html(english));
    const styles = elements.filter(({ tagName }) => tagName === 'style');
    expect(styles.map((style) => attribute(style, 'media'))).toEqual([undefined]);
    for (const element of elements.filter(({ tagName }) => /^(?:p|h[1-6]|li|td)$/.test(tagName)))
      if (element.tagName !== 'li') expect(attribute(element, 'style'), textOf(element)).toMatch(/:/);
  });
  test('has no element or attribute that is for browsers only', async () => {
    const elements = elementsOf(await html(english));
    const names = new Set(elements.map(({ tagName }) => tagName));
    for (const name of ['article', 'section', 'figure', 'input', 'label', 'time', 'script', 'link'])
      expect(names).not.toContain(name);
    const attributes = new Set(elements.flatMap(({ attrs }) => attrs.map(({ name }) => name)));
    for (const name of ['id', 'tabindex', 'loading', 'scope', 'datetime']) expect(attributes).not.toContain(name);
  });
  test('has absolute links and images', async () => {
    const story = article({
      ...full,
      image: { url: 'crane.png', alt: 'A crane' },
      body: [p(link('r.pdf', t('rules')), { type: 'image', href: '/x.png', text: 'x' })],
    });
    const urls = elementsOf(await html(story)).flatMap((one) => attribute(one, 'href') ?? attribute(one, 'src') ?? []);
    expect(urls).toEqual([
      'https://a.example/news/b',
      'https://a.example/news/crane.png',
      'https://a.example/news/r.pdf',
      'https://a.example/x.png',
    ]);
  });
  test('says its direction and language inside the body, which mail programs replace', async () => {
    const arabic = elementsOf(await html(article({ lang: 'ar' }))).find(({ tagName }) => tagName === 'div');
    expect([arabic && attribute(arabic, 'dir'), arabic && attribute(arabic, 'lang')]).toEqual(['rtl', 'ar']);
    expect(await html(article({ lang: 'ar' }))).toContain('text-align:right');
    expect(await html({ ...chinese, ...full }, house('abab-zh'))).toContain("font-family:'PingFang SC'");
  });
});

test('a relative URL needs the URL of the story', () => {
  const error = "email: relative URL '/r' needs the url of the story";
  expect(() => message(article({ body: [p(link('/r', t('a')))] }))).toThrow(error);
});

test('a story that Gmail would cut is refused, with the number of bytes', () => {
  const long = (length: number): Article => article({ body: [p('x'.repeat(length))] });
  expect(() => message(long(EMAIL.htmlBytes.max))).toThrow(/^email: \d,\d{3} bytes over 102,000$/);
  expect(() => message(long(90_000))).not.toThrow();
});
