import { expect, test } from 'vitest';
import type { Prose } from '../../src/model/article.ts';
import { createHtmlContext } from '../../src/write/html/context.ts';
import { CONTEXT, type TemplateSchema } from '../../src/write/template/schema.ts';
import { article, house } from './fixtures.ts';

/** Returns the paths of names that the schema gives and the data lacks, or the reverse. */
function differences(schema: TemplateSchema, data: unknown, path = ''): string[] {
  if (schema === 'text') return [];
  if ('each' in schema) return differences(schema.each, (data as readonly unknown[])[0], `${path}[]`);
  const names = Object.keys(schema.fields);
  if (names.length === 0) return [];
  const found = Object.keys(data as object);
  return [
    ...found.filter((name) => !names.includes(name)).map((name) => `${path}.${name} is not in the schema`),
    ...names.flatMap((name) =>
      found.includes(name)
        ? differences(schema.fields[name] ?? 'text', (data as Record<string, unknown>)[name], `${path}.${name}`)
        : [`${path}.${name} is not in the data`],
    ),
  ];
}

test('a template sees the names of the schema that it is checked by, and no others', () => {
  const prose: Prose = [{ type: 'paragraph', tokens: [{ type: 'footnote', label: '1' }] }];
  const story = article({
    image: { url: 'a.png' },
    byline: ['Ann Lee'],
    approved: { by: 'Ann Lee', at: '2026-01-02T09:00:00Z', hash: 'sha256:0' },
    corrections: [{ date: '2026-01-02', text: 'A name was misspelt.' }],
    sections: [{ id: 'more', heading: 'More', prose }],
    insight: [{ part: 'capital', prose }],
    laws: [prose],
    source: [{ name: 'The Lab' }],
    topics: ['ports'],
    footnotes: [{ label: '1', prose }],
  });
  expect(differences(CONTEXT, createHtmlContext(story, house(), { fragment: false }))).toEqual([]);
});

test('a missing approval is false for a template, and its fields are empty', () => {
  const { approved }: { readonly approved?: unknown } = createHtmlContext(article(), house(), { fragment: false });
  expect(approved).toHaveLength(0);
  expect(Object.keys(approved as object)).toEqual(['by', 'at', 'hash']);
});
