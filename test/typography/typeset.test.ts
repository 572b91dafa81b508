import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Article, Inline, Prose } from '../../src/model/article.ts';
import type { Typography } from '../../src/model/house.ts';
import { typeset, typesetInlines, typesetText } from '../../src/typography/index.ts';
import { ABAB, ABAB_ZH, BOOK, KEEP, PROFILES } from './profiles.ts';

const text = (value: string): Inline => ({ type: 'text', text: value });
const strong = (...tokens: Inline[]): Inline => ({ type: 'strong', tokens });
const em = (...tokens: Inline[]): Inline => ({ type: 'em', tokens });
const code = (value: string): Inline => ({ type: 'codespan', text: value });
const link = (href: string, ...tokens: Inline[]): Inline => ({ type: 'link', href, tokens });
const paragraph = (...tokens: Inline[]): Prose => [{ type: 'paragraph', tokens }];
const br: Inline = { type: 'br' };

const INLINES: readonly (readonly [what: string, Typography, written: Inline[], printed: Inline[]])[] = [
  [
    'a space stands outside emphasis',
    ABAB_ZH,
    [text('一家'), strong(text('AI')), text('公司')],
    [text('一家 '), strong(text('AI')), text(' 公司')],
  ],
  [
    'and between two of them',
    ABAB_ZH,
    [em(text('夜间')), strong(text('AI')), em(text('模型'))],
    [em(text('夜间')), text(' '), strong(text('AI')), text(' '), em(text('模型'))],
  ],
  [
    'and outside a link, at any depth',
    ABAB_ZH,
    [em(text('看'), link('/a', strong(text('AI'))))],
    [em(text('看 '), link('/a', strong(text('AI'))))],
  ],
  [
    'code is a Latin word',
    ABAB_ZH,
    [text('运行'), code('a  "b"'), text('命令')],
    [text('运行 '), code('a  "b"'), text(' 命令')],
  ],
  [
    'an image is none',
    ABAB_ZH,
    [text('图'), { type: 'image', href: 'a', text: '图AI' }, text('文')],
    [text('图'), { type: 'image', href: 'a', text: '图 AI' }, text('文')],
  ],
  [
    'a quotation spans nodes',
    BOOK,
    [text('"'), em(text("It's")), text(' so," he said, "'), code('x"'), text('"')],
    [text('“'), em(text('It’s')), text(' so,” he said, “'), code('x"'), text('”')],
  ],
  [
    'and starts and ends inside them',
    BOOK,
    [em(text('"One"')), text(', '), strong(text("'two'")), text("'s")],
    [em(text('“One”')), text(', '), strong(text('‘two’')), text('’s')],
  ],
  ['a hard break ends a line', BOOK, [text('"a"'), br, text('"b"')], [text('“a”'), br, text('“b”')]],
  ['spaces at its sides go', ABAB, [text('one '), br, text(' two ')], [text('one'), br, text('two')]],
  [
    'spaces are one across nodes',
    ABAB,
    [text('one '), em(text(' two')), text(' three')],
    [text('one '), em(text('two')), text(' three')],
  ],
  [
    'an autolink is its address',
    { ...BOOK, han: 'full-width' },
    [text('看'), link('http://www.a.example/b--c', text('www.a.example/b--c')), text('.')],
    [text('看 '), link('http://www.a.example/b--c', text('www.a.example/b--c')), text('。')],
  ],
  ['a link text is text', BOOK, [link('/b--c', text('b--c'))], [link('/b--c', text('b—c'))]],
  [
    'a title is text',
    BOOK,
    [{ type: 'link', href: '/', title: '"t"', tokens: [{ type: 'image', href: '/', title: "it's", text: '"a"' }] }],
    [{ type: 'link', href: '/', title: '“t”', tokens: [{ type: 'image', href: '/', title: 'it’s', text: '“a”' }] }],
  ],
  ['what a writer typed as U+FFFC stays', ABAB, [text('a\ufffc “b”\ufffc')], [text('a\ufffc "b"\ufffc')]],
];

describe('inlines', () => {
  it.each(INLINES)('%s', (_what, typography, written, printed) => {
    expect(typesetInlines(written, typography)).toEqual(printed);
  });
  it('are the same array when nothing changes', () => {
    const clean = [text('Clean '), em(text('prose')), code('“x”')];
    expect(typesetInlines(clean, ABAB)).toBe(clean);
    const half = [text('“x” '), em(text('prose'))];
    expect(typesetInlines(half, ABAB)[1]).toBe(half[1]);
  });
});

function article(words: string): Article {
  return {
    headline: words,
    lang: 'en',
    slug: 'a--b',
    date: '2026-07-01T00:00:00Z',
    dek: words,
    byline: [words],
    dateline: words,
    section: words,
    topics: [words],
    source: [{ name: words, url: 'https://a.example/“', date: '2026', tokens: [text(words)] }],
    image: { url: '“', alt: words, credit: words, caption: words },
    corrections: [{ date: '2026', text: words }],
    body: [
      { type: 'heading', depth: 3, tokens: [text(words)] },
      { type: 'list', ordered: false, loose: false, items: [{ checked: true, tokens: paragraph(text(words)) }] },
      { type: 'blockquote', tokens: paragraph(text(words)) },
      { type: 'code', text: words },
      { type: 'table', align: [null], header: [{ tokens: [text(words)] }], rows: [[{ tokens: [text(words)] }]] },
      { type: 'hr' },
    ],
    insight: [{ part: words, prose: paragraph(text(words)) }],
    laws: [paragraph(text(words))],
    sections: [{ heading: words, prose: paragraph(text(words)) }],
  };
}

