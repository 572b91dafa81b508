import { describe, expect, test } from 'vitest';
import type { Block, Inline } from '../../src/model/article.ts';
import { markdown } from '../../src/write/markdown.ts';
import { text } from '../../src/write/text.ts';
import { article, house, p, t } from './fixtures.ts';

const cells = (...words: string[]) => words.map((word) => ({ tokens: [t(word)] }));
const table: Block = {
  type: 'table',
  align: [null, 'right', null],
  header: cells('Company', 'Revenue in the third quarter', 'Remarks'),
  rows: [cells('Harbor', '3', 'a rather long remark that goes on and on'), cells('Brevanne', '4', '')],
};

/** The body of a post, wrapped. */
function body(blocks: readonly Block[], width?: number): string {
  const post = text.write(article({ headline: 'H', body: blocks }), house(), width === undefined ? {} : { width });
  return post.slice(post.indexOf('\n') + 1, post.indexOf('Source:')).trim();
}

describe('wrapped', () => {
  test('a table wider than the width is a block of lines for each row', () => {
    expect(body([table], 40)).toBe(
      [
        'Company: Harbor',
        'Revenue in the third quarter: 3',
        'Remarks: a rather long remark that goes',
        '  on and on',
        '',
        'Company: Brevanne',
        'Revenue in the third quarter: 4',
        'Remarks:',
      ].join('\n'),
    );
    const ended = { ...table, header: cells('Company:', 'Revenue：', 'Remarks') };
    expect(body([ended], 20)).toMatch(/^Company: Harbor\nRevenue: 3\nRemarks: a/);
    expect(body([{ type: 'blockquote', tokens: [table] }], 40)).toMatch(
      /^> Company: Harbor\n[\s\S]*\n>\n> Company: Brev/,
    );
    expect(body([table], 100)).toBe(body([table]));
  });
  test('a blank line stands between blocks of different kinds, and none inside one', () => {
    const list: Block = {
      type: 'list',
      ordered: false,
      loose: false,
      items: [{ tokens: [p('a')] }, { tokens: [p('b')] }],
    };
    const code: Block = { type: 'code', text: 'x\n\n  y' };
    const quote: Block = { type: 'blockquote', tokens: [p('q'), p('r')] };
    const printed = body([list, quote, code, code, list, list, p('end')], 20);
    expect(printed).toBe('- a\n- b\n\n> q\n>\n> r\n\nx\n\n  y\n\nx\n\n  y\n\n- a\n- b\n\n- a\n- b\n\nend');
  });
});

test('a heading is one line', () => {
  expect(body([{ type: 'heading', depth: 2, tokens: [t('A heading'), { type: 'br' }, t('of two')] }])).toBe(
    'A heading of two',
  );
});

describe('what a house and the metadata add', () => {
  test('labels are plain text, escaped once', () => {
    const labels = { ...house().labels, laws: 'Our *Laws*', source: '2028. Source' };
    expect(markdown.write(article(), house('abab', { labels }), {})).toMatch(
      /\n2028\\\. Source: Public Information\n[\s\S]*\n## Our \\\*Laws\\\*\n/,
    );
    expect(text.write(article(), house('abab', { labels }), {})).toContain('\nOur *Laws*\n');
  });
  test.each([
    ['A', 'Image: A; Credit: C'],
    ['A dock.', 'Image: A dock. Credit: C'],
    ['"Why?"', 'Image: "Why?" Credit: C'],
    ['夜班车间。', 'Image: 夜班车间。Credit: C'],
  ])('between the caption %s and the credit', (caption, printed) => {
    expect(text.write(article({ image: { url: '/a.png', caption, credit: 'C' } }), house(), {})).toContain(printed);
  });
  test('who wrote the insight is said at its end', () => {
    const signed = article({ insight_by: 'ai' });
    const said = 'This insight was written by AI.';
    expect(text.write(signed, house(), {})).toContain(`eleven years of silence.\n${said}\nABAB News`);
    expect(markdown.write(signed, house(), {})).toContain(`eleven years of silence.\n\n${said}\n\n## ABAB News`);
    expect(text.write(article(), house(), {})).not.toContain(said);
  });
});

describe('large input', () => {
  const marks = Array.from(
    { length: 20_000 },
    (_, index): Inline => ({ type: index % 2 ? 'em' : 'strong', tokens: [t('a')] }),
  );
  test.each<[string, Block]>([
    ['marks of two kinds', p(...marks)],
    ['marks of one kind', p(...marks.map((): Inline => ({ type: 'em', tokens: [t('a')] })))],
    ['number signs', { type: 'heading', depth: 2, tokens: [t(`${'#'.repeat(200_000)} a`)] }],
    ['rows', { ...table, rows: Array.from({ length: 5_000 }, () => cells('a', 'b', 'c')) } as Block],
    ['backticks', { type: 'code', text: '` '.repeat(200_000) }],
    [
      'quotations',
      Array.from({ length: 90 }).reduce<Block>((tokens) => ({ type: 'blockquote', tokens: [tokens] }), p('a')),
    ],
  ])('%s: is printed, in linear time', (_, block) => {
    for (const format of [markdown, text]) {
      expect(format.write(article({ body: [block] }), house(), {}).length).toBeGreaterThan(100);
    }
  });
});
