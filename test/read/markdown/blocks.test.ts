import { describe, expect, it } from 'vitest';
import type { Alert } from '../../../src/model/alerts.ts';
import type { Block, Inline } from '../../../src/model/article.ts';
import { parseMarkdown } from '../../../src/read/markdown/index.ts';

const text = (text: string): Inline => ({ type: 'text', text });
const p = (...inlines: (Inline | string)[]): Block => ({
  type: 'paragraph',
  tokens: inlines.map((inline) => (typeof inline === 'string' ? text(inline) : inline)),
});
const em = (...tokens: Inline[]): Inline => ({ type: 'em', tokens });
const sub = (...tokens: Inline[]): Inline => ({ type: 'sub', tokens });
const sup = (...tokens: Inline[]): Inline => ({ type: 'sup', tokens });
const br: Inline = { type: 'br' };
const link = (href: string, label: string, title?: string): Inline => ({
  type: 'link',
  href,
  ...(title === undefined ? {} : { title }),
  tokens: [text(label)],
});
const quote = (...tokens: Block[]): Block => ({ type: 'blockquote', tokens });
const alert = (kind: Alert, ...tokens: Block[]): Block => ({ type: 'blockquote', alert: kind, tokens });
const bullets = (...items: Block[][]): Block => ({
  type: 'list',
  ordered: false,
  loose: false,
  items: items.map((tokens) => ({ tokens })),
});

function blocks(markdown: string): readonly Block[] {
  return parseMarkdown(markdown).items.flatMap((item) => (item.kind === 'block' ? [item.block] : []));
}

