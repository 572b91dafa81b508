import type { Block, List, ListItem, Prose } from '../../model/article.ts';
import { isUnseen, styleOf } from './meaning.ts';
import { isBlank } from './paragraphs.ts';
import { attribute, type HtmlElement, type HtmlNode, isElement } from './tree.ts';

type Item = ListItem & { tokens: Block[] };

type ReadProse = (nodes: readonly HtmlNode[]) => Prose | undefined;

/** A list of items. Editors put an inner list beside the item that it belongs to. */
export function listOf(element: HtmlElement, proseOf: ReadProse): Prose | undefined {
  const items: Item[] = [];
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
    const inner = node.tagName === 'ul' || node.tagName === 'ol' ? listOf(node, proseOf) : undefined;
    const last = items.at(-1);
    if (!inner || !last) return undefined;
    last.tokens.push(...inner);
  }
  const start = element.tagName === 'ol' ? Number(attribute(element, 'start') ?? 1) : undefined;
  if (attribute(element, 'reversed') !== undefined || !isStart(start)) return undefined;
  const filled = items.filter(({ tokens }) => tokens.length > 0);
  return filled.length > 0 ? [listFrom(filled, start)] : [];
}

function isStart(start = 1): boolean {
  return Number.isInteger(start) && start >= 0 && start <= 99_999_999;
}

function listFrom(items: readonly Item[], start: number | undefined): List & { items: readonly Item[] } {
  const loose = items.some(({ tokens }) => tokens.filter(({ type }) => type === 'paragraph').length > 1);
  return { type: 'list', ordered: start !== undefined, ...(start === undefined ? {} : { start }), loose, items };
}

/** A paragraph that Word shows as an item of a list. */
interface WordItem {
  readonly level: number;
  /** The number before it; absent for a bullet. */
  readonly start?: number;
  readonly nodes: readonly HtmlNode[];
}

/** Whether a node is a paragraph that Word shows as an item: its style names a list and a level. */
export function isWordItem(node: HtmlNode): node is HtmlElement {
  return isElement(node) && node.tagName === 'p' && /\blevel\d/.test(styleOf(node).get('mso-list') ?? '');
}

function wordItemOf(element: HtmlElement): WordItem | undefined {
  const level = Number(/\blevel(\d+)/.exec(styleOf(element).get('mso-list') ?? '')?.[1]);
  const marker = element.childNodes.find(hasMarker);
  if (!marker) return undefined;
  const label = textOf(marker).trim();
  const number = /^(\d{1,8})[.)]$/.exec(label)?.[1];
  // Markdown has no letters before items, and a text may refer to them. A single letter is a bullet of Wingdings.
  if (number === undefined && label.length > 1 && /[\p{L}\p{N}]/u.test(label)) return undefined;
  const nodes = element.childNodes.filter((node) => node !== marker);
  return { level, nodes, ...(number === undefined ? {} : { start: Number(number) }) };
}

/** Whether a node holds the bullet or the number that Word has written before an item. */
export function isMarker(node: HtmlNode): boolean {
  return isElement(node) && /^ignore$/.test(styleOf(node).get('mso-list') ?? '');
}

function hasMarker(node: HtmlNode): boolean {
  return isMarker(node) || (isElement(node) && node.childNodes.some(hasMarker));
}

function textOf(node: HtmlNode): string {
  if ('value' in node) return node.value;
  return isElement(node) ? node.childNodes.map(textOf).join('') : '';
}

/** The lists of paragraphs that Word shows as items. */
export function wordListsOf(paragraphs: readonly HtmlElement[], proseOf: ReadProse): Prose | undefined {
  const items: (WordItem & { readonly tokens: Prose })[] = [];
  for (const paragraph of paragraphs) {
    const item = wordItemOf(paragraph);
    const tokens = item && proseOf(item.nodes);
    if (!tokens) return undefined;
    items.push({ ...item, tokens });
  }
  return listsOf(items);
}

/** The lists of items, each with the deeper items that follow one of its own. */
function listsOf(items: readonly (WordItem & { readonly tokens: Prose })[]): Prose {
  const lists: List[] = [];
  let own: Item[] = [];
  for (let at = 0; at < items.length; ) {
    const item = items[at];
    if (!item) break;
    let end = at + 1;
    while ((items[end]?.level ?? 0) > item.level) end++;
    const last = lists.at(-1);
    const found: Item = { tokens: [...item.tokens, ...listsOf(items.slice(at + 1, end))] };
    const next = last?.start === undefined ? undefined : last.start + own.length;
    if (last && item.start === next) own.push(found);
    else own = [found];
    const start = own.length === 1 ? item.start : last?.start;
    if (own.length > 1) lists.pop();
    lists.push(listFrom(own, start));
    at = end;
  }
  return lists;
}
