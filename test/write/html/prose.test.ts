import { describe, expect, it } from 'vitest';
import type { Block, Inline, Prose, TableCell } from '../../../src/model/article.ts';
import { Footnotes } from '../../../src/write/footnotes.ts';
import * as print from '../../../src/write/html/prose.ts';
import { article, house, p, t } from '../fixtures.ts';
import { parseHtml } from './well-formed.ts';

const layout = {
  labels: house().labels,
  footnotes: new Footnotes(article(), house()),
  id: (name: string) => name,
};
const proseHtml = (blocks: Prose, level: number) => print.proseHtml(blocks, level, layout);
const inlineHtml = (tokens: readonly Inline[]) => print.inlineHtml(tokens, layout);
const itemHtml = (prose: Prose, level: number) => print.itemHtml(prose, level, layout);

const html = (...blocks: Block[]) => {
  const found = proseHtml(blocks, 2);
  expect(parseHtml(found).faults).toEqual([]);
  return found;
};
const image = (href: string, text: string, title?: string): Inline =>
  title === undefined ? { type: 'image', href, text } : { type: 'image', href, text, title };
const link = (href: string, ...tokens: Inline[]): Inline => ({ type: 'link', href, tokens });
const h = (depth: number, text: string): Block => ({ type: 'heading', depth, tokens: [t(text)] });
const list = (items: readonly { tokens: Prose; checked?: boolean }[], more: object = {}): Block => ({
  type: 'list',
  ordered: false,
  loose: false,
  items,
  ...more,
});
const cell = (text: string): TableCell => ({ tokens: text === '' ? [] : [t(text)] });

describe('inlines', () => {
  it.each<[string, Inline[], string]>([
    ['text is escaped once', [t(`<b> & "a" 'b' &amp;`)], '&lt;b&gt; &amp; &quot;a&quot; &#39;b&#39; &amp;amp;'],
    ['em', [{ type: 'em', tokens: [t('a')] }], '<em>a</em>'],
    ['strong', [{ type: 'strong', tokens: [t('a<')] }], '<strong>a&lt;</strong>'],
    ['del', [{ type: 'del', tokens: [t('a')] }], '<del>a</del>'],
    ['code', [{ type: 'codespan', text: '<a> `b`' }], '<code>&lt;a&gt; `b`</code>'],
    [
      'sub and sup',
      [
        { type: 'sub', tokens: [t('<')] },
        { type: 'sup', tokens: [t('b')] },
      ],
      '<sub>&lt;</sub><sup>b</sup>',
    ],
    ['a hard break', [t('a'), { type: 'br' }, t('b')], 'a<br>\nb'],
    ['a link', [link('https://x.example/?a=b&c', t('a'))], '<a href="https://x.example/?a=b&amp;c">a</a>'],
    [
      'its title',
      [{ type: 'link', href: '/a', title: `"'&`, tokens: [t('a')] }],
      '<a href="/a" title="&quot;&#39;&amp;">a</a>',
    ],
    [
      'without words, its address',
      [link('https://x.example/ä')],
      '<a href="https://x.example/%C3%A4">https://x.example/ä</a>',
    ],
    [
      'a link to nowhere safe is its words',
      [link('javascript:alert(1)', { type: 'em', tokens: [t('a')] })],
      '<em>a</em>',
    ],
    [
      'a link in a link is its words',
      [link('/a', t('a '), { type: 'em', tokens: [link('/b', t('b'))] })],
      '<a href="/a">a <em>b</em></a>',
    ],
    [
      'an image',
      [t('a '), image('/i.png', '"b"', 'c')],
      'a <img src="/i.png" alt="&quot;b&quot;" title="c" loading="lazy">',
    ],
    ['an unsafe image is its words', [image('data:image/png;base64,AA', 'a chart <1>')], 'a chart &lt;1&gt;'],
    ['an image of the page itself too', [image('', 'a chart')], 'a chart'],
    ['or its title', [image('file:///a', '', 'b')], 'b'],
  ])('%s', (_, tokens, expected) => expect(inlineHtml(tokens)).toBe(expected));
});