describe('blocks as meant', () => {
  const rows: readonly (readonly [string, string, readonly Block[]])[] = [
    ['a list of breaks, which prints nothing', '- <br>\n\na', [p('a')]],
    ['soft breaks', 'a \n  b\nc', [p('a b c')]],
    ['soft breaks in Han prose', '中文，\n中文\n“中”\nLatin\n中', [p('中文，中文“中” Latin 中')]],
    ['soft breaks beside marks', '中*文*\n*字*\na', [p('中', em(text('文')), em(text('字')), ' a')]],
    ['hard breaks', 'a  \nb\\\nc', [p('a', { type: 'br' }, 'b', { type: 'br' }, 'c')]],
    ['math', 'so $a*b*c$ and $\\{a\\}_1$', [p('so $a*b*c$ and $\\{a\\}_1$')]],
    ['math in the text of a link', '[a $b*c*$](/u)', [p({ ...link('/u', 'a $b*c*$') })]],
    ['no math between prices', '$5 *and* $6, $7*2*$8', [p('$5 ', em(text('and')), ' $6, $7', em(text('2')), '$8')]],
    ['no math between currencies', '*US$* and *HK$*', [p(em(text('US$')), ' and ', em(text('HK$')))]],
    ['no math with escaped dollars', '\\$a*b*c\\$', [p('$a', em(text('b')), 'c$')]],
    [
      'no math around code and links',
      '$a`b*c*`$ $[a](/u)*$',
      [p('$a', { type: 'codespan', text: 'b*c*' }, '$ $', link('/u', 'a'), '*$')],
    ],
    ['escapes and references', 'R&amp;D \\* &#65; \\&lt; &nosuch; AT&T', [p('R&D * A &lt; &nosuch; AT&T')]],
    ['code spans stay', '`&amp; \\*`', [p({ type: 'codespan', text: '&amp; \\*' })]],
    ['links', '[a](</u v> "t&quot;\\"")', [p(link('/u v', 'a', 't""'))]],
    ['reference links', '[x][Y] [y]\n\n[y]: /u "T"', [p(link('/u', 'x', 'T'), ' ', link('/u', 'y', 'T'))]],
    [
      'addresses',
      '<https://a.b/?c&amp;d> <e@f.g>',
      [p(link('https://a.b/?c&d', 'https://a.b/?c&d'), ' ', link('mailto:e@f.g', 'e@f.g'))],
    ],
    ['bare addresses', 'www.a.b.', [p(link('http://www.a.b', 'www.a.b'), '.')]],
    ['images', '![a *b* `c`](u "t")', [p({ type: 'image', href: 'u', title: 't', text: 'a b c' })]],
    ['footnotes', 'a[^1]\n\n[^1]: b', [p('a', { type: 'footnote', label: '1' })]],
    ['references without a definition are text', 'a[^1]', [p('a[^1]')]],
    [
      'headings',
      '## a ##\n\nb\nc\n===',
      [
        { type: 'heading', depth: 2, tokens: [text('a')] },
        { type: 'heading', depth: 1, tokens: [text('b c')] },
      ],
    ],
    [
      'ordered lists',
      '3) a\n4) b',
      [{ type: 'list', ordered: true, start: 3, loose: false, items: [{ tokens: [p('a')] }, { tokens: [p('b')] }] }],
    ],
    [
      'loose lists',
      '- a\n\n- b',
      [{ type: 'list', ordered: false, loose: true, items: [{ tokens: [p('a')] }, { tokens: [p('b')] }] }],
    ],
    [
      'task lists',
      '- [x] a\n- [ ] b',
      [
        {
          type: 'list',
          ordered: false,
          loose: false,
          items: [
            { checked: true, tokens: [p('a')] },
            { checked: false, tokens: [p('b')] },
          ],
        },
      ],
    ],
    [
      'loose task lists',
      '- [x] a\n\n- b',
      [
        {
          type: 'list',
          ordered: false,
          loose: true,
          items: [{ checked: true, tokens: [p('a')] }, { tokens: [p('b')] }],
        },
      ],
    ],
    [
      'a lazy line behind an empty list item in a quote in a list item',
      '- a\n  >-\nb',
      [bullets([p('a'), { type: 'blockquote', tokens: [bullets([])] }]), p('b')],
    ],
    [
      'a line behind a table in a list item',
      '- - | a |\n    |---|\nb\nc',
      [bullets([bullets([{ type: 'table', align: [null], header: [{ tokens: [text('a')] }], rows: [] }])]), p('b c')],
    ],
    [
      'lazy lines in a quote that look like a table',
      '> a\n| b |\n|---|',
      [{ type: 'blockquote', tokens: [p('a | b | |---|')] }],
    ],
    [
      'a lazy line of a quote that is indented as in the item in it',
      '> * a | b\n  -|-',
      [{ type: 'blockquote', tokens: [bullets([p('a | b -|-')])] }],
    ],
    [
      'a lazy line of an item that is indented as in the list in it',
      '10. - a | b\n  -|-',
      [{ type: 'list', ordered: true, start: 10, loose: false, items: [{ tokens: [bullets([p('a | b -|-')])] }] }],
    ],
    ['sub and sup', 'H<sub>2</sub>O, 10<SUP>*6*</SUP>', [p('H', sub(text('2')), 'O, 10', sup(em(text('6'))))]],
    ['sub in sup', '<sup>a<sub>b</sub></sup>', [p(sup(text('a'), sub(text('b'))))]],
    ['sub across lines', 'a\n<sub>中\n中</sub>', [p('a ', sub(text('中中')))]],
    ['sub in a link', '[a<sub>b</sub>](/u)', [p({ type: 'link', href: '/u', tokens: [text('a'), sub(text('b'))] })]],
    ['an empty sub', 'a<sub></sub>b', [p('ab')]],
    ['unbalanced sub and sup', 'a<sub>b</sup>c', [p('a<sub>b</sup>c')]],
    ['crossed sub and sup', '<sub>a<sup>b</sub>c</sup>', [p('<sub>a', sup(text('b</sub>c')))]],
    ['sub over the end of emphasis', '*a<sub>b* c</sub>', [p(em(text('a<sub>b')), ' c</sub>')]],
    ['sub with attributes', '<sub class="a">b</sub>', [p('<sub class="a">b</sub>')]],
    ['breaks', 'a <br> b<BR/>c<br />\nd<br>', [p('a', br, 'b', br, 'c', br, 'd')]],
    ['breaks with attributes', 'a<br clear="all">b', [p('a<br clear="all">b')]],
    ['a break alone', 'a\n\n<br>\n\nb', [p('a'), p('b')]],
    ['a break in code', '`<br>`', [p({ type: 'codespan', text: '<br>' })]],
    ['an alert', '> [!NOTE]\n> a *b*\n> c', [alert('note', p('a ', em(text('b')), ' c'))]],
    ['an alert in lower case', '> [!tip]  \n> a', [alert('tip', p('a'))]],
    ['an alert with a blank line', '> [!WARNING]\n>\n> - a\n>\n> b', [alert('warning', bullets([p('a')]), p('b'))]],
    ['an alert with a number', '> [!CAUTION]\n> 2. a', [alert('caution', p('2. a'))]],
    ['an alert with a lazy line', '> [!IMPORTANT]\na\n\nb', [alert('important', p('a')), p('b')]],
    ['an alert with a nested quote', '> [!NOTE]\n> > [!TIP]\n> > a\nb', [alert('note', quote(p('[!TIP] a b')))]],
    ['no alert without words', '> [!NOTE]', [quote(p('[!NOTE]'))]],
    ['no alert with words on its line', '> [!NOTE] a', [quote(p('[!NOTE] a'))]],
    ['no alert of an unknown kind', '> [!INFO]\n> a', [quote(p('[!INFO] a'))]],
    ['no alert after an escape', '> \\[!NOTE]\n> a', [quote(p('[!NOTE] a'))]],
    ['no alert in an item', '- > [!NOTE]\n  > a', [bullets([quote(p('[!NOTE] a'))])]],
    ['no alert in a quote', '> a\n>\n> > [!NOTE]\n> > b', [quote(p('a'), quote(p('[!NOTE] b')))]],
    ['quotes', '> a\nb\n> - c', [{ type: 'blockquote', tokens: [p('a b'), bullets([p('c')])] }]],
    [
      'tables',
      '|a|b|\n|-|:-:|\n|1|\n|1|2|3|\n|x\\|y|',
      [
        {
          type: 'table',
          align: [null, 'center'],
          header: [{ tokens: [text('a')] }, { tokens: [text('b')] }],
          rows: [
            [{ tokens: [text('1')] }, { tokens: [] }],
            [{ tokens: [text('1')] }, { tokens: [text('2')] }],
            [{ tokens: [text('x|y')] }, { tokens: [] }],
          ],
        },
      ],
    ],
    ['blank lines of blanks after a list', '- a\n \n\u00a0\n', [bullets([p('a')])]],
    ['blanks inside a line', 'a  b', [p('a  b')]],
    ['full-width indentation', '\u3000\u3000中', [p('\u3000\u3000中')]],
  ];
  it.each(rows)('%s', (_, markdown, expected) => {
    expect(blocks(markdown)).toEqual(expected);
  });
});

