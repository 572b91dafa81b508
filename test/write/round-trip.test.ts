import fc from 'fast-check';
import { micromark } from 'micromark';
import { gfm, gfmHtml } from 'micromark-extension-gfm';
import { describe, expect, test } from 'vitest';
import type { Block, Inline, Prose } from '../../src/model/article.ts';
import { proseMarkdown } from '../../src/write/markdown/printer.ts';
import { bodyText } from '../format/generate.ts';
import { normalise, printHtml } from '../read/markdown/print-html.ts';
import { p, t } from './fixtures.ts';
import { comparable, footnotesOf, hasTicksInLink, readProse } from './round-trip.ts';

const em = (...tokens: Inline[]): Inline => ({ type: 'em', tokens });
const strong = (...tokens: Inline[]): Inline => ({ type: 'strong', tokens });
const del = (...tokens: Inline[]): Inline => ({ type: 'del', tokens });
const code = (text: string, lang?: string): Block => ({ type: 'code', text, ...(lang === undefined ? {} : { lang }) });
const list = (loose: boolean, ...items: Prose[]): Block => ({
  type: 'list',
  ordered: false,
  loose,
  items: items.map((tokens) => ({ tokens })),
});
const task = (checked: boolean, ...tokens: Block[]): Block => ({
  type: 'list',
  ordered: false,
  loose: false,
  items: [{ checked, tokens }],
});

