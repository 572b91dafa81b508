import type { Block, Inline, Prose } from '../../src/model/article.ts';
import { parseMarkdown } from '../../src/read/markdown/index.ts';
import { headingLevel, type Outline } from '../../src/write/visitor.ts';

export function readProse(markdown: string): Prose {
  return parseMarkdown(markdown).items.flatMap((item) => (item.kind === 'block' ? [item.block] : []));
}

/**
 * Prose as Markdown can say it, for a comparison. The level of a heading follows from nesting. Emphasis inside emphasis of its
 * kind adds nothing. The reader expands the tabs on a blank line of code in a quote.
 */
export function comparable(prose: Prose, outline: Outline = { level: 1, open: [] }): Prose {
  return prose.map((block) => comparableBlock(block, outline));
}

function comparableBlock(block: Block, outline: Outline): Block {
  switch (block.type) {
    case 'paragraph':
      return { ...block, tokens: simple(block.tokens) };
    case 'heading':
      return { ...block, depth: headingLevel(block.depth, outline), tokens: simple(block.tokens) };
    case 'blockquote':
      return { ...block, tokens: comparable(block.tokens, outline) };
    case 'list':
      return { ...block, items: block.items.map((item) => ({ ...item, tokens: comparable(item.tokens, outline) })) };
    case 'table': {
      const row = (cells: typeof block.header) => cells.map(({ tokens }) => ({ tokens: simple(tokens) }));
      return { ...block, header: row(block.header), rows: block.rows.map(row) };
    }
    case 'code':
      return { ...block, text: block.text.replace(/^[ \t]+$/gm, '') };
    default:
      return block;
  }
}

function simple(inlines: readonly Inline[], inside: readonly string[] = []): Inline[] {
  const found: Inline[] = [];
  for (const inline of inlines.flatMap((one) => unnested(one, inside))) {
    const before = found.at(-1);
    if (inline.type === 'text' && before?.type === 'text')
      found[found.length - 1] = { type: 'text', text: before.text + inline.text };
    else found.push(inline);
  }
  return found;
}

function unnested(inline: Inline, inside: readonly string[]): Inline[] {
  if (!('tokens' in inline)) return [inline];
  const isMark = inline.type === 'em' || inline.type === 'strong' || inline.type === 'del';
  if (isMark && inside.includes(inline.type)) return simple(inline.tokens, inside);
  return [{ ...inline, tokens: simple(inline.tokens, isMark ? [...inside, inline.type] : inside) }];
}

/** marked finds no link whose text has a code span with a backtick in it. */
export function hasTicksInLink(prose: Prose): boolean {
  return /"type":"link".*"type":"codespan","text":"[^"]*`/s.test(JSON.stringify(prose));
}

/** A definition of each footnote that prose refers to. */
export function footnotesOf(prose: Prose): string {
  const labels = [...JSON.stringify(prose).matchAll(/"type":"footnote","label":("(?:[^"\\]|\\.)*")/g)];
  return [...new Set(labels.map(([, label = '""']) => JSON.parse(label)))]
    .map((label) => `\n\n[^${label}]: x`)
    .join('');
}
