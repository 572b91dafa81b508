import type { Labels } from '../../../model/house.ts';
import { safeUrl } from '../../../model/url.ts';
import { labelled } from '../../labelled.ts';
import {
  append,
  attributeOf,
  classesOf,
  createElement,
  elementsIn,
  isPageElement,
  type PageElement,
  type PageNode,
  type PageParent,
  replaceElements,
  textIn,
  textNode,
} from '../../styled/tree.ts';

/** The only links that WeChat keeps. */
const OWN_LINK = /^https?:\/\/mp\.weixin\.qq\.com(?:[/?#]|$)/i;

/** What links become: a number after their words, and a note at the end of the story. */
class LinkNotes {
  readonly #numbers = new Map<string, number>();
  readonly #labels: Labels;
  readonly list: string[] = [];
  readonly #first: number;

  constructor(first: number, labels: Labels) {
    this.#first = first;
    this.#labels = labels;
  }

  /** The number of a URL. Its note has the words of its first link. */
  numberOf(url: string, words: string, title: string): number {
    const known = this.#numbers.get(url);
    if (known !== undefined) return known;
    const { open, close } = this.#labels;
    const number = this.#first + this.#numbers.size;
    this.#numbers.set(url, number);
    const more = title === '' ? '' : `${open}${title}${close}`;
    this.list.push(`[${number}] ${words === '' ? url : labelled(words, url, this.#labels)}${more}`);
    return number;
  }
}

/** Makes numbered notes of links, because WeChat removes links to other sites. The notes follow the footnotes. */
export function numberLinks(page: PageParent, footnotes: number, labels: Labels): void {
  const notes = new LinkNotes(footnotes + 1, labels);
  replaceElements(page, (element) => (element.tagName === 'a' ? withoutLink(element, notes) : undefined));
  if (notes.list.length > 0) addNotes(page, notes.list, labels);
}

/** What replaces a link; undefined if WeChat keeps it. */
function withoutLink(link: PageElement, notes: LinkNotes): readonly PageNode[] | undefined {
  const href = attributeOf(link, 'href') ?? '';
  const role = attributeOf(link, 'role');
  if (role === 'doc-noteref') return [textNode(`[${textIn(link)}]`)];
  if (role === 'doc-backlink') {
    trimBefore(link);
    return [];
  }
  return OWN_LINK.test(href) ? undefined : withNumber(link, href, notes);
}

function withNumber(link: PageElement, href: string, notes: LinkNotes): readonly PageNode[] {
  const url = href.replace(/^mailto:/i, '');
  const words = textIn(link).trim();
  const isShown = words === url || safeUrl(words) === href;
  if (url === '' || isShown) return link.childNodes;
  const number = notes.numberOf(url, words, attributeOf(link, 'title') ?? '');
  return [...link.childNodes, createElement(link, 'sup', '', [textNode(`[${number}]`)])];
}

/** Removes the space before a link back from a footnote. */
function trimBefore(link: PageElement): void {
  const siblings = link.parentNode?.childNodes ?? [];
  const before = siblings[siblings.indexOf(link) - 1];
  if (before?.nodeName === '#text' && 'value' in before) before.value = before.value.trimEnd();
}

/** Adds the notes to the footnotes of the story, or in a section of their own at its end. */
function addNotes(page: PageParent, list: readonly string[], labels: Labels): void {
  const elements = elementsIn(page);
  const [like] = elements;
  if (!like) return;
  const notes = list.map((text) => createElement(like, 'section', 'note', [textNode(text)]));
  const footnotes = elements.find((element) => classesOf(element).includes('footnotes'));
  if (footnotes) append(footnotes, spaced(notes));
  else appendSection(page, like, notes, labels);
}

function appendSection(page: PageParent, like: PageElement, notes: readonly PageNode[], labels: Labels): void {
  const heading = createElement(like, 'h2', '', [textNode(labels.footnotes)]);
  const [story, ...others] = page.childNodes.filter((node) => isPageElement(node) && node.tagName !== 'style');
  const end = story && isPageElement(story) && others.length === 0 ? story : page;
  append(end, spaced([createElement(like, 'section', 'footnotes', spaced([heading, ...notes]))]));
}

function spaced(nodes: readonly PageNode[]): readonly PageNode[] {
  return nodes.flatMap((node) => [node, textNode('\n')]);
}
