import type { Block, Inline, InlineImage, Link } from '../model/article.ts';
import type { Copy } from '../model/copy.ts';
import type { Span } from '../text/index.ts';

/** A link or an image of a structured note, and the value that it stands in. */
interface Marked {
  readonly mark: Link | InlineImage;
  readonly span: Span;
}

/** The links and images that a structured note prints: its passages tell no places of marks, so each has its value's. */
export function* structuredMarks({ note }: Copy): Generator<Marked> {
  if (note.data === undefined) return;
  for (const { kind, blocks } of note.sections) {
    if (kind === 'notes') continue;
    for (const { block, span } of blocks) for (const mark of inBlock(block)) yield { mark, span };
  }
}

function* inBlock(block: Block): Generator<Link | InlineImage> {
  switch (block.type) {
    case 'paragraph':
    case 'heading':
      return yield* inInlines(block.tokens);
    case 'blockquote':
      for (const inner of block.tokens) yield* inBlock(inner);
      return;
    case 'list':
      for (const { tokens } of block.items) for (const inner of tokens) yield* inBlock(inner);
      return;
    case 'table':
      for (const row of [block.header, ...block.rows]) for (const { tokens } of row) yield* inInlines(tokens);
  }
}

function* inInlines(tokens: readonly Inline[]): Generator<Link | InlineImage> {
  for (const token of tokens) {
    if (token.type === 'link' || token.type === 'image') yield token;
    if ('tokens' in token) yield* inInlines(token.tokens);
  }
}
