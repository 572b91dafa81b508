import { describe, expect, test } from 'vitest';
import { readPost, render } from '../../src/index.ts';
import { positionAt } from '../../src/text/index.ts';

/** `line:column message — advice`, for each diagnostic. */
function said(text: string, path = 'x.yaml'): readonly string[] {
  return readPost(text, { path }).diagnostics.map(({ source, span, message, advice }) => {
    const { line, column } = positionAt(source, span.start);
    return `${line}:${column} ${message} — ${advice}`;
  });
}

const whole = { headline: 'H', source: 'S', body: 'B', insight: 'I', laws: ['L'] };

describe('advice is fit for data', () => {
  test.each([
    ['x.yaml', 'source: S\nbody: B\ninsight: I\n', `1:1 missing headline — Write 'headline: "…"'.`],
    ['x.yaml', 'headline: H\nsource: S\nlaws: [L]\ninsight: I\n', `4:11 missing body — Write 'body: "…"'.`],
    [
      'x.json',
      '{"headline":"H","source":"S","body":"B","insight":"I"}',
      `1:54 missing laws — Write '"laws": ["…", "…"]'.`,
    ],
    ['x.json', '{"headline":"H",}', '1:17 comma before a closing bracket — Remove the comma.'],
    ['x.json', '{"headline":"H"\n', '1:16 unexpected end of JSON — Close the open brackets and quotation marks.'],
    ['x.json', '{headline:"H"}', '1:2 invalid JSON — Check the comma, quotation mark or bracket here or just before.'],
    [
      'x.json',
      '[1]',
      '1:1 expected keys and values — Write one object: { "headline": "…", "source": "…", "body": "…" }.',
    ],
    [
      'x.yaml',
      '- a\n',
      "1:1 expected keys and values — Write lines of the form 'key: value', such as 'headline: …' and 'body: …'.",
    ],
    [
      'x.yaml',
      '---\nheadline: H\nsource: S\n---\n\nB\n',
      "4:1 text after the line '---' in a YAML note — Rename the file to '.md', or indent the text under 'body:'.",
    ],
    [
      'x.yml',
      'headline: H\n---\nB\n',
      '2:1 text after the end of the YAML document — Indent the line if it is part of a value, or remove it.',
    ],
  ])('%s %j', (path, text, message) => expect(said(text, path)).toContain(message));
});

describe('the same as in a Markdown note', () => {
  test('fences around all of it are fine', () => {
    const yaml = '---\nheadline: H\nsource: S\nbody: B\ninsight: I\nlaws: [L]\n---\n';
    expect(said(yaml)).toEqual([]);
    expect(said(`{"headline": "H", # a comment is YAML\n source: S, body: B, insight: I, laws: [L]}`)).toEqual([]);
  });
  test('a last line of the body is the source', () => {
    const { post } = readPost('headline: H\nbody: |\n  B\n\n  Source: Z\ninsight: I\nlaws: [L]\n', { path: 'x.yaml' });
    expect(post?.article).toMatchObject({ source: [{ name: 'Z' }], body: [{ type: 'paragraph' }] });
  });
  test('headings in the body are sections', () => {
    const { insight: _i, laws: _l, ...rest } = whole;
    const body = 'B\n\n## Insight\n\nI\n\n## Laws\n\n- L';
    const json = (data: object) => render(JSON.stringify(data), { path: 'x.json', to: 'json' });
    expect(json({ ...rest, body })).toEqual(json(whole));
  });
  test('a second insight is reported', () => {
    expect(said(JSON.stringify({ ...whole, body: 'B\n\n## Insight\n\nmore' }), 'x.json')[0]).toMatch(
      /^1:\d+ 'Insight' and 'insight' are the same section/,
    );
    expect(
      readPost(JSON.stringify({ ...whole, insight: 'I\n\n## Laws\n\n- M' }), { path: 'x.json' }).post,
    ).toBeUndefined();
  });
  test('a comment that YAML makes of a headline', () => {
    expect(said("headline: We're #1\nsource: S\nbody: B\ninsight: I\nlaws: [L]\n")).toHaveLength(1);
  });
});

test('JSON on stdin may have blank lines before it', () => {
  expect(readPost(`\n\n ${JSON.stringify(whole)}`, { path: '<stdin>' }).diagnostics).toEqual([]);
});
