import type { Block, FootnoteReference, Inline, Prose } from './prose.ts';

/**
 * The references to footnotes in the order in which they are read: those in the texts, then those in the footnotes that these
 * refer to. `find` gives the prose of a footnote.
 */
export function* referencesInOrder(
  texts: readonly Prose[],
  find: (label: string) => Prose | undefined,
): Generator<FootnoteReference> {
  const queue = [...texts];
  const seen = new Set<string>();
  for (const prose of queue) {
    for (const reference of inBlocks(prose)) {
      const { label } = reference;
      const footnote = find(label);
      if (!footnote) continue;
      yield reference;
      if (!seen.has(label)) queue.push(footnote);
      seen.add(label);
    }
  }
}

function* inBlocks(prose: Prose): Generator<FootnoteReference> {
  for (const block of prose) yield* inBlock(block);
}

function* inBlock(block: Block): Generator<FootnoteReference> {
  switch (block.type) {
    case 'paragraph':
    case 'heading':
      yield* inInlines(block.tokens);
      break;
    case 'blockquote':
      yield* inBlocks(block.tokens);
      break;
    case 'list':
      for (const { tokens } of block.items) yield* inBlocks(tokens);
      break;
    case 'table':
      for (const { tokens } of [block.header, ...block.rows].flat()) yield* inInlines(tokens);
      break;
    default:
  }
}

function* inInlines(inlines: readonly Inline[]): Generator<FootnoteReference> {
  for (const inline of inlines) {
    if (inline.type === 'footnote') yield inline;
    else if ('tokens' in inline) yield* inInlines(inline.tokens);
  }
}
