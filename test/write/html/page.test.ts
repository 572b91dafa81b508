import { describe, expect, it } from 'vitest';
import type { Article } from '../../../src/model/article.ts';
import type { House } from '../../../src/model/house.ts';
import { html } from '../../../src/write/html.ts';
import { article, house, p, t } from '../fixtures.ts';
import { chinese, english } from './stories.ts';
import { parseHtml } from './well-formed.ts';

function write(fields: Partial<Article> = {}, of: House = house()) {
  const page = html.write(article(fields), of, {});
  const fragment = html.write(article(fields), of, { fragment: true });
  expect(parseHtml(page).faults).toEqual([]);
  expect(parseHtml(fragment).faults).toEqual([]);
  expect(page).toContain(fragment.trimEnd());
  return { page, fragment };
}

/** What is printed, in order: headings by level, everything else by class or name. */
function outline(fragment: string): string[] {
  const named = /^(?:h[1-6]|figure|aside|header)$/;
  return parseHtml(fragment)
    .elements.filter(({ name, attributes }) => named.test(name) || (name !== 'span' && attributes.has('class')))
    .map(({ name, attributes, text }) => (/^h\d/.test(name) ? `${name} ${text}` : (attributes.get('class') ?? name)))
    .slice(1);
}

describe('the page', () => {
  it('is the smallest story, whole', () => {
    const { page, fragment } = write();
    expect(page).toMatch(/^<!doctype html>\n<html lang="en" dir="ltr">\n<head>\n<meta charset="utf-8">/);
    expect(page).toMatch(/<\/html>\n$/);
    expect(fragment).toMatchInlineSnapshot(`
      "<article class="post" lang="en" dir="ltr">
      <header>
      <h1>Harbor Robotics Opens Its Books</h1>
      </header>
      <div class="body">
      <p>Harbor Robotics published its first audited accounts on Tuesday.</p>
      </div>
      <p class="source">Source: <cite>Public Information</cite></p>
      <section class="insight" aria-labelledby="insight">
      <h2 id="insight">ABAB AI Insight</h2>
      <p>The filing ends eleven years of silence.</p>
      </section>
      <section class="laws" aria-labelledby="laws">
      <h2 id="laws">ABAB News · Cognitive Laws</h2>
      <ol>
      <li>A company opens its books when the doors need money, not light.</li>
      </ol>
      </section>
      </article>
      "
    `);
  });

  it('has a style sheet of less than 5 KB, and requests nothing', () => {
    const { page } = write();
    const style = parseHtml(page).elements.find(({ name }) => name === 'style')?.text ?? '';
    expect(style.length).toBeGreaterThan(1000);
    expect(Buffer.byteLength(style)).toBeLessThan(5 * 1024);
    expect(style).not.toMatch(/url\(|@import|\{\{/);
    expect(page).not.toMatch(/<script(?! type="application\/ld\+json">)|<link(?! rel="canonical")| on[a-z]+=/);
  });

  it('is the same bytes each time', () => {
    expect(html.write(english, house(), {})).toBe(html.write(structuredClone(english), house(), {}));
  });

  it.each([
    ['English', english, house()],
    ['Chinese', chinese, house('abab-zh')],
  ])('%s: everything is well-formed, and the outline has no jump', (_, story, of) => {
    const { elements, faults } = parseHtml(html.write(story, of, {}));
    expect(faults).toEqual([]);
    let last = 0;
    for (const { name } of elements) {
      const level = /^h(\d)$/.exec(name)?.[1];
      if (level === undefined) continue;
      expect(Number(level)).toBeLessThanOrEqual(last + 1);
      last = Number(level);
    }
    expect(elements.filter(({ name }) => name === 'h1')).toHaveLength(1);
    const ids = new Set(elements.map(({ attributes }) => attributes.get('id')));
    for (const { name, attributes } of elements) {
      if (name === 'img') expect(attributes.get('alt')).toBeTruthy();
      if (name === 'section') expect(ids).toContain(attributes.get('aria-labelledby'));
      if (name === 'html' || name === 'article') expect(attributes.get('lang')).toBe(story.lang);
    }
  });

  it('has no two landmarks with one name', () => {
    const code = { type: 'code', text: 'x' } as const;
    const { elements } = parseHtml(write({ body: [p('A.'), code, code] }).page);
    const landmarks = elements.filter(
      ({ name, attributes }) => name === 'section' || attributes.get('role') === 'region',
    );
    const labels = landmarks.map(({ attributes: a }) => a.get('aria-label') ?? a.get('aria-labelledby'));
    expect(new Set(labels).size).toBe(labels.length);
    expect(elements.filter(({ attributes }) => attributes.get('tabindex') === '0')).toHaveLength(2);
  });
});

describe('the parts', () => {
  it('come in the order of the house; headline and dek share the header', () => {
    expect(outline(html.write(english, house(), { fragment: true }))).toEqual([
      'header',
      'kicker',
      `h1 ${english.headline}`,
      'dek',
      'signature',
      'lead',
      'body',
      'h2 What the filing counts',
      'table',
      'language-python',
      'task',
      'task',
      'corrections',
      'source',
      'insight',
      'h2 ABAB AI Insight',
      'disclosure',
      'laws',
      'h2 ABAB News · Cognitive Laws',
      'h2 What Happens Next',
      'h3 The towns',
    ]);
  });

  it('in another order, and without those that the house leaves out', () => {
    const order = ['laws', 'body', 'dek', 'headline', 'byline', 'next', 'sections'];
    const sections = [{ id: 'next', heading: 'Next', aliases: [], label: 'What to Watch', required: false }];
    const story = {
      dek: 'A dek.',
      byline: ['Ines Okafor'],
      sections: [
        { heading: 'Unknown', prose: [p('a')] },
        { id: 'next', heading: 'Next', prose: [p('b')] },
      ],
    };
    expect(outline(write(story, house('abab', { order, sections })).fragment)).toEqual([
      'laws',
      'h2 ABAB News · Cognitive Laws',
      'body',
      'header',
      'dek',
      'h1 Harbor Robotics Opens Its Books',
      'signature',
      'h2 What to Watch',
      'h2 Unknown',
    ]);
  });

  it('a house may print no headline', () => {
    const { page, fragment } = write({ dek: 'A dek.' }, house('abab', { order: ['dek', 'body'] }));
    expect(outline(fragment)).toEqual(['dek', 'body']);
    expect(page).toContain('<title>Harbor Robotics Opens Its Books</title>');
  });

  it('are left out where the story has none', () => {
    const { fragment } = write({ source: [], body: [], insight: [], laws: [] });
    expect(fragment).toBe(
      '<article class="post" lang="en" dir="ltr">\n<header>\n<h1>Harbor Robotics Opens Its Books</h1>\n</header>\n</article>\n',
    );
  });

  it('ids are the slug’s, so that two stories on a page differ', () => {
    const sections = [
      { heading: 'One', prose: [] },
      { heading: 'Two', prose: [p('a')] },
    ];
    const { elements } = parseHtml(write({ slug: 'harbor-books', sections }).fragment);
    expect(elements.map(({ attributes }) => attributes.get('id')).filter(Boolean)).toEqual([
      'harbor-books-insight',
      'harbor-books-laws',
      'harbor-books-section-1',
      'harbor-books-section-2',
    ]);
  });
});

describe('details', () => {
  it('prints dates as the house does, and as written for machines', () => {
    const { fragment } = write({ date: '2026-11-03T09:30:00+01:00', updated: '2026-11-04', byline: ['A & B', 'C'] });
    expect(fragment).toContain('<time datetime="2026-11-03T09:30:00+01:00">November 3, 2026, 09:30 UTC+1</time>');
    expect(fragment).toContain('Updated: <time datetime="2026-11-04">November 4, 2026</time>');
    expect(fragment).toContain('By <span class="author">A &amp; B</span> and <span class="author">C</span>');
  });

  it('marks a draft where readers see it', () => {
    const page = write({ status: 'draft' });
    expect(page.fragment).toContain('<p class="draft">Draft, not for publication</p>');
    expect(write({ status: 'published' }).fragment).not.toContain('class="draft"');
  });

  it('sets the direction of a language that is read from right to left', () => {
    expect(write({ lang: 'ar' }).fragment).toContain('<article class="post" lang="ar" dir="rtl">');
  });

  it('a date that is no date is text', () => {
    expect(write({ corrections: [{ date: 'last <week>', text: 'a & b' }] }).fragment).toContain(
      '<p><b>Correction (last &lt;week&gt;): </b>a &amp; b</p>',
    );
  });

  it('sources are joined, with their addresses and marks', () => {
    const source = [
      { name: 'Harbor & Co', url: 'https://example.com/?a&b', date: '2026-11-01' },
      { name: 'The Register', tokens: [{ type: 'em' as const, tokens: [t('The Register')] }] },
      { name: 'Trap', url: 'javascript:alert(1)' },
    ];
    expect(write({ source }).fragment).toContain(
      '<p class="source">Source: <cite><a href="https://example.com/?a&amp;b">Harbor &amp; Co</a> (November 1, 2026); ' +
        '<em>The Register</em>; Trap</cite></p>',
    );
  });

  it('the insight says who wrote it', () => {
    expect(write({ insight_by: 'ai' }).fragment).toContain('<small>This insight was written by AI.</small>');
    expect(write().fragment).not.toContain('disclosure');
    expect(write({ insight: [], insight_by: 'ai' }).fragment).not.toContain('written by');
  });

  it('the image has its caption and credit, and its words where it may not be shown', () => {
    const shown = write({ image: { url: '/a b.png', alt: 'A "dock"', caption: 'Dock 4.', credit: 'L. Marsh' } });
    expect(shown.fragment).toContain('<img src="/a%20b.png" alt="A &quot;dock&quot;">');
    expect(shown.fragment).toContain(
      '<figcaption>Dock 4.<br>\n<span class="credit">Credit: L. Marsh</span></figcaption>',
    );
    const bare = write({ image: { url: '/a.png', credit: 'L. Marsh' } });
    expect(bare.fragment).toContain('<img src="/a.png" alt="">');
    expect(bare.fragment).toContain('<figcaption><span class="credit">Credit: L. Marsh</span></figcaption>');
    expect(write({ image: { url: '/a.png' } }).fragment).not.toContain('figcaption');
    const unsafe = write({ image: { url: 'data:text/html,x', alt: 'A dock' } });
    expect(unsafe.fragment).toContain('<p>Image: A dock</p>');
    expect(unsafe.page).not.toContain('og:image');
  });

  it('a law of several blocks keeps them', () => {
    expect(write({ laws: [[p('a'), p('b')]] }).fragment).toContain('<li><p>a</p>\n<p>b</p></li>');
  });

  it('Chinese labels and marks', () => {
    const fragment = html.write(chinese, house('abab-zh'), { fragment: true });
    expect(fragment).toContain('<article class="post" lang="zh" dir="ltr">');
    expect(fragment).toContain(
      '来源：<cite>公开信息；<a href="https://example.com/zh/%E5%AD%A3%E6%8A%A5">青禾机器人季报</a>（2026 年 10 月 30 日）</cite>',
    );
    expect(fragment).toContain('<b>更正（<time datetime="2026-11-04">2026 年 11 月 4 日</time>）：</b>早前版本');
    expect(fragment).toContain('<span class="author">林知远</span>、<span class="author">周以宁</span>');
    expect(fragment).not.toMatch(/ (?:[，。；：、）]|（)|[，。；：、（）] /);
  });
});
