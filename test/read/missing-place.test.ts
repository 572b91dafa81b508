import { expect, test } from 'vitest';
import { render } from '../../src/render.ts';

/* What an editor underlines where a note lacks something: `«»` in the text. An empty mark is the place where it belongs. */

test.each([
  ['source', 'n.md', '«---»\nheadline: Lab\n---\n\nIt opened.\n'],
  ['source', 'n.md', '«# A Lab»\n\nIt opened.\n'],
  ['source', 'n.md', '\n«»It opened.\n'],
  ['source', 'n.yaml', '# A lab.\n«headline»: Lab\nbody: It opened.\n'],
  ['source', 'n.json', '{\n  «"headline"»: "Lab", "body": "It opened."\n}\n'],
  ['headline', 'n.md', '«---»\nsource: Lab\n---\n\nIt opened.\n'],
  ['headline', 'n.md', '\n«»It opened.\n\nSource: Lab\n'],
  ['headline', 'n.yaml', '«source»: Lab\nbody: It opened.\n'],
  ['headline', 'n.yaml', '«»body: It opened.\n'],
  ['headline', 'n.md', '---\n«headline»:\nsource: Lab\n---\n\nIt opened.\n'],
  ['body', 'n.md', '---\nheadline: Lab\n---\n«»\n## Insight\n\nIt did.\n'],
  ['body', 'n.md', '# A Lab«»\n\n## Insight\n\nIt did.\n'],
  ['body', 'n.yaml', 'headline: Lab\nsource: Lab«»\n'],
  ['laws', 'n.md', '# A Lab\n\nIt opened.«»\n'],
  ['laws', 'n.md', '# A Lab\n\nIt opened.\n\n«## Laws»\n\n## Insight\n\nIt did.\n'],
  ['laws', 'n.yaml', 'headline: Lab\nbody: It opened.«»\n'],
  ['laws', 'n.json', '{\n  "headline": "Lab", "body": "It opened."«»\n}\n'],
])('a missing %s is reported in %s at %j', (part, path, marked) => {
  const text = marked.replace(/[«»]/g, '');
  const { diagnostics } = render(text, { path });
  const { start, end } = diagnostics.find(({ rule }) => rule === `missing-${part}`)?.span ?? { start: -1, end: -1 };
  expect(`${text.slice(0, start)}«${text.slice(start, end)}»${text.slice(end)}`).toBe(marked);
});

test('what a format needs is reported where the key belongs', () => {
  const text = '# A Lab\n\nIt opened.\n\nSource: Lab\n\n## Insight\n\nIt did.\n\n## Laws\n\n- A law.\n';
  const [refusal] = render(text, { to: 'ninjs' }).diagnostics.filter(({ rule }) => rule === 'missing-id');
  expect(refusal?.span).toEqual({ start: 0, end: '# A Lab'.length });
});
