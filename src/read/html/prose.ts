import type { Block, Inline, ListItem, Prose, Table, TableCell } from '../../model/article.ts';
import { codeOf, imageOf, inlinesOf } from './inlines.ts';
import { isBlock, isContainer, isUnseen, type Mark, marksOf } from './meaning.ts';
import { attribute, type HtmlElement, type HtmlNode, isElement } from './tree.ts';

/** The prose of HTML; undefined if Markdown cannot say the same. Inlines outside a block are a paragraph. */
export function proseOf(nodes: readonly HtmlNode[]): Prose | undefined {
  const blocks: Block[] = [];
  let inlines: HtmlNode[] = [];
  const addInlines = (): boolean => {
    const found = paragraphs(inlines);
    inlines = [];
    blocks.push(...(found ?? []));
    return found !== undefined;
  };
  for (const node of nodes) {
    if (!isElement(node) || !isBlock(node)) {
      inlines.push(node);
      continue;
    }
    const found = addInlines() ? blocksOf(node) : undefined;
    if (!found) return undefined;
    blocks.push(...found);
  }
  return addInlines() ? blocks : undefined;
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
      return listOf(element);
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
      return tableOf(element);
    case 'meta':
      return [];
    default:
      return undefined;
  }
}

/** The paragraphs of inlines. Two breaks in a row are the space between two of them. */
function paragraphs(nodes: readonly HtmlNode[], marks: readonly Mark[] = []): Prose | undefined {
  const inlines = nodes.some(isBlock) ? undefined : inlinesOf(nodes, marks);
  if (!inlines) return undefined;
  const lines: Inline[][] = [[]];
  for (const inline of inlines) {
    if (inline.type === 'br') lines.push([]);
    else lines.at(-1)?.push(inline);
  }
  const found: Inline[][] = [];
  let isOpen = false;
  for (const line of lines) {
    const last = found.at(-1);
    if (line.every(isSpace)) isOpen = false;
    else if (last && isOpen) last.push({ type: 'br' }, ...line);
    else isOpen = found.push([...line]) > 0;
  }
  return found.map((tokens) => ({ type: 'paragraph', tokens: trimmed(tokens) }));
}

function isSpace(inline: Inline): boolean {
  return inline.type === 'text' && inline.text.trim() === '';
}

/** Without the breaks and the spaces at both ends, which editors write as `&nbsp;`. */
function trimmed(all: readonly Inline[]): readonly Inline[] {
  const start = all.findIndex((inline) => inline.type !== 'br' && !isSpace(inline));
  const end = all.findLastIndex((inline) => inline.type !== 'br' && !isSpace(inline)) + 1;
  const tokens = start === -1 ? [] : all.slice(start, end);
  const kept = tokens.map((token, index): Inline => {
    if (token.type !== 'text') return token;
    const text = index === 0 ? token.text.trimStart() : token.text;
    return { type: 'text', text: index === tokens.length - 1 ? text.trimEnd() : text };
  });
  return kept.filter((token) => token.type !== 'text' || token.text !== '');
}

function isBlank(node: HtmlNode): boolean {
  return node.nodeName === '#comment' || ('value' in node && node.value.trim() === '');
}

/** A list of items. Editors put an inner list beside the item that it belongs to. */
function listOf(element: HtmlElement): Prose | undefined {
  const items: (ListItem & { tokens: Block[] })[] = [];
  for (const node of element.childNodes) {
    if (isBlank(node)) continue;
    if (!isElement(node)) return undefined;
    if (node.tagName === 'li') {
      const isPlain = !isUnseen(node) && attribute(node, 'value') === undefined;
      const tokens = isPlain ? proseOf(node.childNodes) : undefined;
      if (!tokens) return undefined;
      items.push({ tokens: [...tokens] });
      continue;
    }
    const inner = node.tagName === 'ul' || node.tagName === 'ol' ? listOf(node) : undefined;
    const last = items.at(-1);
    if (!inner || !last) return undefined;
    last.tokens.push(...inner);
  }
  const ordered = element.tagName === 'ol';
  const start = Number(attribute(element, 'start') ?? 1);
  if (attribute(element, 'reversed') !== undefined || !Number.isInteger(start) || start < 0 || start > 99_999_999)
    return undefined;
  const filled = items.filter(({ tokens }) => tokens.length > 0);
  const loose = filled.some(({ tokens }) => tokens.filter(({ type }) => type === 'paragraph').length > 1);
  return filled.length > 0 ? [{ type: 'list', ordered, ...(ordered ? { start } : {}), loose, items: filled }] : [];
}

function preOf(element: HtmlElement): Prose | undefined {
  const [only, ...more] = element.childNodes;
  const isCode = only && isElement(only) && only.tagName === 'code' && more.length === 0;
  const text = codeOf(isCode ? only : element)?.replace(/\n$/, '');
  return text?.trim() ? [{ type: 'code', text }] : undefined;
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

/** A table with a row of headings, in which no cell spans others or has blocks. */
function tableOf(element: HtmlElement): Prose | undefined {
  const parts = element.childNodes.filter((node) => !isBlank(node));
  const rows: HtmlElement[] = [];
  for (const part of parts) {
    if (!isElement(part) || !/^(?:thead|tbody)$/.test(part.tagName)) return undefined;
    for (const row of part.childNodes) if (!isBlank(row)) if (isElement(row)) rows.push(row);
  }
  const cells: TableCell[][] = [];
  for (const [index, row] of rows.entries()) {
    const found = cellsOf(row, index === 0);
    if (!found || (cells[0] && found.length !== cells[0].length)) return undefined;
    cells.push(found);
  }
  const [header, ...others] = cells;
  if (!header) return undefined;
  const table: Table = { type: 'table', align: header.map(() => null), header, rows: others };
  return [table];
}

function cellsOf(row: HtmlElement, isHeader: boolean): TableCell[] | undefined {
  const cells: TableCell[] = [];
  for (const cell of row.childNodes) {
    if (isBlank(cell)) continue;
    if (!isElement(cell) || isUnseen(cell) || cell.tagName !== (isHeader ? 'th' : 'td')) return undefined;
    if (['colspan', 'rowspan'].some((name) => (attribute(cell, name) ?? '1') !== '1')) return undefined;
    const [only, ...more] = proseOf(cell.childNodes) ?? [{ type: 'hr' }];
    if (more.length > 0 || (only && only.type !== 'paragraph')) return undefined;
    cells.push({ tokens: only?.tokens ?? [] });
  }
  return cells;
}
