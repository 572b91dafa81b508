import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type House, readPost, render, resolveHouse } from '../src/index.ts';
import { displayWidth } from '../src/typography/index.ts';
import { readSpecs } from './specs.ts';

function note(body: string, front = 'headline: H\nsource: S'): string {
  return `---\n${front}\n---\n\n${body}\n\n## Insight\n\nI\n\n## Laws\n\n- L\n`;
}

/** The body of a post as text. */
function bodyText(body: string, width?: number): string {
  const post = render(note(body), { to: 'text', ...(width === undefined ? {} : { width }) }).text ?? '';
  return post.slice(post.indexOf('\n') + 1, post.indexOf('\nSource: S')).trim();
}

describe.each(readSpecs(join(import.meta.dirname, 'render/specs')))('$name', ({ specs }) => {
  test.each(specs)('$title', ({ input, output }) => expect(`${bodyText(input)}\n`).toBe(output));
});

describe('--width', () => {
  const long = 'The quick brown fox jumps over the lazy dog and then keeps running through the wood.';
  test('wraps by words, and sets paragraphs apart', () => {
    expect(bodyText(`${long}\n\nSecond.`, 40)).toBe(
      'The quick brown fox jumps over the lazy\ndog and then keeps running through the\nwood.\n\nSecond.',
    );
  });
  test('wraps Han by display width, and no line starts with a full stop', () => {
    const lines = bodyText('一家公司本周启用了实验室，夜间由机器人运行，白天由人提出问题。'.repeat(2), 20).split('\n');
    for (const line of lines) {
      expect(displayWidth(line)).toBeLessThanOrEqual(20);
      expect(line).not.toMatch(/^[，。]/);
    }
  });
  test('items hang, code and tables stay', () => {
    expect(bodyText('- one two three\n- four\n\n```\na b c d e f g h\n```', 10)).toBe(
      '- one two\n  three\n- four\n\na b c d e f g h',
    );
  });
});

describe('structured notes', () => {
  const yaml =
    'headline: H\nsource: { name: S, url: https://s.example }\nbody: |\n  One *two*.\n\n  Three.\ninsight:\n  - Four.\n  - Five.\nlaws: [Six., Seven.]\nnotes: secret\n';
  const text =
    'H\nOne two.\nThree.\nSource: S (https://s.example)\nABAB AI Insight\nFour.\nFive.\nABAB News · Cognitive Laws\nSix.\nSeven.\n';
  test('as YAML, by the ending', () => {
    expect(render(yaml, { path: 'a.yaml', to: 'text' })).toEqual({ text, diagnostics: [] });
  });
  test('as JSON, by the ending or by its first character on stdin', () => {
    const data = {
      headline: 'H',
      source: { name: 'S', url: 'https://s.example' },
      body: 'One *two*.\n\nThree.',
      insight: ['Four.', 'Five.'],
      laws: '- Six.\n- Seven.',
    };
    const spaced = JSON.stringify(data, null, '\t');
    expect(render(spaced, { path: 'a.json', to: 'text' })).toEqual({ text, diagnostics: [] });
    expect(render(JSON.stringify(data), { path: '<stdin>', to: 'text' })).toEqual({ text, diagnostics: [] });
  });
  test.each([
    ['{"headline": "H", }', 'a.json', 'invalid-json', 18],
    ['headline: H\nbody: { a: b }\n', 'a.yaml', 'wrong-type', 18],
    ['headline: H\nheadline: I\n', 'a.yaml', 'duplicate-key', 12],
    ['{"headline": "H", "headline": "I"}', 'a.json', 'duplicate-key', 18],
    ['headline: H\nbodi: x\nsource: S\n', 'a.yaml', 'unknown-key', 12],
    ['- a\n', 'a.yaml', 'invalid-yaml', 0],
  ])('%j: a fault has its place', (data, path, rule, start) => {
    const { post, diagnostics } = readPost(data, { path });
    expect(post).toBeUndefined();
    expect(diagnostics).toContainEqual(expect.objectContaining({ rule, span: expect.objectContaining({ start }) }));
  });
});

describe('the language', () => {
  const chinese = (front: string) =>
    `---\nheadline: 标题\n${front}\n---\n\n正文。\n\n## 洞察\n\n洞察。\n\n## 认知定律\n\n- 定律。\n`;
  test('is what the note says, else what its labels speak', () => {
    expect(readPost(chinese('source: S')).post).toMatchObject({ house: { name: 'abab-zh' }, article: { lang: 'zh' } });
    expect(readPost(chinese('source: S\nlang: en')).post).toMatchObject({
      house: { name: 'abab' },
      article: { lang: 'en' },
    });
    expect(readPost(note('B', 'headline: H\nsource: S\nlang: zh-Hans')).post).toMatchObject({
      house: { name: 'abab-zh' },
      article: { lang: 'zh-Hans' },
    });
    expect(readPost(note('B\n\n来源：S', 'headline: H')).post).toMatchObject({ house: { name: 'abab-zh' } });
    expect(readPost(note('B', 'headline: H\nsource: S\nlang: fr')).post).toMatchObject({
      house: { name: 'abab' },
      article: { lang: 'fr' },
    });
  });
  test('of a story under English headings is the chosen house’s, unless the note says', () => {
    expect(readPost(note('B', 'headline: H\nsource: S\nlang: en'), { house: 'abab-zh' }).post?.house.name).toBe('abab');
    expect(readPost(note('B\n\nSource: S', 'headline: H'), { house: 'abab-zh' }).post?.house.name).toBe('abab-zh');
  });
});

test('a house may require what stands in the front matter', () => {
  const house: House = { ...resolveHouse('abab').house, required: ['headline', 'dek'] };
  const rules = (front: string) => readPost(note('B', front), { house }).diagnostics.map(({ message }) => message);
  expect(rules('headline: H\nsource: S\ndek: D')).toEqual([]);
  expect(rules('headline: H\nsource: S')).toEqual(['missing dek']);
});

test('an embargo holds to the second, and a moment that cannot be is none', () => {
  const rules = (embargo: string) =>
    readPost(note('B', `headline: H\nsource: S\nembargo: ${embargo}`), {
      now: Date.UTC(2026, 11, 31, 23, 59, 59, 900),
    }).diagnostics.map(({ rule }) => rule);
  expect(rules('2026-12-31T23:59:60Z')).toEqual(['embargo']);
  expect(rules('2026-12-31T23:59:59Z')).toEqual([]);
  expect(rules('2027-01-01T09:00:00+99:00')).toEqual(['wrong-type']);
  expect(rules('2027-01-01T09:00:00+05:75')).toEqual(['wrong-type']);
});

test('an unsafe address is reported where it stands', () => {
  const { diagnostics } = readPost(note('[x](javascript:alert(1)) and <data:text/html,x>'));
  expect(diagnostics.map(({ rule, span }) => [rule, span.start])).toEqual([
    ['unsafe-link', 35],
    ['unsafe-link', 61],
  ]);
});

test('the same note gives the same bytes, and two that mean the same give the same JSON', () => {
  const one = note('A *b*  c.\n\n1) x\n2) y');
  const two = `${note('A _b_ c.\n\n1. x\n1. y', 'source: S\nhed: "H"').replace('## Insight', '### AI insight')}\n<!-- done -->\n`;
  for (const to of ['json', 'text', 'markdown', 'html'] as const) {
    expect(render(two, { to }).text).toBe(render(one, { to }).text);
    expect(render(one, { to }).text).toBe(render(one, { to }).text);
  }
});
