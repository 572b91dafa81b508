import { HtmlRenderer, Parser } from 'commonmark';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseMarkdown } from '../../../src/read/markdown/index.ts';
import { normalise, printHtml } from './print-html.ts';

function read(markdown: string): string {
  const { items } = parseMarkdown(markdown);
  return normalise(printHtml(items.flatMap((item) => (item.kind === 'block' ? [item.block] : []))));
}

function reference(markdown: string): string {
  const html = new HtmlRenderer().render(new Parser().parse(markdown));
  // A link without a text shows its URL.
  return normalise(html.replace(/<a href="([^"]*)">\s*<\/a>/g, '<a href="$1">$1</a>'));
}

const p = (html: string) => `<p>${html}</p>`;

describe('one tilde is text, and only two strike through', () => {
  it.each([
    ['takes 3~5 days in groups of 2~3 people', 'takes 3~5 days in groups of 2~3 people'],
    ['交货需要 3~5 天，每组 2~3 人。', '交货需要 3~5 天，每组 2~3 人。'],
    ['H~2~O', 'H~2~O'],
    ['~a~ and ~~~b~~~', '~a~ and ~~~b~~~'],
    ['from ~5 to ~~7', 'from ~5 to ~~7'],
    ['~~a~ b~~', '<del>a~ b</del>'],
    ['a~~b~~c', 'a<del>b</del>c'],
    ['~~a *b~~ c*', '<del>a *b</del> c*'],
    ['原价~~五元~~六元', '原价<del>五元</del>六元'],
    ['~~（五元）~~六元', '<del>（五元）</del>六元'],
    ['\\~~~a~~', '~<del>a</del>'],
  ])('%s', (markdown, html) => expect(read(markdown)).toBe(p(html)));
});

describe('a mark of emphasis beside Han needs no space', () => {
  it.each([
    ['**注意：**今天开放。', '<strong>注意：</strong>今天开放。'],
    ['他说**“重点”**很多，且**《合同》**已签。', '他说<strong>“重点”</strong>很多，且<strong>《合同》</strong>已签。'],
    ['**模型（beta）**已经', '<strong>模型（beta）</strong>已经'],
    ['**模型(beta)**已经', '<strong>模型(beta)</strong>已经'],
    ['这是*“引用”*的话。', '这是<em>“引用”</em>的话。'],
    ['一个**`命令`**在此', '一个<strong><code>命令</code></strong>在此'],
    ['これは**「大切」**です。', 'これは<strong>「大切」</strong>です。'],
    ['**이 용어(This term)**를 강조', '<strong>이 용어(This term)</strong>를 강조'],
    ['価格は**￥100**です', '価格は<strong>￥100</strong>です'],
    ['**葛󠄀**（地名）', '<strong>葛󠄀</strong>（地名）'],
    ['第一**，**第二', '第一<strong>，</strong>第二'],
    // An underscore inside a word is a letter, in any script.
    ['文件_名称_在此', '文件_名称_在此'],
    ['__注意：__今天', '__注意：__今天'],
    // Latin words keep the rules of CommonMark.
    ['a**“b”**c', 'a**“b”**c'],
    ['a * b * c', 'a * b * c'],
  ])('%s', (markdown, html) => expect(read(markdown)).toBe(p(html)));
});

describe('emphasis beside brackets, quotation marks and code is read as in CommonMark', () => {
  it.each([
    ['*He paid (**$5 billion**) in all.*'],
    ['_He paid (__$5 billion__) in all._'],
    ['*He said: "**\'Stop\'** now."*'],
    ['_He said: "__\'Stop\'__ now."_'],
    ['*(**`code`** and more)*'],
    ['_(__`code`__ and more)_'],
    ['**He paid (*$5 billion*) in all.**'],
    ['*a [b](u "*") c*'],
    ['*a `*` b*'],
    ['[*sic*](see note)'],
    ['[**sic**](see the note) and [_sic_](a b)'],
    ['[*a](u)*'],
    ['*a **b* c**'],
    ['***a** b* and ***a* b**'],
    ['**a*b**c*'],
  ])('%s', (markdown) => expect(read(markdown)).toBe(reference(markdown)));
});

const ATOMS = [
  '*',
  '**',
  '***',
  '_',
  '__',
  'a',
  'b',
  ' ',
  '"',
  '“',
  '(',
  ')',
  '[',
  ']',
  '](u)',
  '](u v)',
  '`c`',
  '.',
  '€',
  'é',
];
const nested = fc
  .array(fc.constantFrom(...ATOMS, '\\*', '\\_', '<http://x.y>', 'x_y', '—', '1'), { minLength: 1, maxLength: 20 })
  .map((atoms) => `a${atoms.join('')}`);

it('reads emphasis after the box of a task', () => {
  expect(read('- [x] *a* b **c**')).toContain('<em>a</em> b <strong>c</strong>');
});

it('reads whatever is nested in emphasis as the reference implementation does', () => {
  fc.assert(
    fc.property(nested, (markdown) => {
      expect(read(markdown)).toBe(reference(markdown));
    }),
    { numRuns: 5000 },
  );
});
