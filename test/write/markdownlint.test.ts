import fc from 'fast-check';
import { lint } from 'markdownlint/sync';
import { expect, test } from 'vitest';
import type { Block, Inline, Prose } from '../../src/model/article.ts';
import { markdown } from '../../src/write/markdown.ts';
import { article, house, p, t } from './fixtures.ts';

/** markdownlint's defaults, less what a writer says rather than how it is printed. */
const config = {
  default: true,
  MD013: false, // a paragraph is a line
  MD024: false, // two headings may say the same
  MD026: false, // and end in what they want
  MD029: false, // a list may begin with 2028
  MD040: false, // code may have no language
  MD036: false, // a paragraph may be all emphasis
  MD049: false, // underscores keep asterisks apart
  MD050: false,
  MD045: false, // an image without words has none to print
  // Markdown has no other way to write what the house style allows.
  MD033: { allowed_elements: ['br', 'sub', 'sup'] },
};

const words = fc.constantFrom('Prose.', '#word', '#1 in chips', '2028. That', '2 * 3 * 4', '(a)[b]', 'www.a.b', '- x');
const text = words.map(t);
const inline: fc.Arbitrary<Inline> = fc.oneof(
  text,
  text,
  text.map((one): Inline => ({ type: 'em', tokens: [one] })),
  text.map((one): Inline => ({ type: 'strong', tokens: [t('a '), { type: 'em', tokens: [one] }] })),
  fc.constantFrom<Inline>(
    { type: 'br' },
    { type: 'codespan', text: 'a b' },
    { type: 'link', href: 'https://a.example/x', tokens: [t('https://a.example/x')] },
    { type: 'link', href: 'https://a.example/x', tokens: [t('the filing')] },
    { type: 'image', href: '/a.png', text: 'a dock' },
  ),
);
/** No hard break ends a block, and none follows another: the reader makes no such thing. */
const inlines = fc.array(inline, { maxLength: 3 }).map((many): Inline[] => {
  const kept = many.filter((one, index) => one.type !== 'br' || (index > 0 && many[index - 1]?.type !== 'br'));
  return kept.at(-1)?.type === 'br' ? kept.slice(0, -1) : kept;
});
/** In a tight list, blank lines around other blocks would make it loose. */
function isTight([first, second, ...others]: Prose): boolean {
  return first?.type === 'paragraph' && (second === undefined || second.type === 'list') && others.length === 0;
}

const prose = fc.letrec<{ block: Block; prose: Prose }>((tie) => ({
  block: fc.oneof(
    { maxDepth: 3 },
    inlines.map((tokens): Block => p(...tokens)),
    inlines.map((tokens): Block => p(...tokens)),
    fc.record({ type: fc.constant('heading' as const), depth: fc.integer({ min: 1, max: 6 }), tokens: inlines }),
    fc.constantFrom<Block>({ type: 'hr' }, { type: 'code', text: 'a\n\nb' }, { type: 'code', lang: 'js', text: '' }),
    fc.tuple(inlines, inlines).map(
      ([a, b]): Block => ({
        type: 'table',
        align: [null, 'right'],
        header: [{ tokens: a }, { tokens: b }],
        rows: [[{ tokens: b }, { tokens: a }]],
      }),
    ),
    tie('prose').map((tokens): Block => ({ type: 'blockquote', tokens })),
    fc
      .record({
        ordered: fc.boolean(),
        loose: fc.boolean(),
        items: fc.array(tie('prose'), { minLength: 1, maxLength: 3 }),
      })
      .map(({ items, ordered, loose }): Block => {
        const isLoose = loose || !items.every(isTight);
        return { type: 'list', ordered, loose: isLoose, items: items.map((tokens) => ({ tokens })) };
      }),
  ),
  prose: fc.array(tie('block'), { minLength: 1, maxLength: 3 }),
})).prose;

test('markdownlint has nothing to say about a post, whatever is in it', () => {
  fc.assert(
    fc.property(prose, prose, fc.array(prose, { minLength: 1, maxLength: 3 }), (body, insight, laws) => {
      const post = markdown.write(article({ body, insight: [{ prose: insight }], laws }), house(), {});
      const { found = [] } = lint({ strings: { found: post }, config });
      const said = found.map(({ lineNumber, ruleNames }) => `${ruleNames[0]}: ${post.split('\n')[lineNumber - 1]}`);
      expect(said, post).toEqual([]);
    }),
    { numRuns: Number(process.env.RUNS ?? 150) },
  );
});
