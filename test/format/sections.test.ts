import { describe, expect, test } from 'vitest';
import { format } from '../../src/format.ts';
import { resolveHouse } from '../../src/index.ts';

async function shaped(text: string, options = {}): Promise<string | undefined> {
  const result = await format(text, options);
  expect((await format(result.text ?? '', options)).text).toBe(result.text);
  return result.text;
}

const FRONT = '---\nheadline: H\nsource: S\n---\n';
const body = async (text: string, front = FRONT): Promise<string | undefined> =>
  (await shaped(`${front}\n${text}`))?.slice(front.length + 1);

describe('sections', () => {
  test.each([
    [
      'canonical headings',
      'B\n\nAnalysis\n===\n\ni\n\n#### ABAB News · Cognitive Laws:\n\nl\n\n# scratch\n\nn\n',
      'B\n\n## Insight\n\ni\n\n## Laws\n\nl\n\n## Notes\n\nn\n',
    ],
    [
      "the house's order",
      'B\n\n## Notes\n\nn\n\n## Laws\n\nl\n\n## Insight\n\ni\n',
      'B\n\n## Insight\n\ni\n\n## Laws\n\nl\n\n## Notes\n\nn\n',
    ],
    [
      'unknown sections stay where they are',
      '## Laws\n\nl\n\n## Box\n\nx\n\n## Insight\n\ni\n',
      '## Insight\n\ni\n\n## Box\n\nx\n\n## Laws\n\nl\n',
    ],
    [
      'a comment above a heading goes where the heading goes, and the last one stays',
      'B\n\n<!-- laws -->\n## Laws\n\nl\n\n<!-- insight -->\n\n## Insight\n\ni\n\n<!-- end -->\n',
      'B\n\n<!-- insight -->\n\n## Insight\n\ni\n\n<!-- laws -->\n\n## Laws\n\nl\n\n<!-- end -->\n',
    ],
    ['doubled sections are for check', '## Insight\n\ni\n\n## Analysis\n\nj\n', '## Insight\n\ni\n\n## Insight\n\nj\n'],
    [
      'definitions move with their section',
      '## Laws\n\n[a]\n\n[a]: /u\n\n## Insight\n\n[a]\n',
      '## Insight\n\n[a]\n\n## Laws\n\n[a]\n\n[a]: /u\n',
    ],
    [
      'a comment right below a paragraph goes with that',
      '## Laws\n\nl\n<!-- l -->\n\n## Insight\n\ni\n<!-- i -->\n<!-- j -->\n',
      '## Insight\n\ni\n\n<!-- i -->\n<!-- j -->\n\n## Laws\n\nl\n\n<!-- l -->\n',
    ],
    [
      'sections that begin where another parser sees no heading keep the others in their places',
      '## Laws\n\nl\n\n## Insight\n\ni\n\n[^1]: /u\n[a]: /u\n---\n',
      '## Laws\n\nl\n\n## Insight\n\ni\n\n[^1]: /u\n[a]: /u\n---\n',
    ],
    [
      'sections that define one label do not change places',
      '## Laws\n\n[a]\n\n[a]: /u\n\n## Insight\n\n[a]: /v\n',
      '## Laws\n\n[a]\n\n[a]: /u\n\n## Insight\n\n[a]: /v\n',
    ],
    [
      'parts of the insight stay below it',
      '# Insight\n\n## Background\n\na\n\n### Deep\n\nb\n',
      '## Insight\n\n### Background\n\na\n\n#### Deep\n\nb\n',
    ],
    [
      'a deep section before an unknown one of its depth',
      '### Insight\n\ni\n\n### Box\n\nx\n',
      '### Insight\n\ni\n\n### Box\n\nx\n',
    ],
    ['headings of the body stay', '### One\n\na\n\n# Two\n\nb\n', '### One\n\na\n\n# Two\n\nb\n'],
    ['a heading with a link keeps it', '## [Insight](/u)\n\ni\n', '## [Insight](/u)\n\ni\n'],
  ])('%s', async (_, written, shape) => {
    expect(await body(written)).toBe(shape);
  });
  test('in Chinese by lang, or by what the labels say', async () => {
    const front = '---\nheadline: H\nlang: zh\n---\n';
    expect(await body('b\n\n## Laws\n\nl\n\n## AI Insight\n\ni\n', front)).toBe(
      'b\n\n## 洞察\n\ni\n\n## 认知定律\n\nl\n',
    );
    expect(await body('b\n\n## 定律\n\nl\n')).toBe('b\n\n## 认知定律\n\nl\n');
    expect(await body('b\n\n## 定律\n\nl\n', front.replace('zh', 'en'))).toBe('b\n\n## Laws\n\nl\n');
    expect(await shaped(`${FRONT}\n## 洞察\n\ni\n`, { house: 'abab-zh' })).toBe(`${FRONT}\n## 洞察\n\ni\n`);
  });
  test("a house's own sections, in its own order", async () => {
    const { house } = resolveHouse();
    const box = { id: 'box', heading: 'Box', label: 'BOX', aliases: ['Kasten'], required: false };
    const own = { ...house, name: 'own', sections: [box], order: ['headline', 'box', 'laws', 'insight', 'source'] };
    const written = `${FRONT}\n## Insight\n\ni\n\n## Laws\n\nl\n\n### kasten\n\nx\n`;
    expect(await shaped(written, { house: own })).toBe(`${FRONT}\n## Box\n\nx\n\n## Laws\n\nl\n\n## Insight\n\ni\n`);
  });
});

