import {
  type Attribution,
  type Block,
  type Inline,
  type Paragraph,
  type Prose,
  plainText,
} from '../../model/article.ts';
import { type StruckLabels, struckOut } from '../struck-out.ts';

/**
 * The text of prose as a machine reads it: a line for each paragraph, item and row; cells set apart by a bar; struck-out words
 * with their label, because they would read as valid.
 */
export function plainProse(prose: Prose, labels: StruckLabels): string {
  return prose
    .map((block) => plainBlock(block, labels))
    .filter(Boolean)
    .join('\n');
}

/** The name of a source as a machine reads it. */
export function sourceName({ name, tokens }: Attribution, labels: StruckLabels): string {
  return tokens ? words(tokens, labels) : name;
}

function words(inlines: readonly Inline[], labels: StruckLabels): string {
  return plainText(inlines, (struck) => struckOut(struck, labels)).trim();
}

function plainBlock(block: Block, labels: StruckLabels): string {
  switch (block.type) {
    case 'paragraph':
    case 'heading':
      return words(block.tokens, labels);
    case 'blockquote':
      return plainProse(block.tokens, labels);
    case 'list':
      return block.items
        .map((item) => plainProse(item.tokens, labels))
        .filter(Boolean)
        .join('\n');
    case 'code':
      return block.text;
    case 'table':
      return [block.header, ...block.rows]
        .map((row) => row.map((cell) => words(cell.tokens, labels)).join(' | '))
        .join('\n');
    case 'hr':
      return '';
  }
}

/** The first paragraph with text. Undefined if every paragraph contains only images. */
export function lede(body: Prose, labels: StruckLabels): string | undefined {
  for (const block of body) {
    const text = block.type === 'paragraph' && !isPictures(block) ? words(block.tokens, labels) : '';
    if (text !== '') return text;
  }
  return undefined;
}

/** Whether a paragraph holds images, linked or not, and nothing else. */
export function isPictures({ tokens }: Paragraph): boolean {
  let pictures = 0;
  for (const inline of tokens) {
    if (inline.type === 'image' || (inline.type === 'link' && inline.tokens.every(({ type }) => type === 'image'))) {
      pictures += inline.type === 'image' ? 1 : inline.tokens.length;
    } else if (inline.type !== 'br' && (inline.type !== 'text' || inline.text.trim() !== '')) {
      return false;
    }
  }
  return pictures > 0;
}