describe('an article is the same after Markdown', () => {
  test.each<[string, Prose, string]>([
    ['emphasis beside emphasis of its kind', [p(em(strong(t('a'))), em(strong(t('b'))))], '***a***___b___'],
    ['three of a kind', [p(em(t('a')), em(t('b')), em(t('c')))], '*a*_b_*c*'],
    ['bold beside italics', [p(strong(t('a')), em(t('b')))], '**a**_b_'],
    ['a letter after underscores', [p(em(t('a')), em(t('b')), t('c'))], '*a*_b_&#x63;'],
    ['deleted beside deleted', [p(del(t('a')), del(t('b')))], '~~a~~<!-- -->~~b~~'],
    ['italics alone in bold', [p(strong(em(t('a'))))], '**_a_**'],
    ['bold alone in italics', [p(em(strong(t('a'))))], '***a***'],
    ['a space at an end', [p(em(t('a\u00a0')), t(' b'))], '*a&nbsp;* b'],
    ['a break at an end', [p(strong(t('a'), { type: 'br' }), t('b'))], '**a<br>**&#x62;'],
    ['a variation selector', [p(strong(t('a❤️')), t('b'))], '**a❤️**&#x62;'],
    ['a currency sign, which GitHub takes for a letter', [p(strong(t('“a”')), t('€5'))], '**“a”**&#x20AC;5'],
    ['math', [p('$a*b*c$ for $5')], '\\$a\\*b\\*c$ for $5'],
    ['dollars around emphasis', [p('$a', em(t('b')), 'c$')], '\\$a*b*c$'],
    ['a no-break space at the end of a paragraph', [p('Go.\u00a0')], 'Go.&nbsp;'],
    ['a paragraph of no-break spaces', [p('\u00a0\u00a0')], '&nbsp;&nbsp;'],
    ['the indentation of a Chinese paragraph', [p('　　港口。')], '　　港口。'],
    [
      'an ideographic space at the end of a heading',
      [{ type: 'heading', depth: 1, tokens: [t('港口　')] }],
      '## 港口&#x3000;',
    ],
    ['code without a language', [code('x')], '```\nx\n```'],
    ['code in the language text', [code('x', 'text')], '```text\nx\n```'],
    ['a language with a backtick', [code('x', 'a`b')], '~~~a`b\nx\n~~~'],
    ['a language with a reference', [code('x', 'a&amp;b')], '```a\\&amp;b\nx\n```'],
    ['a tight list with code', [list(false, [p('a'), code('x')], [p('b')])], '- a\n  ```\n  x\n  ```\n- b'],
    ['a tight list with paragraphs', [list(false, [p('a'), p('b')])], '- a\n  <!-- -->\n  b'],
    ['a tight list in a loose one', [list(true, [p('a'), list(false, [p('b')])], [p('c')])], '- a\n\n  - b\n\n- c'],
    ['a loose list of one item', [list(true, [p('a')])], '- a\n\n  <!-- -->'],
    ['an empty item', [list(false, [p('a')], [])], '- a\n-'],
    ['empty items in empty items', [list(false, [list(false, [list(false, [])])])], '-\n  -\n    -'],
    ['a task that is a quotation', [task(true, { type: 'blockquote', tokens: [p('a')] })], '- [x] <!-- -->\n  > a'],
    ['a task that starts with a no-break space', [task(false, p('\u00a0a'))], '- [ ] &nbsp;a'],
    [
      'the largest number',
      [
        {
          type: 'list',
          ordered: true,
          start: 999_999_999,
          loose: false,
          items: [{ tokens: [p('a')] }, { tokens: [p('b')] }],
        },
      ],
      '999999999. a\n999999999. b',
    ],
    ['a delimiter row', [p('a | b', { type: 'br' }, '- | -')], 'a | b\\\n\\- | -'],
    [
      'brackets and code with brackets in the text of a link',
      [p({ type: 'link', href: '/u', tokens: [t('[a\\]'), { type: 'codespan', text: '\\[' }] })],
      '[&#x5B;a&#x5C;&#x5D;`\\[`](/u)',
    ],
  ])('%s', (_, prose, markdown) => {
    expect(proseMarkdown(prose, 2)).toBe(markdown);
    expect(comparable(readProse(markdown), { level: 2, open: [] })).toEqual(comparable(prose, { level: 2, open: [] }));
  });

  /* All that the generator of notes makes, with three seeds. `RUNS` asks for more. */
  test.each([20_261_128, 318_489_296, 7])(
    'whatever a note holds: seed %i',
    (seed) => {
      const property = fc.property(bodyText, (body) => {
        const prose = readProse(body.replace(/\r\n?/g, '\n'));
        fc.pre(!hasTicksInLink(prose));
        expect(comparable(readProse(proseMarkdown(prose, 1) + footnotesOf(prose)))).toEqual(comparable(prose));
      });
      fc.assert(property, { numRuns: Number(process.env.RUNS ?? 200), seed });
    },
    600_000,
  );

  /* That parser knows nothing of emphasis in Chinese, as GitHub does not. */
  test.each([20_261_128, 318_489_296, 7])(
    'and a GFM parser reads the paragraphs and headings alike: seed %i',
    (seed) => {
      const property = fc.property(bodyText, (body) => {
        const prose = comparable(readProse(body.replace(/\r\n?/g, '\n')));
        for (const block of prose) {
          if (block.type !== 'paragraph' && block.type !== 'heading') continue;
          if (footnotesOf([block]) !== '') continue;
          expect(gfmHtmlOf(proseMarkdown([block], 1))).toBe(htmlOf(printHtml(comparable([block]))));
        }
      });
      fc.assert(property, { numRuns: Number(process.env.RUNS ?? 200), seed });
    },
    600_000,
  );
});

function gfmHtmlOf(markdown: string): string {
  const raw = { allowDangerousHtml: true, allowDangerousProtocol: true };
  const html = micromark(markdown, { ...raw, extensions: [gfm()], htmlExtensions: [gfmHtml()] });
  return htmlOf(html.replaceAll('<!-- -->', ''));
}

/** HTML with one spelling of a break and of a URL. */
function htmlOf(html: string): string {
  return normalise(html)
    .replace(/<br \/?>|<br>/g, '<br />')
    .replace(/(?<= (?:href|src)=")[^"]*/g, (url) => decodeURI(url.replace(/%(?![0-9A-F]{2})/g, '%25')));
}