describe('code is exact', () => {
  it.each([
    ['```js title\n\ta  \n\n\n```', '\ta  \n\n', 'js'],
    ['```\n```', '', undefined],
    ['```\n\n```', '', undefined],
    ['```\na\n```\n', 'a', undefined],
    ['```\na\n', 'a', undefined],
    ['  ~~~\n  a\n   b\n c\n  ~~~', 'a\n b\nc', undefined],
    [' ```\n\u3000a\n ```', '\u3000a', undefined],
    ['~~~ a&amp;\\*\n```\n~~~', '```', 'a&*'],
    ['    a\n\n      b\n\n', 'a\n\n  b', undefined],
    ['\ta\t\n', 'a\t', undefined],
    ['````\n```\n````', '```', undefined],
  ])('%j', (markdown, expected, lang) => {
    expect(blocks(markdown)).toEqual([{ type: 'code', ...(lang ? { lang } : {}), text: expected }]);
  });

  it.each([
    ['- a\n\n  ```\n  \tx\n\n\n  ```', '\tx\n\n'],
    ['-\t~~~\n\t\tx\n\t~~~', '\tx'],
    ['1. a\n\n   ```\n     x\n   ```', '  x'],
    ['- a\n\n      x\n      \ty', 'x\n\ty'],
    ['> ```\n> \tx\n>  y\n> ```', '\tx\n y'],
    ['1.\tmore\n1.      re', ' re'],
    ['-\tre\n\n-      re', ' re'],
    ['- a\n\n  -     \tx\n  - b', '\tx'],
    ['-       x\n          \ty\n        z ', '  x\n    \ty\n  z'],
    ['> - ```\n>   \tx\n>   ```', '\tx'],
    ['- a\n\n  1.     \tb', '\tb'],
    ['- a\n\n  ```\n  \tx\n  ```', '\tx'],
    ['* -\t\ta', 'a'],
  ])('inside %j', (markdown, expected) => {
    expect(JSON.stringify(blocks(markdown))).toContain(`{"type":"code","text":${JSON.stringify(expected)}}`);
  });
});

