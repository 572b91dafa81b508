import type { Block, Inline, Prose } from '../../model/article.ts';
import { isMarker } from './lists.ts';
import { attribute, type HtmlNode, isElement } from './tree.ts';

/*
 * What a reader sees of HTML and of prose, without white space: the same letters and marks in the same order. Alternative
 * texts and titles of images count, because a post prints them. Bullets and numbers of items do not.
 */

export function wordsOfHtml(nodes: readonly HtmlNode[]): string {
  return withoutSpace(nodes.map(textOf).join(''));
}

function textOf(node: HtmlNode): string {
  if ('value' in node) return node.value;
  if (!isElement(node) || isMarker(node)) return '';
  if (node.tagName === 'img') return (attribute(node, 'alt') ?? '') + (attribute(node, 'title') ?? '');
  return node.childNodes.map(textOf).join('');
}

export function wordsOfProse(prose: Prose): string {
  return withoutSpace(prose.map(textOfBlock).join(''));
}

function textOfBlock(block: Block): string {
  switch (block.type) {
    case 'paragraph':
    case 'heading':
      return textOfInlines(block.tokens);
    case 'blockquote':
      return block.tokens.map(textOfBlock).join('');
    case 'list':
      return block.items.map(({ tokens }) => tokens.map(textOfBlock).join('')).join('');
    case 'table':
      return [block.header, ...block.rows].flatMap((row) => row.map(({ tokens }) => textOfInlines(tokens))).join('');
    case 'code':
      return block.text;
    case 'hr':
      return '';
  }
}

function textOfInlines(inlines: readonly Inline[]): string {
  return inlines
    .map((inline) => {
      if ('tokens' in inline) return textOfInlines(inline.tokens);
      if (inline.type === 'image') return inline.text + (inline.title ?? '');
      return inline.type === 'br' || inline.type === 'footnote' ? '' : inline.text;
    })
    .join('');
}

/** A reader misses neither white space nor a character that asks for none. */
export function withoutSpace(text: string): string {
  return text.replace(/\s+/g, '');
}
