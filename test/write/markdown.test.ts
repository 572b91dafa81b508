import { Parser } from 'commonmark';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Block, type Inline, type Prose, plainText } from '../../src/model/article.ts';
import { parseMarkdown } from '../../src/read/markdown/index.ts';
import { inlinesMarkdown, proseMarkdown } from '../../src/write/markdown/printer.ts';

const t = (text: string): Inline => ({ type: 'text', text });
const p = (...tokens: Inline[]): Block => ({ type: 'paragraph', tokens });
const em = (...tokens: Inline[]): Inline => ({ type: 'em', tokens });
const strong = (...tokens: Inline[]): Inline => ({ type: 'strong', tokens });

function read(markdown: string): Prose {
  return parseMarkdown(markdown, 0, markdown.length).items.flatMap((item) =>
    item.kind === 'block' ? [item.block] : [],
  );
}

describe('text that only looks like markup is escaped, and nothing else is', () => {
  test.each([
    ['Plain prose, with commas; and more.', 'Plain prose, with commas; and more.'],
    ['2 * 3 is 6', '2 \\* 3 is 6'],
    ['2*3 is 6', '2\\*3 is 6'],
    ['snake_case and a_b_c', 'snake_case and a_b_c'],
    ['_private', '\\_private'],
    ['# not a heading', '\\# not a heading'],
    ['#tag is none', '\\#tag is none'],
    ['2028. That is the year', '2028\\. That is the year'],
    ['2028) That', '2028\\) That'],
    ['2028.5 is a number', '2028.5 is a number'],
    ['- no item', '\\- no item'],
    ['+ no item', '\\+ no item'],
    ['-5 degrees', '-5 degrees'],
    ['> no quotation', '\\> no quotation'],
    ['5 > 4 and 3 < 4', '5 > 4 and 3 < 4'],
    ['---', '\\---'],
    ['===', '\\==='],
    ['AT&T and R&D', 'AT&T and R&D'],
    ['&amp; and &#35;', '\\&amp; and \\&#35;'],
    ['a <b>bold</b> claim', 'a \\<b>bold\\</b> claim'],
    ['[not](a link)', '\\[not\\](a link)'],
    ['`code`', '\\`code\\`'],
    ['C:\\temp\\*', 'C:\\temp\\\\\\*'],
    ['see https://a.example/x', 'see https\\://a.example/x'],
    ['see www.a.example', 'see www\\.a.example'],
    ['write to a@b.example', 'write to a\\@b.example'],
    ['~~struck~~', '\\~\\~struck\\~\\~'],
    ['| a | b |', '| a | b |'],
  ])('%s', (text, markdown) => {
    expect(proseMarkdown([p(t(text))], 2)).toBe(markdown);
    expect(read(markdown)).toEqual([p(t(text))]);
  });
});

describe('marks beside marks and letters', () => {
  test.each([
    ['letter before punctuation', [t('一家'), strong(t('“公司”')), t('宣布')], '一&#x5BB6;**“公司”**&#x5BA3;布'],
    ['inside a word', [t('un'), em(t('frigging')), t('believable')], 'un*frigging*believable'],
    ['two kinds side by side', [strong(t('a')), em(t('b'))], '**a**_b_'],
    [
      'a link after an exclamation mark',
      [t('Look!'), { type: 'link', href: 'https://a.example', tokens: [t('x')] }],
      'Look\\![x](https://a.example)',
    ],
    ['code with backticks', [{ type: 'codespan', text: 'a`b' }], '``a`b``'],
    ['code that starts with one', [{ type: 'codespan', text: '`a' }], '`` `a ``'],
    [
      'an address as its own text',
      [{ type: 'link', href: 'https://a.example/x', tokens: [t('https://a.example/x')] }],
      '<https://a.example/x>',
    ],
    ['an address with spaces and parentheses', [{ type: 'link', href: 'a b(c', tokens: [t('x')] }], '[x](<a b(c>)'],
    [
      'a title with quotation marks',
      [{ type: 'link', href: '/a', title: 'say "x"', tokens: [t('x')] }],
      '[x](/a "say \\"x\\"")',
    ],
  ] as const)('%s', (_, inlines, markdown) => {
    expect(inlinesMarkdown(inlines)).toBe(markdown);
    expect(plain(read(markdown))).toEqual(plain([p(...inlines)]));
  });
});

/** The inlines of a paragraph as commonmark.js reads them, which has no strikethrough. */
function oracle(markdown: string): Inline[] {
  const stack: Inline[][] = [[]];
  const walker = new Parser().parse(markdown).walker();
  for (let event = walker.next(); event; event = walker.next()) {
    const { entering, node } = event;
    const top = stack.at(-1) ?? [];
    const literal = node.literal ?? '';
    if (node.type === 'text') top.push(t(literal));
    else if (node.type === 'code') top.push({ type: 'codespan', text: literal });
    else if (node.type === 'softbreak') top.push(t(' '));
    else if (['emph', 'strong', 'link', 'image'].includes(node.type)) {
      if (entering) stack.push([]);
      else {
        const tokens = stack.pop() ?? [];
        const href = node.destination ?? '';
        stack
          .at(-1)
          ?.push(
            node.type === 'link'
              ? { type: 'link', href, tokens }
              : node.type === 'image'
                ? { type: 'image', href, text: plainText(tokens) }
                : { type: node.type === 'emph' ? 'em' : 'strong', tokens },
          );
      }
    }
  }
  return stack[0] ?? [];
}

