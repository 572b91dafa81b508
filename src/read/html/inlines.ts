import type { Inline } from '../../model/article.ts';
import { safeUrl } from '../../model/url.ts';
import { urlRunEnd, withoutTrail } from '../../text/index.ts';
import { ProseBuilder } from '../markdown/prose-builder.ts';
import { isUnseen, type Mark, marksOf } from './meaning.ts';
import { isOfProgram } from './program-comments.ts';
import { tidied } from './tidy.ts';
import { attribute, type HtmlElement, type HtmlNode, isElement } from './tree.ts';

/** The inlines of HTML; undefined if Markdown cannot say the same. */
export function inlinesOf(nodes: readonly HtmlNode[], marks: readonly Mark[] = []): readonly Inline[] | undefined {
  const reader = new InlineReader();
  return reader.read(nodes, marks) ? tidied(reader.prose.build()) : undefined;
}

const ADDRESS = /\b(https?:\/\/)|(?<![\w.+/@-])[\w+-]+(?:\.[\w+-]+)*@[a-z\d-]+(?:\.[a-z\d-]+)+\b/gi;

/** Adds nodes to the inlines of one block. Each method returns whether it can. */
class InlineReader {
  readonly prose = new ProseBuilder();
  /** Whether the last character is white space, so that more of it is not seen. */
  #isSpaced = true;
  #isInLink = false;

  read(nodes: readonly HtmlNode[], [mark, ...marks]: readonly Mark[] = []): boolean {
    if (mark === undefined) return nodes.every((node) => this.#add(node));
    let isRead = false;
    this.prose.nest({ type: mark }, () => {
      isRead = this.read(nodes, marks);
    });
    return isRead;
  }

  #add(node: HtmlNode): boolean {
    if (node.nodeName === '#text' && 'value' in node) return this.#addText(node.value);
    if (node.nodeName === '#comment' && 'data' in node) return isOfProgram(node.data);
    return isElement(node) && this.#addElement(node);
  }

  /** Any run of white space is one space, or nothing between Han characters on two lines. */
  #addText(value: string): boolean {
    const text = value.replace(/[ \t\r\n\f]+/g, (run) => (run.includes('\n') ? '\n' : ' '));
    const shown = this.#isSpaced ? text.replace(/^[ \n]/, '') : text;
    if (shown === '') return true;
    this.#isSpaced = /[ \n]$/.test(shown);
    if (this.#isInLink) this.prose.text(shown);
    else this.#addLinked(shown);
    return true;
  }

  /** Links URLs and email addresses, as most programs do. Otherwise each would need a backslash. */
  #addLinked(text: string): void {
    let at = 0;
    let seen = 0;
    for (const { 0: start, 1: scheme, index } of text.matchAll(ADDRESS)) {
      if (index < seen) continue;
      seen = scheme ? urlRunEnd(text, index + scheme.length) : index + start.length;
      const url = scheme ? withoutTrail(text.slice(index, seen)) : start;
      if (url === scheme || !/^[!-~]+$/.test(url)) continue;
      this.prose.text(text.slice(at, index));
      this.prose.nest({ type: 'link', href: scheme ? url : `mailto:${url}` }, () => this.prose.text(url));
      at = index + url.length;
    }
    this.prose.text(text.slice(at));
  }

  #addElement(element: HtmlElement): boolean {
    switch (element.tagName) {
      case 'br':
        this.#isSpaced = true;
        this.prose.hardBreak();
        return true;
      case 'img':
        return this.#addImage(element);
      case 'a':
        return this.#addLink(element);
      case 'code':
      case 'tt':
        return this.#addCode(element);
      default: {
        const marks = marksOf(element, this.#isInLink);
        return marks !== undefined && this.read(element.childNodes, marks);
      }
    }
  }

  #addImage(element: HtmlElement): boolean {
    const image = imageOf(element);
    if (!image) return false;
    this.#isSpaced = false;
    this.prose.atom(image, '\ufffc');
    return true;
  }

  /** An anchor without a URL is a place, which Markdown does not have. */
  #addLink(element: HtmlElement): boolean {
    const href = attribute(element, 'href')?.trim();
    const marks = marksOf(element, true);
    if (!marks) return false;
    if (href === undefined) return this.read(element.childNodes, marks);
    if (!element.childNodes.some(isSeen)) return this.read(element.childNodes, marks);
    if (href === '' || safeUrl(href) === undefined) return false;
    const title = attribute(element, 'title');
    const isInLink = this.#isInLink;
    this.#isInLink = true;
    let isRead = false;
    this.prose.nest({ type: 'link', href, ...(title ? { title } : {}) }, () => {
      isRead = this.read(element.childNodes, marks);
    });
    this.#isInLink = isInLink;
    return isRead;
  }

  #addCode(element: HtmlElement): boolean {
    const text = codeOf(element)?.replace(/\s+/g, ' ');
    if (!text?.trim()) return false;
    this.#isSpaced = false;
    this.prose.atom({ type: 'codespan', text }, text);
    return true;
  }
}

function isSeen(node: HtmlNode): boolean {
  if ('value' in node) return node.value.trim() !== '';
  return isElement(node) && (node.tagName === 'img' || node.childNodes.some(isSeen));
}

/** The text of an element without elements in it. */
export function codeOf(element: HtmlElement): string | undefined {
  if (isUnseen(element)) return undefined;
  let text = '';
  for (const node of element.childNodes) {
    if (!('value' in node)) return undefined;
    text += node.value;
  }
  return text;
}

/** The image of an `img`. A page that loads its images late has the real URL elsewhere. */
export function imageOf(element: HtmlElement): Extract<Inline, { type: 'image' }> | undefined {
  const href = attribute(element, 'src')?.trim();
  if (!href || safeUrl(href) === undefined || attribute(element, 'usemap') !== undefined || isUnseen(element))
    return undefined;
  const title = attribute(element, 'title');
  const text = (attribute(element, 'alt') ?? '').replace(/\s+/g, ' ').trim();
  return { type: 'image', href, text, ...(title ? { title } : {}) };
}
