import { describe, expect, test } from 'vitest';
import { parseMarkdown } from '../../../src/read/markdown/index.ts';

/** `rule: what it points at`, for each warning. */
function warned(markdown: string): readonly string[] {
  const warnings = parseMarkdown(markdown).items.flatMap((item) => item.warnings);
  return warnings.map(({ rule, span }) => `${rule}: ${markdown.slice(span.start, span.end)}`);
}

const table = '| a | b |\n|---|---|\n';

describe('what a reader would miss is warned of, where it stands', () => {
  test.each([
    ['a cell without a column', `${table}| c | d | LOST |`, ['lost-table-cell: LOST']],
    [
      'several, and the row that is written twice',
      `${table}c|d|x|y|\nc|d|x|y|`,
      ['x|y', 'x|y'].map((cell) => `lost-table-cell: ${cell}`),
    ],
    ['in a quote', '> | a |\n> |---|\n> | b | c |', ['lost-table-cell: c']],
    ['behind HTML in a row before', `${table}| <b> | d |\n| e | f | g |`, ['lost-table-cell: g', 'raw-html: <b>']],
    ['words behind the language', '```js The station log\nx\n```', ['lost-info: The station log']],
    ['a title of code', '```{.python title="lost"}\nx\n```', ['lost-info: title="lost"}']],
    ['a definition that nothing uses', 'a\n\n[x]: /u', ['unused-definition: [x]: /u']],
    ['one in a quote', '> a\n>\n> [x]: /u', ['unused-definition: [x]: /u']],
    ['a second address', '[x]\n\n[x]: /u\n[X]: /v', ['duplicate-definition: [X]: /v']],
    ['an unsafe link', '[y](/u) [x](javascript:alert(1))', ['unsafe-link: javascript:alert(1)']],
    ['one that is spelled with a reference', '[x](&#106;avascript:1)', ['unsafe-link: [x](&#106;avascript:1)']],
    ['with words that are warned of', '[<b>](tel:+49) <i>', ['unsafe-link: tel:+49', 'raw-html: <b>', 'raw-html: <i>']],
    ['an unsafe image', '![i](data:image/png,x)', ['unsafe-link: data:image/png,x']],
    [
      'an image without a URL',
      'a ![x]() and ![]() and ![y][z]\n\n[z]: <>',
      ['malformed-url: ![x]()', 'malformed-url: ![]()', 'malformed-url: ![y][z]'],
    ],
    [
      'a link without a URL',
      '[x]() [y](<>) [z][w]\n\n[w]: <>',
      ['malformed-url: [x]()', 'malformed-url: [y](<>)', 'malformed-url: [z][w]'],
    ],
    ['an unsafe address as it is', 'see <ftp://a.example/x>', ['unsafe-link: ftp://a.example/x']],
    ['one of a definition', 'a [x]\n\n[x]: file:///etc', ['unsafe-link: [x]']],
  ])('%s', (_, markdown, warnings) => expect(warned(markdown)).toEqual(warnings));
});

describe('no warning', () => {
  test.each([
    ['empty cells', `${table}| c | d | | |`],
    ['bars that are no columns', `${table}| c \\| d | e \\| f |`],
    ['rows that are short', `${table}| c |`],
    ['attributes for a program', '```js {1,3-5} start=4\nx\n```\n\n```{.python .numbered}\nx\n```\n\n```c++\nx\n```'],
    ['code that is a table', '    | a |\n    |---|\n    | b | c |'],
    ['definitions in use', '[x] [y][Z] ![w][] [v  V]\n\n[x]: /u\n[z]: /v\n[w]: /w\n[V V]: /x'],
    ['a comment in the guise of a definition', '[//]: # (words)\n\n[comment]: <> (words)'],
    ['safe links', '[x](https://a.example) [y](u) <a@b.example> [z](#f)'],
  ])('%s', (_, markdown) => expect(warned(markdown)).toEqual([]));
});

test('of an unsafe link the words are kept, of an image the alternative text', () => {
  const { items } = parseMarkdown('a [b *c*](javascript:1) ![d](data:x) [![e](u)](vbscript:1) <tel:1>');
  expect(items.map((item) => item.kind === 'block' && item.block)).toEqual([
    {
      type: 'paragraph',
      tokens: [
        { type: 'text', text: 'a b ' },
        { type: 'em', tokens: [{ type: 'text', text: 'c' }] },
        { type: 'text', text: ' d ' },
        { type: 'image', href: 'u', text: 'e' },
        { type: 'text', text: ' tel:1' },
      ],
    },
  ]);
});

test.each([
  ['`<b>` is a tag, <b> too', [16]],
  ['- `<b>`\n- x\n\n  > y <b>', [19]],
  ['[a](x:y "u") `[b](x:y)` [b](x:y)', [4, 28]],
  ['```\n[a]: u\n```\n\n[a]: u', [16]],
  ['- `![x]()`\n  ![x]()', [13]],
])('a warning stands where its text is, not where the same text is before it: %j', (markdown, starts) => {
  const warnings = parseMarkdown(markdown).items.flatMap((item) => item.warnings);
  expect(warnings.map(({ span }) => span.start)).toEqual(starts);
});
