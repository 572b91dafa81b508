import { Ajv2020 } from 'ajv/dist/2020.js';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import type { Key } from '../../src/model/keys.ts';

/* Adds a key to the list of keys in memory. Everything else must follow from the list. */

const NOTE = `---
headline: A Lab Opens
copyright: © The Lab
source: The Lab
---

A lab opened.

## Insight

It is new.

## Laws

- A lab never sleeps, but its robots do.
`;

beforeAll(() => {
  vi.resetModules();
  vi.doMock('../../src/model/keys.ts', async (original) => {
    const module = await original<typeof import('../../src/model/keys.ts')>();
    Object.assign(module.KEYS, { copyright: { type: 'text', aliases: ['rights'], about: 'Who owns the rights.' } });
    return module;
  });
});

afterAll(() => {
  vi.doUnmock('../../src/model/keys.ts');
  vi.resetModules();
});

describe('a key that is added to the list', () => {
  test('is known under its aliases', async () => {
    const { canonicalKey } = await import('../../src/model/keys.ts');
    expect(canonicalKey('rights')).toBe('copyright' as Key);
  });

  test('is in the schema of the note', async () => {
    const { noteSchema } = await import('./note.ts');
    const { properties } = noteSchema() as { properties: Readonly<Record<string, unknown>> };
    expect(Object.keys(properties)).toEqual(expect.arrayContaining(['copyright', 'rights']));
  });

  test('is printed as JSON that the schema of the article accepts', async () => {
    const { render } = await import('../../src/render.ts');
    const { articleSchema } = await import('./article.ts');
    const { text = '', diagnostics } = render(NOTE, { to: 'json' });
    expect(diagnostics).toEqual([]);
    const article: unknown = JSON.parse(text);
    expect(article).toMatchObject({ copyright: '© The Lab' });
    const validate = new Ajv2020({ allErrors: true }).compile(articleSchema());
    expect([validate(article), validate.errors]).toEqual([true, null]);
    expect(validate({ ...(article as object), unknown: 1 })).toBe(false);
  });

  test('is a name that templates may use', async () => {
    const { isOfStory } = await import('../../src/write/template/schema.ts');
    expect(isOfStory('copyright')).toBe(true);
  });

  test('has a place in the canonical order of format', async () => {
    const { format } = await import('../../src/format.ts');
    const { text = '' } = await format(NOTE);
    expect(text.indexOf('\nsource:')).toBeLessThan(text.indexOf('\ncopyright:'));
  });

  test('has a row in the table of docs/notes.md', async () => {
    const { keyTable } = await import('../docs/key-table.ts');
    expect(keyTable()).toContain('| `copyright` | `rights` | text | Who owns the rights. |');
  });
});