/** What a reader sees: text, with the kind of every mark around every letter. */
function plain(prose: Prose): unknown {
  return prose.map((block) => {
    switch (block.type) {
      case 'paragraph':
        return ['p', letters(block.tokens)];
      case 'heading':
        return ['h', letters(block.tokens)];
      case 'list':
        return [
          'l',
          block.ordered,
          block.ordered ? (block.start ?? 1) : 0,
          block.items.map(({ checked, tokens }) => [checked ?? null, plain(tokens)]),
        ];
      case 'blockquote':
        return ['q', block.alert ?? null, plain(block.tokens)];
      case 'table':
        return ['t', block.align, [block.header, ...block.rows].map((row) => row.map(({ tokens }) => letters(tokens)))];
      case 'code':
        return ['c', block.text];
      case 'hr':
        return ['hr'];
    }
  });
}

function letters(inlines: readonly Inline[], marks: readonly string[] = []): string[] {
  return inlines.flatMap((inline) => {
    switch (inline.type) {
      case 'text':
        return [...inline.text].map((letter) => (letter === ' ' ? ' ' : `${letter}${[...marks].sort().join('')}`));
      case 'em':
      case 'strong':
      case 'del':
      case 'sub':
      case 'sup':
        return letters(inline.tokens, [...new Set([...marks, `/${inline.type}`])]);
      case 'link':
        return [`[${inline.href}`, ...letters(inline.tokens, marks), ']'];
      case 'image':
        return [`![${inline.text}](${inline.href})`];
      case 'codespan':
        return [`\`${inline.text}\``];
      case 'br':
        return ['\n'];
      case 'footnote':
        return [`[^${inline.label}]`];
    }
  });
}

const alphabet = [
  'a',
  'b',
  'Z',
  '1',
  '2.',
  '家',
  '，',
  '“',
  "'",
  '"',
  '*',
  '_',
  '~',
  '`',
  '[',
  ']',
  '(',
  ')',
  '<',
  '>',
  '&',
  '&amp;',
  '#',
  '-',
  '+',
  '|',
  '\\',
  '!',
  ':',
  '=',
  '.',
  '@',
  'https://x.y',
  'www.',
  '🚀',
  'é',
  ' ',
];
const words = fc
  .array(fc.constantFrom(...alphabet), { minLength: 1, maxLength: 8 })
  .map((parts) => parts.join('').replace(/ +/g, ' '));
const trimmed = words.map((text) => text.trim()).filter((text) => text !== '');

/** Inlines with marks around text alone, or around inlines again. */
const inlinesWith = (nested: boolean) =>
  fc.letrec<{ one: Inline; marked: Inline; many: Inline[] }>((tie) => ({
    one: fc.oneof(
      { maxDepth: 3 },
      { weight: 6, arbitrary: words.map(t) },
      {
        weight: 1,
        arbitrary: trimmed.filter((text) => !text.includes('\\|')).map((text): Inline => ({ type: 'codespan', text })),
      },
      {
        weight: 1,
        arbitrary: trimmed.map((text): Inline => ({ type: 'link', href: 'https://x.example/a', tokens: [t(text)] })),
      },
      { weight: 1, arbitrary: trimmed.map((text): Inline => ({ type: 'image', href: '/a.png', text })) },
      { weight: 3, arbitrary: tie('marked') },
    ),
    marked: fc.record({
      type: fc.constantFrom('em' as const, 'strong' as const),
      tokens: nested
        ? tie('many')
            .map(canonical)
            .filter((tokens) => tokens.length > 0)
        : trimmed.map((text) => [t(text)]),
    }),
    many: fc.array(tie('one'), { minLength: 1, maxLength: 4 }),
  })).many;

/** As the reader gives it: neighbouring text is one, a block neither starts nor ends with a space. */
function canonical(inlines: readonly Inline[]): Inline[] {
  const joined: Inline[] = [];
  for (const one of inlines) {
    const last = joined.at(-1);
    if (one.type === 'text' && last?.type === 'text')
      joined[joined.length - 1] = t((last.text + one.text).replace(/ +/g, ' '));
    // Two code spans cannot touch: their fences would be one.
    else if (!(one.type === 'codespan' && last?.type === 'codespan')) joined.push(one);
  }
  const first = joined[0];
  if (first?.type === 'text') joined[0] = t(first.text.trimStart());
  const last = joined.at(-1);
  if (last?.type === 'text') joined[joined.length - 1] = t(last.text.trimEnd());
  return joined.filter((one) => one.type !== 'text' || one.text !== '');
}

const paragraph = inlinesWith(false)
  .map(canonical)
  .filter((tokens) => tokens.length > 0);
