import { describe, expect, it } from 'vitest';
import { parseMarkdown } from '../../../src/read/markdown/index.ts';
import { HOSTILE, many, REAL } from './hostile.ts';

describe('hostile text is read or refused, and never hangs or throws', () => {
  it.each(HOSTILE)('%s', (_, text, outcome) => {
    expect(parseMarkdown(text).tooComplex?.message ?? 'read').toBe(outcome);
  });
});

describe('real prose is never refused', () => {
  it.each(REAL)('%s', (_, text) => {
    const { tooComplex, items } = parseMarkdown(text);
    expect(tooComplex).toBeUndefined();
    expect(items.length).toBeGreaterThan(0);
  });
});

describe('a refusal points at the block', () => {
  it.each([
    ['before parsing', `a\n\n${'>'.repeat(200)} b\n\nc`, `${'>'.repeat(200)} b\n`],
    [
      'among blocks',
      `# a\n\n|${'a|'.repeat(600)}\n|${'-|'.repeat(600)}\n${'|b\n'.repeat(600)}`,
      `|${'a|'.repeat(600)}`,
    ],
    ['among inlines', `- a\n\nb\n\n- c\n- d ${many('[a](b', 50_000)}\n\ne`, '- c'],
  ])('%s', (_, markdown, line) => {
    const text = `---\n---\n${markdown}`;
    const { tooComplex, items } = parseMarkdown(text, 8);
    expect(items).toEqual([]);
    expect(text.slice(tooComplex?.span.start, tooComplex?.span.end)).toBe(line);
    expect(tooComplex?.advice).toMatch(/\.$/);
  });
});
