import { describe, expect, test } from 'vitest';
import type { Article, Block, Inline } from '../../../src/model/article.ts';
import { wechat } from '../../../src/write/channels/formats.ts';
import { WECHAT } from '../../../src/write/channels/limits/wechat.ts';
import { article, house, p, t } from '../fixtures.ts';
import { chinese, english } from '../html/stories.ts';
import { elementsOf, propertiesOf, textOf } from './html-text.ts';
import { expectAllowed } from './wechat-rules.ts';

const link = (href: string, ...tokens: Inline[]): Inline => ({ type: 'link', href, tokens });
const report = link('https://a.example/r', t('the report'));
const post = (story: Article, desk = house()): string => wechat.write(story, desk, {});
const body = (...blocks: Block[]): Article => article({ body: blocks });
/** The lines of text of a post. */
const lines = (html: string): readonly string[] =>
  textOf(html)
    .split('\n')
    .filter((line) => line.trim() !== '');

test.each([
  ['English', english, house()],
  ['Chinese', chinese, house('abab-zh')],
  ['Arabic', article({ lang: 'ar' }), house()],
])('a post in %s has only what WeChat keeps', (_, story, desk) => {
  expectAllowed(post(story, desk));
});

test('a post is the story without its headline, which is the title in WeChat', () => {
  expect(lines(post(article()))).toEqual([
    'Harbor Robotics published its first audited accounts on Tuesday.',
    'Source: Public Information',
    'ABAB AI Insight',
    'The filing ends eleven years of silence.',
    'ABAB News · Cognitive Laws',
    'A company opens its books when the doors need money, not light.',
  ]);
});

describe('links become numbers with notes at the end', () => {
  test('the note has the words and the URL', () => {
    const found = lines(post(body(p('See ', report, '.'))));
    expect(found[0]).toBe('See the report[1].');
    expect(found.slice(-2)).toEqual(['Notes', '[1] the report: https://a.example/r']);
  });
  test('one URL has one note', () => {
    const found = lines(post(body(p('See ', report, ' and ', link('https://a.example/r', t('it')), '.'))));
    expect(found[0]).toBe('See the report[1] and it[1].');
    expect(found.filter((line) => line.startsWith('[1]'))).toEqual(['[1] the report: https://a.example/r']);
  });
  test('a URL in the text needs no note', () => {
    const url = 'https://a.example/北京';
    expect(lines(post(body(p('见 ', link(url, t(url)), '。'))))[0]).toBe('见 https://a.example/北京。');
    expect(post(body(p(link(url, t(url)))))).not.toContain('[1]');
  });
  test('a relative URL starts from the URL of the story', () => {
    const related = p(link('/r', t('more')));
    expect(post({ ...body(related), url: 'https://a.example/b' })).toContain('[1] more: https://a.example/r');
    expect(post(body(related))).toContain('[1] more: /r');
  });
  test('an address, a title and an unsafe link', () => {
    expect(post(body(p(link('mailto:a@b.example', t('us')))))).toContain('[1] us: a@b.example');
    expect(post(body(p({ ...report, title: 'PDF' } as Inline)))).toContain('the report: https://a.example/r (PDF)');
    expect(post(body(p(link('javascript:alert(1)', t('a')))))).not.toMatch(/javascript|\[1\]/);
  });
  test('a link to an article of WeChat stays', () => {
    const own = 'https://mp.weixin.qq.com/s/abc';
    const html = post(body(p(link(own, t('before')))));
    expect(html).toContain(`<a href="${own}">before</a>`);
    expect(post(body(p(link('https://mp.weixin.qq.com.evil.example/', t('a')))))).not.toContain('href');
  });
  test('footnotes come first, and their own links are notes too', () => {
    const story = {
      ...body(p('A', { type: 'footnote', label: 'n' }, ' sees ', report, '.')),
      footnotes: [{ label: 'n', prose: [p('By ', link('https://b.example', t('B')), '.')] }],
    };
    const found = lines(post(story));
    expect(found[0]).toBe('A[1] sees the report[2].');
    expect(found.slice(-4)).toEqual([
      'Notes',
      '[1] By B[3].',
      '[2] the report: https://a.example/r',
      '[3] B: https://b.example',
    ]);
  });
});

