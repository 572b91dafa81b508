import type { Block, Prose } from '../../model/article.ts';
import { codeOf, imageOf, inlinesOf } from './inlines.ts';
import { isWordItem, listOf, wordListsOf } from './lists.ts';
import { isBlock, isContainer, isUnseen, marksOf } from './meaning.ts';
import { isBlank, paragraphs, trimmed } from './paragraphs.ts';
import { tableOf } from './tables.ts';
import { attribute, type HtmlElement, type HtmlNode, isElement } from './tree.ts';

/** The prose of HTML; undefined if Markdown cannot say the same. Inlines outside a block are a paragraph. */
export function proseOf(nodes: readonly HtmlNode[]): Prose | undefined {
  const blocks: Block[] = [];
  for (const part of partsOf(nodes)) {
    const [first] = part;
    const isItems = part.some(isWordItem);
    const own = isItems
      ? wordListsOf(part.filter(isWordItem), paragraphs)
      : first && isElement(first) && isBlock(first)
        ? blocksOf(first)
        : paragraphs(part);
    if (!own) return undefined;
    blocks.push(...own);
  }
  return blocks;
}

/** Nodes that are read together: a block, the inlines between two blocks, or the items of a list of Word. */
export function partsOf(nodes: readonly HtmlNode[]): readonly (readonly HtmlNode[])[] {
  const parts: HtmlNode[][] = [];
  let last: 'inlines' | 'items' | undefined;
  for (const node of nodes) {
    const kind = isWordItem(node) ? 'items' : isBlock(node) ? undefined : 'inlines';
    const isBetween = last === 'items' && isBlank(node);
    if (isBetween || (kind && kind === last)) parts.at(-1)?.push(node);
    else parts.push([node]);
    if (!isBetween) last = kind;
  }
  return parts;
}

function blocksOf(element: HtmlElement): Prose | undefined {
  const { tagName, childNodes } = element;
  if (isContainer(element)) return proseOf(childNodes);
  if (isUnseen(element)) return undefined;
  switch (tagName) {
    case 'p': {
      const marks = marksOf(element, false);
      return marks && paragraphs(childNodes, marks);
    }
    case 'h1':
    case 'h2':
    case 'h3':
    case 'h4':
    case 'h5':
    case 'h6': {
      const tokens = childNodes.some(isBlock) ? undefined : inlinesOf(childNodes);
      const words = tokens && trimmed(tokens);
      return words && (words.length > 0 ? [{ type: 'heading', depth: Number(tagName[1]), tokens: words }] : []);
    }
    case 'ul':
    case 'ol':
      return listOf(element, proseOf);
    case 'blockquote': {
      const tokens = proseOf(childNodes);
      return tokens && (tokens.length > 0 ? [{ type: 'blockquote', tokens }] : []);
    }
    case 'hr':
      return [{ type: 'hr' }];
    case 'pre':
      return preOf(element);
    case 'figure':
      return figureOf(element);
    case 'table':
      return tableOf(element, proseOf);
    case 'meta':
      return [];
    default:
      return undefined;
  }
}

function preOf(element: HtmlElement): Prose | undefined {
  const [only, ...more] = element.childNodes;
  const isCode = only && isElement(only) && only.tagName === 'code' && more.length === 0;
  const text = codeOf(isCode ? only : element)?.replace(/\n$/, '');
  const lang = isCode ? /(?:^|\s)language-([\w+#-]+)/.exec(attribute(only, 'class') ?? '')?.[1] : undefined;
  return text?.trim() ? [{ type: 'code', ...(lang ? { lang } : {}), text }] : undefined;
}

/** An image with its caption, which a post prints under it. */
function figureOf(element: HtmlElement): Prose | undefined {
  const nodes = element.childNodes.filter((node) => !isBlank(node));
  const caption = nodes.find((node) => isElement(node) && node.tagName === 'figcaption');
  const [only, ...more] = nodes.filter((node) => node !== caption);
  if (!only || !isElement(only) || more.length > 0) return undefined;
  if (only.tagName === 'table' || only.tagName === 'blockquote') return caption ? undefined : blocksOf(only);
  if (!caption) return paragraphs([only]);
  const image = only.tagName === 'img' ? imageOf(only) : undefined;
  const words = isElement(caption) && !isUnseen(caption) ? inlinesOf(caption.childNodes) : undefined;
  if (!image || !words?.every(({ type }) => type === 'text')) return undefined;
  const title = words
    .map((word) => (word.type === 'text' ? word.text : ''))
    .join('')
    .trim();
  if (title === '') return [{ type: 'paragraph', tokens: [image] }];
  return image.title === undefined ? [{ type: 'paragraph', tokens: [{ ...image, title }] }] : undefined;
}