describe('the headline and the source move into the front matter', () => {
  test.each([
    ['both', '# Lab: *no*\n\nb\n', '# Lab: *no*\n\nb\n'],
    ['a headline', '# Lab opens\n\nb\n', '---\nheadline: Lab opens\n---\n\nb\n'],
    ['a headline that needs quotation marks', '# Lab: "Now"\n', '---\nheadline: \'Lab: "Now"\'\n---\n'],
    ['a number', '# 2028\n\nb\n', '---\nheadline: "2028"\n---\n\nb\n'],
    ['escapes and references', '# R\\&D &amp; \\*b\\*\n\nb\n', '---\nheadline: "R&D & *b*"\n---\n\nb\n'],
    ['a source', 'b\n\nSource: The Lab\n\n## Laws\n\nl\n', '---\nsource: The Lab\n---\n\nb\n\n## Laws\n\nl\n'],
    [
      'a link',
      'b\n\n**Source:** [The Lab](https://a.example/x)\n',
      '---\nsource: { name: The Lab, url: "https://a.example/x" }\n---\n\nb\n',
    ],
    [
      'several',
      'b\n\nSources: A; [B, C](https://a.example)\n',
      '---\nsource: [A, { name: "B, C", url: "https://a.example" }]\n---\n\nb\n',
    ],
    ['marks stay in the text', 'b\n\nSource: *The Lab*\n', 'b\n\nSource: *The Lab*\n'],
    ['a label without a source stays', 'b\n\nSource:\n', 'b\n\nSource:\n'],
    ['a label that says the language stays', '正文\n\n来源：公开信息\n', '正文\n\n来源：公开信息\n'],
    [
      'with a heading that says it, too',
      '正文\n\n来源：公开信息\n\n## 洞察\n\n好\n',
      '---\nsource: 公开信息\n---\n\n正文\n\n## 洞察\n\n好\n',
    ],
  ])('%s', async (_, written, shape) => {
    expect(await shaped(written)).toBe(shape);
  });
  test.each([
    ['what the front matter says already goes', '# H\n\nb\n\nSource: S\n', 'b\n'],
    ['what differs stays, for check', '# I\n\nb\n\nSource: T\n', '# I\n\nb\n\nSource: T\n'],
  ])('%s', async (_, written, shape) => {
    expect(await body(written)).toBe(shape);
  });
  test('beside other keys, in their order', async () => {
    const text = '---\nslug: a\ntags: [b]\n---\n\n# H\n\nb\n\nSource: S\n';
    expect(await shaped(text)).toBe('---\nheadline: H\nsource: S\nslug: a\ntopics: [b]\n---\n\nb\n');
  });
  test('not into a front matter that takes no line', async () => {
    expect(await shaped('---\n{slug: a}\n---\n\n# H\n\nb\n')).toBe('---\n{slug: a}\n---\n\n# H\n\nb\n');
  });
  test('a rule at the top of a file without front matter does not open one', async () => {
    expect(await shaped('* * *\n\nb\n')).toBe('***\n\nb\n');
  });
});
