import { type Block, type Paragraph, type Prose, plainText } from '../../model/article.ts';

/** The text of prose as a machine reads it: a line for each paragraph, item and row; cells set apart by a bar. */
export function plainProse(prose: Prose): string {
  return prose.map(plainBlock).filter(Boolean).join('\n');
}

function plainBlock(block: Block): string {
  switch (block.type) {
    case 'paragraph':
    case 'heading':
      return plainText(block.tokens).trim();
    case 'blockquote':
      return plainProse(block.tokens);
    case 'list':
      return block.items
        .map((item) => plainProse(item.tokens))
        .filter(Boolean)
        .join('\n');
    case 'code':
      return block.text;
    case 'table':
      return [block.header, ...block.rows]
        .map((row) => row.map((cell) => plainText(cell.tokens).trim()).join(' | '))
        .join('\n');
    case 'hr':
      return '';
  }
}

/** The first paragraph with text. Undefined if every paragraph contains only images. */
export function lede(body: Prose): string | undefined {
  for (const block of body) {
    const text = block.type === 'paragraph' && !isPictures(block) ? plainText(block.tokens).trim() : '';
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
