import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type Inline, plainText } from '../../../src/model/article.ts';
import { type MarkdownResult, parseMarkdown } from '../../../src/read/markdown/index.ts';
import { nastyMarkdown } from './nasty.ts';

const before = '---\nheadline: A\n---\n';

function everything(check: (result: MarkdownResult, markdown: string, text: string) => void): void {
  fc.assert(
    fc.property(nastyMarkdown, (markdown) => {
      const text = before + markdown;
      check(parseMarkdown(text, before.length), markdown, text);
    }),
    { numRuns: 1000 },
  );
}

function lineEnd(text: string, at: number): number {
  const feed = text.indexOf('\n', at);
  return feed === -1 ? text.length : feed;
}

it('gives each item the slice of the source that it came from, in order, with nothing but blanks between', () => {
  everything(({ items, tooComplex }, _, text) => {
    expect(tooComplex).toBeUndefined();
    let at = before.length;
    for (const { span } of items) {
      expect(span.start).toBeGreaterThanOrEqual(at);
      expect(span.end).toBeGreaterThan(span.start);
      expect(text.slice(at, span.start).trim()).toBe('');
      expect(text.slice(span.end, lineEnd(text, span.end)).trim()).toBe('');
      at = span.end;
    }
    expect(text.slice(at).trim()).toBe('');
  });
});

it('gives warnings a place inside the text', () => {
  everything(({ items }, _, text) => {
    for (const { span } of items.flatMap((item) => item.warnings)) {
      expect(span.start).toBeGreaterThanOrEqual(before.length);
      expect(span.end).toBeGreaterThan(span.start);
      expect(span.end).toBeLessThanOrEqual(text.length);
    }
  });
});

it('reads the same whatever stands before', () => {
  everything(({ items }, markdown) => {
    const shifted = items.map((item) => {
      const span = { start: item.span.start - before.length, end: item.span.end - before.length };
      return { kind: item.kind, span, cst: item.cst, block: item.kind === 'block' && item.block };
    });
    const plain = parseMarkdown(markdown).items.map((item) => {
      const { kind, span, cst } = item;
      return { kind, span, cst, block: kind === 'block' && item.block };
    });
    expect(plain).toEqual(shifted);
  });
});

/** No line end, no blank at either end, no two texts side by side, no text without characters. */
function expectCanonical(inlines: readonly Inline[]): void {
  let previous = '';
  for (const inline of inlines) {
    if (inline.type === 'text') {
      expect(inline.text).not.toBe('');
      expect(inline.text).not.toContain('\n');
      expect(previous).not.toBe('text');
    }
    if ('tokens' in inline) expectCanonical(inline.tokens);
    previous = inline.type;
  }
}

it('gives canonical prose', () => {
  everything(({ items }) => {
    for (const item of items) {
      if (item.kind !== 'block' || item.block.type !== 'paragraph') continue;
      expectCanonical(item.block.tokens);
      expect(item.block.tokens).not.toHaveLength(0);
      const first = item.block.tokens[0];
      if (first?.type === 'text') expect(first.text).toMatch(/^[^ \t]/);
      expect(plainText(item.block.tokens)).not.toContain('\n');
    }
  });
});
