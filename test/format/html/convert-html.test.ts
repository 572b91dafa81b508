import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { convertHtml } from '../../../src/format/html/convert-html.ts';
import { readProse } from '../../../src/format/html/print.ts';
import type { Block, Inline } from '../../../src/model/article.ts';
import '../../seed.ts';

/* The text of a tree, and that of an Article, written again: neither uses the code that it tests. */
interface Tree {
  readonly html: string;
  readonly text: string;
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escaped = (text: string): string => text.replace(/[&<>"]/g, (character) => ENTITIES[character] ?? '');

const word = fc.oneof(
  fc.stringMatching(/^[a-z]{1,6}$/),
  fc.constantFrom(
    ...[
      '*',
      '**x',
      '_y_',
      '`',
      '~~',
      '[a](b)',
      '![',
      '1.',
      '- ',
      '#',
      '> ',
      '|',
      '\\',
      '<b>',
      '&amp;',
      'R&D',
      '“q”',
      '——',
      '重点',
      '。',
    ],
    ...['https://a.example/x_y', 'a@b.example', '$5', '[^1]', '{{x}}', '==', ':::', '---', '2028.', '👩‍🚀', 'é'],
  ),
);
const leaf: fc.Arbitrary<Tree> = fc
  .array(word, { minLength: 1, maxLength: 4 })
  .chain((words) => fc.constantFrom(' ', '', '\n').map((glue) => words.join(glue)))
  .map((text) => ({ html: escaped(text), text }));

const join = (trees: readonly Tree[]): Tree => ({
  html: trees.map(({ html }) => html).join(''),
  text: trees.map(({ text }) => text).join(''),
});
const wrap =
  (start: string, end: string) =>
  (inner: readonly Tree[]): Tree => {
    const { html, text } = join(inner);
    return { html: `<${start}>${html}</${end}>`, text };
  };
const br: Tree = { html: '<br>', text: ' ' };

const { inline } = fc.letrec<{ inline: Tree }>((tie) => ({
  inline: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    leaf,
    fc
      .tuple(fc.constantFrom('strong', 'em', 'sub', 'sup', 'b', 'i', 'span'), fc.array(tie('inline'), { maxLength: 3 }))
      .map(([name, inner]) => wrap(name, name)(inner)),
    leaf.map((inner) => wrap('a href="https://a.example/b_c"', 'a')([inner])),
    leaf.map(({ text }) => ({ html: `<img src="a.jpg" alt="${escaped(text)}">`, text })),
    fc.constant(br),
  ),
}));
const inlines = fc.array(inline, { minLength: 1, maxLength: 5 });

const { block } = fc.letrec<{ block: Tree }>((tie) => ({
  block: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    inlines.map(wrap('p', 'p')),
    fc.tuple(fc.constantFrom('h2', 'h3', 'h4'), inlines).map(([name, inner]) => wrap(name, name)(inner)),
    fc
      .tuple(fc.constantFrom('blockquote', 'div'), fc.array(tie('block'), { minLength: 1, maxLength: 3 }))
      .map(([name, inner]) => wrap(name, name)(inner)),
    fc
      .tuple(
        fc.constantFrom('ul', 'ol'),
        fc.array(fc.tuple(inlines, fc.array(tie('block'), { maxLength: 1 })), { minLength: 1, maxLength: 3 }),
      )
      .map(([name, items]) => wrap(name, name)(items.map(([own, more]) => wrap('li', 'li')([...own, ...more])))),
  ),
}));

function textOf(value: Block | Inline): string {
  switch (value.type) {
    case 'text':
    case 'codespan':
    case 'image':
    case 'code':
      return value.text;
    case 'br':
    case 'hr':
    case 'footnote':
      return '';
    case 'list':
      return value.items.flatMap(({ tokens }) => tokens.map(textOf)).join('');
    case 'table':
      return [value.header, ...value.rows]
        .flat()
        .flatMap(({ tokens }) => tokens.map(textOf))
        .join('');
    default:
      return value.tokens.map(textOf).join('');
  }
}

const withoutSpace = (text: string): string => text.replace(/\s+/g, '');

test('pages of elements that Markdown has keep their text', () => {
  let converted = 0;
  let tried = 0;
  fc.assert(
    fc.property(fc.array(block, { minLength: 1, maxLength: 4 }), (blocks) => {
      const { html, text } = join(blocks);
      const markdown = convertHtml(html);
      tried++;
      if (markdown === undefined) return;
      converted++;
      const { prose, isClean } = readProse(markdown);
      expect(isClean || markdown.includes('<')).toBe(true);
      if (isClean) expect(withoutSpace(prose.map(textOf).join(''))).toBe(withoutSpace(text));
    }),
    { numRuns: Number(process.env.RUNS ?? 300) },
  );
  // What stays as typed: text that the printer cannot spell for the reader.
  expect(converted / tried).toBeGreaterThan(0.98);
  expect(converted / tried).toBeGreaterThan(0.9);
});

describe('hostile HTML takes little time', () => {
  const N = 20_000;
  test.each([
    ['paragraphs that are not closed', '<p>a'.repeat(N)],
    ['empty paragraphs', '<p>'.repeat(N)],
    ['deep containers', '<div>'.repeat(N)],
    ['deep quotations', `${'<blockquote>'.repeat(N)}a${'</blockquote>'.repeat(N)}`],
    ['deep lists', '<ul><li>'.repeat(N)],
    ['deep marks', `<p>${'<b><i>'.repeat(N)}a`],
    [
      'marks that each paragraph repeats',
      Array.from({ length: 2000 }, (_, n) => `<b id=${n}>`).join('') + '<p>a'.repeat(2000),
    ],
    ['misnested marks', '<b><i></b></i>'.repeat(N / 10)],
    ['breaks', `<p>${'<br>'.repeat(N)}</p>`],
    ['tags that are not closed', '<p '.repeat(N)],
    ['end tags', '</p>'.repeat(N)],
    ['a wide table', `<table><tr>${'<th>a'.repeat(3000)}</table>`],
    ['comments', '<!--a-->'.repeat(N)],
    ['comments that are not closed', `<p>a</p>${'<!--'.repeat(N)}`],
    ['URLs', `<p>${'https://é/'.repeat(N)}</p>`],
    ['addresses', `<p>${'a.b@'.repeat(N)}</p>`],
  ])('%s', (_, html) => {
    const start = process.cpuUsage();
    convertHtml(html);
    const { user, system } = process.cpuUsage(start);
    expect((user + system) / 1e6).toBeLessThan(10);
  });
});