describe('indented code in an item, whatever tabs are about', () => {
  it.each([
    ['a line that ends alike is another', '1.\tdeskrate\n1.      rate', ' rate'],
    ['a tab behind the four columns is its own', '-\ta\n\n\t1.     \ty', '\ty'],
    ['the same, with the marks further left', '- a\n\n  1.     \ty', '\ty'],
  ])('%s', (_, markdown, code) => {
    expect(JSON.stringify(blocks(markdown))).toContain(JSON.stringify({ type: 'code', text: code }));
  });
});

describe("comments are an editor's marks", () => {
  it.each([
    ['line. <!-- x --> More', [p('line. More')]],
    ['line<!-- x -->more', [p('linemore')]],
    ['line <!-- x -->\nmore <!-- y -->', [p('line more')]],
    ['a <!-- x --> <!-- y --> b', [p('a b')]],
    ['*a* <!-- x --> *b*', [p(em(text('a')), ' ', em(text('b')))]],
    ['a <!-- over\nlines --> b', [p('a b')]],
    ['<!-- x -->', []],
    ['*<!-- x -->*', []],
    ['a\n<!-- x -->\nb', [p('a'), p('b')]],
    ['<!-- a\n\nb -->\n\nc', [p('c')]],
    ['- <!-- x -->\n- a <!-- y -->', [bullets([p('a')])]],
    ['- <!-- x -->', []],
    ['> <!-- x -->', []],
    ['-\n- a', [bullets([], [p('a')])]],
    ['<!--> a', [p('a')]],
  ])('%j', (markdown, expected) => {
    expect(blocks(markdown)).toEqual(expected);
  });

  it('keeps their places, and those of definitions', () => {
    const { items } = parseMarkdown('a\n\n<!-- x -->\n\n  [L A]: /u\n');
    expect(items.map(({ kind, span, labels }) => ({ kind, span, labels }))).toEqual([
      { kind: 'block', span: { start: 0, end: 1 }, labels: [] },
      { kind: 'comment', span: { start: 3, end: 13 }, labels: [] },
      { kind: 'definition', span: { start: 15, end: 26 }, labels: ['l a'] },
    ]);
  });
});

describe('what an editor should look at', () => {
  it.each([
    ['a <b>c</b> <i>d', ['raw-html <b>', 'raw-html <i>'], [p('a <b>c</b> <i>d')]],
    ['a </b>', ['raw-html </b>'], [p('a </b>')]],
    [
      '<div>\n  <p>x\n</div>\n\ny',
      ['raw-html <div>\n  <p>x\n</div>'],
      [p('<div>', { type: 'br' }, '<p>x', { type: 'br' }, '</div>'), p('y')],
    ],
    ['<script>alert("a")</script>', ['raw-html <script>alert("a")</script>'], [p('<script>alert("a")</script>')]],
    ['<!-- x --> *a*', ['raw-html <!-- x --> *a*'], [p('*a*')]],
    ['a\n\n<!-- x\n\nb', ['unclosed-comment <!-- x\n\nb'], [p('a')]],
    ['a <!-- x\n\nb', ['unclosed-comment <!--'], [p('a <!-- x'), p('b')]],
    ['- a\n  - b <u>', ['raw-html <u>'], [bullets([p('a'), bullets([p('b <u>')])])]],
    [
      '`<b>` \\<b> <https://a.b>',
      [],
      [p({ type: 'codespan', text: '<b>' }, ' <b> ', link('https://a.b', 'https://a.b'))],
    ],
  ])('%j', (markdown, found, expected) => {
    const before = '---\n---\n';
    const warnings = parseMarkdown(before + markdown, before.length).items.flatMap((item) => item.warnings);
    const shown = warnings.map(({ rule, span }) => `${rule} ${(before + markdown).slice(span.start, span.end)}`);
    expect(shown).toEqual(found);
    expect(blocks(markdown)).toEqual(expected);
    for (const { message, advice } of warnings) {
      expect(message).not.toMatch(/\.$/);
      expect(advice).toMatch(/\.$/);
    }
  });
});

it('reads only the part that it is told to', () => {
  const { items } = parseMarkdown('# no\n\nyes\n\n# no', 6, 11);
  expect(items.map(({ span, block }) => ({ span, block }))).toEqual([{ span: { start: 6, end: 9 }, block: p('yes') }]);
});
