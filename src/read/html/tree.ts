import { type DefaultTreeAdapterTypes, defaultTreeAdapter, parseFragment } from 'parse5';
import { applyEdits } from '../../text/index.ts';
import { commentsOf } from '../markdown/html.ts';

export type HtmlElement = DefaultTreeAdapterTypes.Element;
export type HtmlNode = DefaultTreeAdapterTypes.ChildNode;

/** No page of a newsroom comes near these limits. */
const LIMITS = { length: 2_000_000, depth: 100 };

/** Thrown to leave the parser. */
class ExcessHtmlError extends Error {}

/**
 * The nodes of HTML as a browser reads it, with their places in it. Undefined for HTML that is too long, nested too deeply,
 * or has an end tag without a start tag, whose start tag may be elsewhere.
 */
export function parseHtml(html: string): readonly HtmlNode[] | undefined {
  const nodes = parsePage(html);
  return nodes && hasStrayEnd(html, nodes) ? undefined : nodes;
}

/** The nodes of HTML with its mistakes mended, as a browser shows it. Undefined for HTML that is too long or nested too deeply. */
export function parsePage(html: string): readonly HtmlNode[] | undefined {
  if (html.length > LIMITS.length) return undefined;
  try {
    const treeAdapter = new BoundedAdapter(html.length).adapter;
    return parseFragment(html, { sourceCodeLocationInfo: true, treeAdapter }).childNodes;
  } catch (error) {
    if (error instanceof ExcessHtmlError) return undefined;
    throw error;
  }
}

/** Refuses deep trees, and formatting elements that the parser repeats in each block until there are millions. */
class BoundedAdapter {
  readonly #depths = new WeakMap<object, number>();
  #left: number;

  constructor(length: number) {
    this.#left = length;
  }

  get adapter(): typeof defaultTreeAdapter {
    return {
      ...defaultTreeAdapter,
      createElement: (...facts) => {
        if (--this.#left < 0) throw new ExcessHtmlError();
        return defaultTreeAdapter.createElement(...facts);
      },
      appendChild: (parent, child) => {
        const depth = (this.#depths.get(parent) ?? 0) + 1;
        if (depth > LIMITS.depth) throw new ExcessHtmlError();
        this.#depths.set(child, depth);
        defaultTreeAdapter.appendChild(parent, child);
      },
    };
  }
}

export function isElement(node: HtmlNode): node is HtmlElement {
  return 'tagName' in node;
}

/** HTML with spaces in place of its comments. */
function withSpaces(html: string): string {
  const blank = [...commentsOf(html)].map((comment) => ({
    span: comment,
    text: ' '.repeat(comment.end - comment.start),
  }));
  return applyEdits(html, blank);
}

/** End tags that may stand alone: the parser makes an empty paragraph or a break of them, or the page has them. */
const ALONE = new Set(['p', 'br', 'html', 'body', 'head']);

function hasStrayEnd(html: string, nodes: readonly HtmlNode[]): boolean {
  const ends = new Set<number>();
  const visit = (node: HtmlNode): void => {
    if (!isElement(node)) return;
    const end = node.sourceCodeLocation?.endTag;
    if (end) ends.add(end.startOffset);
    node.childNodes.forEach(visit);
  };
  nodes.forEach(visit);
  return [...withSpaces(html).matchAll(/<\/([a-z][^\s/>]*)/gi)].some(
    ({ 1: name = '', index }) => !ends.has(index) && !ALONE.has(name.toLowerCase()),
  );
}

/** Elements whose end tag HTML lets a writer leave out. */
const OPTIONAL_END = new Set(['p', 'li', 'thead', 'tbody', 'tfoot', 'tr', 'td', 'th']);
const VOID = new Set(['br', 'img', 'hr', 'meta', 'col', 'wbr']);

/** Whether an element has no end tag and needs one, so that it may contain the Markdown after it. */
export function isUnclosed({ tagName, sourceCodeLocation }: HtmlElement): boolean {
  if (!sourceCodeLocation || VOID.has(tagName) || OPTIONAL_END.has(tagName)) return false;
  return !sourceCodeLocation.endTag;
}

export function attribute({ attrs }: HtmlElement, name: string): string | undefined {
  return attrs.find((one) => one.name === name)?.value;
}