const nested = inlinesWith(true)
  .map(canonical)
  .filter((tokens) => tokens.length > 0);
const block = fc.letrec<{ block: Block; prose: Block[] }>((tie) => ({
  block: fc.oneof(
    { maxDepth: 2 },
    { weight: 5, arbitrary: paragraph.map((tokens): Block => ({ type: 'paragraph', tokens })) },
    { weight: 1, arbitrary: paragraph.map((tokens): Block => ({ type: 'heading', depth: 3, tokens })) },
    {
      weight: 1,
      arbitrary: fc.constantFrom<Block>(
        { type: 'hr' },
        { type: 'code', lang: 'js', text: 'a\n\n```\n  b' },
        { type: 'code', lang: 'text', text: '' },
      ),
    },
    { weight: 1, arbitrary: tie('prose').map((tokens): Block => ({ type: 'blockquote', tokens })) },
    {
      weight: 2,
      arbitrary: fc
        .record({
          ordered: fc.boolean(),
          loose: fc.boolean(),
          items: fc.array(fc.record({ tokens: tie('prose') }), { minLength: 1, maxLength: 3 }),
        })
        .map(
          (list): Block => ({
            type: 'list',
            ...list,
            loose: list.loose || list.items.some(({ tokens }) => tokens.length > 1),
            ...(list.ordered ? { start: 1 } : {}),
          }),
        ),
    },
    {
      weight: 1,
      arbitrary: fc.array(fc.tuple(paragraph, paragraph), { minLength: 1, maxLength: 3 }).map((rows): Block => {
        const [header = [], ...rest] = rows.map((row) => row.map((tokens) => ({ tokens })));
        return { type: 'table', align: [null, 'right'], header, rows: rest };
      }),
    },
  ),
  prose: fc.array(tie('block'), { minLength: 1, maxLength: 3 }),
})).prose;

test('whatever an article holds, its Markdown is read as the same', () => {
  fc.assert(
    fc.property(block, (prose) => {
      expect(plain(read(proseMarkdown(prose, 2)))).toEqual(plain(prose));
    }),
    { numRuns: Number(process.env.RUNS ?? 2000) },
  );
});

test('sub, sup and breaks are read back as the same, in paragraphs, headings and cells', () => {
  const script = fc.record({ type: fc.constantFrom('sub' as const, 'sup' as const), tokens: nested });
  const line = fc
    .array(fc.oneof(trimmed.map(t), script), { minLength: 1, maxLength: 4 })
    .map(canonical)
    .filter((tokens) => tokens.length > 0);
  const lines = fc.tuple(line, line).map(([first, second]): Inline[] => [...first, { type: 'br' }, ...second]);
  fc.assert(
    fc.property(lines, (tokens) => {
      const cell = { tokens };
      const prose: Prose = [
        p(...tokens),
        { type: 'heading', depth: 3, tokens },
        { type: 'table', align: [null], header: [cell], rows: [[cell]] },
      ];
      expect(plain(read(proseMarkdown(prose, 2)))).toEqual(plain(prose));
    }),
    { numRuns: Number(process.env.RUNS ?? 500) },
  );
});

test('marks in marks are what commonmark.js reads, too', () => {
  fc.assert(
    fc.property(nested, (tokens) => {
      expect(letters(oracle(proseMarkdown([p(...tokens)], 2)))).toEqual(letters(tokens));
    }),
    { numRuns: Number(process.env.RUNS ?? 2000) },
  );
});

// Of marks in marks that touch each other and punctuation, marked reads one in two hundred otherwise than CommonMark.
test('a mark in a mark between words is read by us as it is meant', () => {
  const word = fc.constantFrom(' a ', ' harbor ', ' 家 ', ' 港口。 ', ' “so” ', ' 2. ', ' x! ').map(t);
  const pair = fc.constantFrom(['em', 'strong'] as const, ['strong', 'em'] as const);
  const marked = fc.tuple(word, word, word, word, word, pair).map(([a, b, c, d, e, [outer, inner]]): Inline[] => {
    return [a, { type: outer, tokens: [b, { type: inner, tokens: [c] }, d] }, e];
  });
  const joined = (tokens: readonly Inline[]): string => letters(tokens).join('').replace(/ +/g, ' ').trim();
  fc.assert(
    fc.property(marked, (tokens) => {
      const [block] = read(proseMarkdown([p(...tokens)], 2));
      expect(joined(block?.type === 'paragraph' ? block.tokens : [])).toBe(joined(tokens));
    }),
    { numRuns: Number(process.env.RUNS ?? 500) },
  );
});

test.each(['x@y.example_word', 'x@y.example'])('%s is an autolink where CommonMark takes it for one', (text) => {
  const tokens: Inline[] = [{ type: 'link', href: `mailto:${text}`, tokens: [t(text)] }];
  const markdown = proseMarkdown([p(...tokens)], 2);
  expect(markdown.startsWith('<')).toBe(!text.includes('_'));
  expect(letters(oracle(markdown))).toEqual(letters(tokens));
  expect(plain(read(markdown))).toEqual(plain([p(...tokens)]));
});