describe('images', () => {
  const image = (href: string): Inline => ({ type: 'image', href, text: 'A crane', title: 'By night.' });
  test('of other hosts are described, with the URL to upload', () => {
    const html = post(body(p(image('https://a.example/crane.png'))));
    expect(html).not.toContain('<img');
    expect(textOf(html)).toContain('Image: A crane (https://a.example/crane.png)');
    expect(textOf(html)).toContain('By night.');
  });
  test('that are in WeChat already stay', () => {
    const url = 'https://mmbiz.qpic.cn/mmbiz_png/abc/0?wx_fmt=png';
    expect(post(body(p(image(url))))).toContain('src="https://mmbiz.qpic.cn/mmbiz_png/abc/0?wx_fmt=png" alt="A crane"');
  });
});

test('code keeps its lines and spaces', () => {
  const html = post(body({ type: 'code', text: 'if a:\n    b < c' }));
  expect(html).toMatch(/if&nbsp;a:<br>&nbsp;&nbsp;&nbsp;&nbsp;b&nbsp;&lt;&nbsp;c<\/code><\/pre>/);
});

test('a task has a box', () => {
  const list: Block = { type: 'list', ordered: false, loose: false, items: [{ checked: true, tokens: [p('done')] }] };
  expect(textOf(post(body(list)))).toContain('☑ done');
});

test('what is inherited is on the outermost element only', () => {
  const [outer, ...others] = elementsOf(post(article()));
  expect(outer && propertiesOf(outer)).toContain('line-height');
  const paragraph = others.find(({ tagName }) => tagName === 'p');
  expect(paragraph && propertiesOf(paragraph)).toEqual(['margin']);
});

describe('the fields of the editor', () => {
  const long = article({ headline: 'x'.repeat(40), byline: ['Ann Lee', 'Tomasz Lindqvist'], dek: '长'.repeat(129) });
  test('a headline and authors that fit are left out of the text, and others are not', () => {
    expect(lines(post(article({ headline: '北'.repeat(32), byline: ['Ann Lee'] })))[0]).toMatch(/^Harbor Robotics/);
    expect(lines(post(long)).slice(0, 3)).toEqual([
      'x'.repeat(40),
      '长'.repeat(129),
      'By Ann Lee and Tomasz Lindqvist',
    ]);
  });
  test('what does not fit is a warning with the number of characters', () => {
    expect(wechat.warnings?.(long, house()).map(({ key, message }) => [key, message])).toEqual([
      ['headline', 'wechat: headline is 8 characters over 32'],
      ['byline', 'wechat: byline is 12 characters over 16'],
      ['dek', 'wechat: dek is 1 character over 128'],
    ]);
    expect(wechat.warnings?.(article({ headline: '𠮷'.repeat(32) }), house())).toEqual([]);
    expect(wechat.warnings?.(long, house('abab', { order: ['headline', 'body'] }))).toHaveLength(1);
  });
});

test('a story that is too long is refused, with the number of characters', () => {
  const long = (length: number): Article => body(p('x'.repeat(length)));
  const { length } = post(long(1)).trimEnd();
  expect(post(long(WECHAT.content.max - length + 1))).toHaveLength(WECHAT.content.max + 1);
  expect(() => post(long(WECHAT.content.max - length + 2))).toThrow('wechat: 1 character over 19,999');
});

test('no template of a house can print what WeChat removes', () => {
  const template = `<!-- a --><script>b</script><div id="c" class="d" onclick="e"><style>p{color:red}</style>
<video src="f"><p>g</p></video><p>h</p></div><iframe></iframe><svg><text>i</text></svg>`;
  const own = house('abab', {
    templates: new Map([['post.wechat.html.hbs', { kind: 'compiled', name: 'own', run: () => template }]]),
  });
  expect(post(article(), own)).toBe('<section>\n<p style="color:red">g</p><p style="color:red">h</p></section>\n');
});
