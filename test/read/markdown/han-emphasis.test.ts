import { describe, expect, it } from 'vitest';
import { render } from '../../../src/render.ts';
import { exampleNote } from '../../lint/example.ts';

/*
 * Emphasis beside Chinese punctuation, as a table of mark × punctuation × neighbour. CommonMark prints the asterisks of
 * `**其中一款免费。**另外`, because its rules rely on the spaces between Latin words.
 */
const MARKS = [
  ['**', 'strong'],
  ['*', 'em'],
  ['~~', 'del'],
] as const;
const HAN_PAIRS = ['（）', '《》', '「」', '『』', '【】', '〈〉'];
const HAN_ENDS = ['。', '，', '：', '；', '？', '！', '、'];
/** Latin text has these too, so the neighbour on the other side is Han. */
const SHARED_PAIRS = ['“”', '‘’'];
const SHARED_ENDS = ['……', '——', '·', '%'];

const words = (pairs: readonly string[], ends: readonly string[]): readonly string[] => [
  ...pairs.map(([open = '', close = '']) => `${open}其中一款${close}`),
  ...ends.map((end) => `其中一款${end}`),
];

const CASES = [
  ...words(HAN_PAIRS, HAN_ENDS).map((text) => ({
    text,
    before: ['', '他说', 'A', '，', '（'],
    after: ['', '另外', 'A', '1', '，', '）'],
  })),
  ...words(SHARED_PAIRS, SHARED_ENDS).map((text) => ({ text, before: ['', '他说', '，'], after: ['', '另外', '，'] })),
];

describe.each(MARKS)('%s', (mark, tag) => {
  it.each(CASES)('surrounds $text', ({ text, before, after }) => {
    const pairs = before.flatMap((left) => after.map((right) => [left, right] as const));
    const lines = pairs.map(([left, right]) => `${left}${mark}${text}${mark}${right}`);
    const note = exampleNote({ body: lines.join('\n\n'), house: 'abab-zh', front: { lang: 'zh' } });
    const posts = (['html', 'markdown', 'text'] as const).map(
      (to) => render(note, { to, house: 'abab-zh', fragment: true }).text ?? '',
    );
    const [html = '', markdown = '', plain = ''] = posts.map((post) => post.slice(0, post.indexOf('公司公告')));
    expect(html.split(`<${tag}>`)).toHaveLength(lines.length + 1);
    expect(html).not.toContain(mark);
    expect(markdown.split(mark)).toHaveLength(2 * lines.length + 1);
    expect(plain).not.toContain(mark);
    expect(plain.split(text).length).toBeGreaterThan(lines.length);
  });
});