describe('an article', () => {
  it('is typeset wherever a reader reads, and nowhere else', () => {
    const set = typeset(article('“so”'), { typography: ABAB });
    const left = JSON.stringify(set).match(/“so”/g);
    // topics, code, the name of an insight's part
    expect(left).toHaveLength(3);
    expect(set).toEqual({
      ...article('"so"'),
      topics: ['“so”'],
      body: article('"so"').body.with(3, { type: 'code', text: '“so”' }),
      insight: [{ part: '“so”', prose: paragraph(text('"so"')) }],
    });
  });
  it('leaves dashes and Han of a name alone', () => {
    const set = typeset(article("Anne--Marie O'Neil王"), { typography: { ...BOOK, han: 'full-width' } });
    expect(set.byline).toEqual(['Anne--Marie O’Neil王']);
  });
  it('is the same object when nothing changes', () => {
    const clean = article('so');
    for (const typography of Object.values(PROFILES)) expect(typeset(clean, { typography })).toBe(clean);
  });
  it('shares what did not change', () => {
    const half = { ...article('so'), headline: '“so”' };
    const set = typeset(half, { typography: ABAB });
    expect(set.headline).toBe('"so"');
    expect(set.body).toBe(half.body);
  });
});

const ALPHABET = [
  ...`'"‘’“”„‚‛‟′″ \t\n\u00a0\u3000,.:;?!()[]{}-–—…·•・･⋅/%°℃$@#&*+<>=|\\_~`,
  ...'，。：；？！（）《》「」、％',
  ...'aAns019中文国𠮷カな한é😀👩‍💻½',
  ...['\ufffc', '\ufdd0', '\ud800', '\udc00'],
  ...[
    '--',
    '...',
    '。。。',
    '——',
    '……',
    ' - ',
    ' • ',
    'www.',
    'https://a.b',
    'a@b.co',
    "'90s",
    "'em",
    "n'",
    '12"',
    "6'",
    'Inc.',
    'Node.js',
  ],
];
const nasty = fc.array(fc.constantFrom(...ALPHABET), { maxLength: 24 }).map((parts) => parts.join(''));

const inlines = fc.letrec<{ inline: Inline; inlines: Inline[] }>((tie) => ({
  inlines: fc.array(tie('inline'), { maxLength: 5 }),
  inline: fc.oneof(
    { maxDepth: 3 },
    nasty.map(text),
    nasty.map(text),
    fc.constant(br),
    nasty.map(code),
    fc.record({ type: fc.constant('image' as const), href: fc.constant('a'), text: nasty }),
    fc.record({ type: fc.constantFrom('em' as const, 'strong' as const, 'del' as const), tokens: tie('inlines') }),
    fc.record({
      type: fc.constant('link' as const),
      href: fc.constantFrom('https://a.b', '/a'),
      tokens: tie('inlines'),
    }),
  ),
})).inlines;

const anyTypography: fc.Arbitrary<Typography> = fc.record({
  quotes: fc.constantFrom('straight', 'curly', 'keep'),
  dashes: fc.constantFrom('em', 'spaced-en', 'keep'),
  ellipsis: fc.constantFrom('character', 'dots', 'keep'),
  dots: fc.constantFrom('middle', 'keep'),
  spaces: fc.constantFrom('single', 'keep'),
  han: fc.constantFrom('full-width', 'keep'),
});

const RUNS = 400;

describe('doing it again changes nothing', () => {
  it.each(Object.entries(PROFILES))('in the profile: %s', (_name, typography) => {
    fc.assert(
      fc.property(nasty, (words) => {
        const once = typesetText(words, typography);
        expect(typesetText(once, typography)).toBe(once);
      }),
      { numRuns: RUNS },
    );
  });
  it('in any profile, across inlines', () => {
    fc.assert(
      fc.property(inlines, anyTypography, (written, typography) => {
        const once = typesetInlines(written, typography);
        expect(typesetInlines(once, typography)).toBe(once);
      }),
      { numRuns: RUNS },
    );
  });
});

describe('nothing a writer wrote is lost', () => {
  /** Letters, digits and everything else that no house's typography touches. */
  const kept = (value: string): string => value.replace(/['"‘’“”„‚‛‟′″\s,.:;?!()\-–—…·•・･⋅，。：；？！（）]/gu, '');

  it('in any profile', () => {
    fc.assert(
      fc.property(nasty, anyTypography, (words, typography) => {
        expect(kept(typesetText(words, typography))).toBe(kept(words));
      }),
      { numRuns: RUNS },
    );
  });
  it('and a house that keeps returns what it was given', () => {
    fc.assert(
      fc.property(inlines, (written) => {
        expect(typesetInlines(written, KEEP)).toBe(written);
      }),
    );
  });
});
