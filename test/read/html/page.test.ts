import { expect, test } from 'vitest';
import { proseOfPage } from '../../../src/read/html/page.ts';
import { proseMarkdown } from '../../../src/write/markdown/printer.ts';

function markdown(html: string): string | undefined {
  const prose = proseOfPage(html);
  return prose && proseMarkdown(prose, 2);
}

test.each([
  ['paragraphs', '<p>A</p><p>B <b>c</b> <i>d</i></p>', 'A\n\nB **c** *d*'],
  ['text outside of elements', 'A<br><br>B', 'A\n\nB'],
  [
    'a page without its scripts, styles and menus',
    '<html><head><title>T</title><style>p{}</style></head><body><nav><a href="/">Home</a></nav><main><p>A</p><script>x</script></main><footer>F</footer></body></html>',
    'A',
  ],
  [
    'the only article of a page',
    '<div>Ad</div><article><header><h1>T</h1></header><p>A</p></article><aside>More</aside>',
    '## T\n\nA',
  ],
  ['a list of articles', '<article><p>A</p></article><article><p>B</p></article>', 'A\n\nB'],
  ['hidden text', '<p>A<span style="display:none">b</span></p><p hidden>C</p>', 'A'],
  ['unknown elements', '<x-card><p>A <x-term>b</x-term> <mark>c</mark> <u>d</u></p></x-card>', 'A b c d'],
  ['layout classes', '<div class="row grid" style="display:flex"><div class="col">A</div><div>B</div></div>', 'A\n\nB'],
  [
    'bold text of Google Docs',
    '<b style="font-weight:normal"><p><span style="font-weight:700">A</span> b</p></b>',
    '**A** b',
  ],
  [
    'links',
    '<p><a href="https://a.example/">A</a> <a href="javascript:x()">b</a> <a href="#c">c</a></p>',
    '[A](https://a.example/) b c',
  ],
  ['lists', '<ul><li>A</li><li>B<ul><li>C</li></ul></li></ul><ol start="3"><li>D</li></ol>', '- A\n- B\n  - C\n\n3. D'],
  ['definitions', '<dl><dt>A</dt><dd>B</dd></dl>', 'A\n\nB'],
  ['quotations', '<blockquote><p>A</p></blockquote><p><q>B</q></p>', '> A\n\n“B”'],
  ['code', '<pre><span>a</span>\n  b</pre><p><kbd>c</kbd></p>', '```\na\n  b\n```\n\n`c`'],
  [
    'a table without headings',
    '<table><tr><td>A</td><td>B</td></tr><tr><td><p>C</p></td></tr></table>',
    '| A   | B   |\n| --- | --- |\n| C   |     |',
  ],
  [
    'a table that lays out the page',
    '<table><tr><td><p>A</p><p>B</p><div>C</div></td><td>D</td></tr></table>',
    'A\n\nB\n\nC\n\nD',
  ],
  ['images', '<p><img src="a.png" alt="A"><img src="data:image/png;base64,x" alt="B"></p>', '![A](a.png)B'],
  ['end tags without a start tag', '<p>A</b></div></p>B', 'A\n\nB'],
  ['elements that are not closed', '<p>A <b>b<p>C', 'A b\n\nC'],
  ['entities', '<p>A &amp; &lt;b&gt; &nbsp;c</p>', 'A & \\<b> \u00a0c'],
  ['comments', '<!-- a --><p>A<!-- b --></p>', 'A'],
])('%s', (_, html, expected) => {
  expect(markdown(html)).toBe(expected);
});

test('HTML that is nested too deeply is refused', () => {
  expect(markdown('<div>'.repeat(5000))).toBeUndefined();
  expect(markdown('x'.repeat(2_000_001))).toBeUndefined();
});