describe('blocks', () => {
  it.each<[string, Block[], string]>([
    ['paragraphs', [p('a'), p('b')], '<p>a</p>\n<p>b</p>'],
    ['a quotation', [{ type: 'blockquote', tokens: [p('a')] }], '<blockquote>\n<p>a</p>\n</blockquote>'],
    [
      'an alert with the label of the house',
      [{ type: 'blockquote', alert: 'warning', tokens: [p('a')] }],
      '<div class="alert warning" role="note">\n<p class="label">Warning</p>\n<p>a</p>\n</div>',
    ],
    ['a thematic break', [{ type: 'hr' }], '<hr>'],
    [
      'code',
      [{ type: 'code', text: 'a\n  <b>\n\n' }],
      '<pre tabindex="0" role="group" aria-label="Code"><code>a\n  &lt;b&gt;\n\n\n</code></pre>',
    ],
    [
      'code with a language',
      [{ type: 'code', lang: 'c++"', text: 'a' }],
      '<pre tabindex="0" role="group" aria-label="Code"><code class="language-c++&quot;">a\n</code></pre>',
    ],
    ['no code', [{ type: 'code', text: '' }], '<pre tabindex="0" role="group" aria-label="Code"><code></code></pre>'],
    ['a tight list', [list([{ tokens: [p('a')] }, { tokens: [p('b')] }])], '<ul>\n<li>a</li>\n<li>b</li>\n</ul>'],
    ['a loose list', [list([{ tokens: [p('a')] }], { loose: true })], '<ul>\n<li><p>a</p>\n</li>\n</ul>'],
    ['an empty item', [list([{ tokens: [] }])], '<ul>\n<li></li>\n</ul>'],
    [
      'a nested list',
      [list([{ tokens: [p('a'), list([{ tokens: [p('b')] }])] }])],
      '<ul>\n<li>a\n<ul>\n<li>b</li>\n</ul></li>\n</ul>',
    ],
    ['an ordered list', [list([{ tokens: [p('a')] }], { ordered: true, start: 1 })], '<ol>\n<li>a</li>\n</ol>'],
    [
      'that starts at 0',
      [list([{ tokens: [p('a')] }], { ordered: true, start: 0 })],
      '<ol start="0">\n<li>a</li>\n</ol>',
    ],
    ['at 2028', [list([{ tokens: [p('a')] }], { ordered: true, start: 2028 })], '<ol start="2028">\n<li>a</li>\n</ol>'],
    [
      'tasks',
      [
        list([
          { checked: true, tokens: [p('a'), list([{ tokens: [p('c')] }])] },
          { checked: false, tokens: [p('b')] },
        ]),
      ],
      '<ul>\n<li class="task"><label><input type="checkbox" checked disabled> a</label>\n<ul>\n<li>c</li>\n</ul></li>\n' +
        '<li class="task"><label><input type="checkbox" disabled> b</label></li>\n</ul>',
    ],
    [
      'loose tasks',
      [list([{ checked: true, tokens: [p('a'), p('b')] }], { loose: true })],
      '<ul>\n<li class="task"><p><label><input type="checkbox" checked disabled> a</label></p>\n\n<p>b</p>\n</li>\n</ul>',
    ],
    [
      'a table',
      [{ type: 'table', align: [null, 'right'], header: [cell(''), cell('n')], rows: [[cell('<a>'), cell('1')]] }],
      '<div class="table" tabindex="0" role="group" aria-label="Table"><table>\n<thead>\n<tr><td></td><th scope="col" style="text-align:right">n</th></tr>\n</thead>\n' +
        '<tbody>\n<tr><td>&lt;a&gt;</td><td style="text-align:right">1</td></tr>\n</tbody>\n</table></div>',
    ],
    [
      'a table without rows',
      [{ type: 'table', align: ['center'], header: [cell('a')], rows: [] }],
      '<div class="table" tabindex="0" role="group" aria-label="Table"><table>\n<thead>\n<tr><th scope="col" style="text-align:center">a</th></tr>\n</thead>\n</table></div>',
    ],
    [
      'an image alone is a figure',
      [p(image('/i.png', 'a', 'A "b"'))],
      '<figure>\n<img src="/i.png" alt="a" loading="lazy">\n<figcaption>A &quot;b&quot;</figcaption>\n</figure>',
    ],
    [
      'also inside a link',
      [p({ type: 'link', href: '/big', tokens: [image('/i.png', 'a')] })],
      '<figure>\n<a href="/big"><img src="/i.png" alt="a" loading="lazy"></a>\n</figure>',
    ],
    [
      'several are several',
      [p(image('/1.png', 'a'), ' ', image('/2.png', 'b'))],
      '<figure>\n<img src="/1.png" alt="a" loading="lazy">\n</figure>\n<figure>\n<img src="/2.png" alt="b" loading="lazy">\n</figure>',
    ],
    ['an unsafe one is its words', [p(image('javascript:1', 'a <chart>'))], '<p>a &lt;chart&gt;</p>'],
  ])('%s', (_, blocks, expected) => expect(html(...blocks)).toBe(expected));

  it('an item of a template is bare text only where it is one paragraph', () => {
    expect(itemHtml([p('a')], 3)).toBe('a');
    expect(itemHtml([p('a'), p('b')], 3)).toBe('<p>a</p>\n<p>b</p>');
    expect(itemHtml([], 3)).toBe('');
  });
});

describe('headings follow from nesting, whatever was typed', () => {
  const levels = (level: number, depths: number[]) =>
    [
      ...proseHtml(
        depths.map((depth) => h(depth, 'a')),
        level,
      ).matchAll(/<h(\d)/g),
    ].map(([, found]) => Number(found));

  it.each([
    [2, [1, 2, 3], [2, 3, 4]],
    [2, [3, 3, 5, 3], [2, 2, 3, 2]],
    [3, [4, 2, 6], [3, 3, 4]],
    [3, [1, 2, 3, 4, 5, 6], [3, 4, 5, 6, 6, 6]],
  ])('from %i: %j', (level, depths, expected) => expect(levels(level, depths)).toEqual(expected));

  it('also inside a quotation', () => {
    expect(html(h(2, 'a'), { type: 'blockquote', tokens: [h(6, 'b')] })).toContain('<h3>b</h3>');
  });
});
