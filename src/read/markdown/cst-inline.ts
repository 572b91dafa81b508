import type { CstInline, CstMark } from '../../model/cst.ts';
import { joinsWithNothing, type Span, span } from '../../text/index.ts';
import { IMAGE } from './article-inlines.ts';
import type { Content, EmphasisNode, InlineNode, LinkNode, Nested } from './tree.ts';
import { decodeReferences } from './unescape.ts';

/** Number of characters before a line end that decide whether it is a space. */
const CONTEXT = 64;

/** Number of characters in which a URL is looked for. */
const LONGEST_URL = 2000;
const SPACE = /\s/;

const LINE_END = /[ \t]*\n[ \t]*/g;

/**
 * The text of a block as written, with its line ends and its emphasis by underscores. Undefined where the inlines are not
 * found in the text, such as in a label with `\[` in it.
 */
export function cstInline(content: Content): CstInline | undefined {
  const { text } = content;
  if (!/[\n_]/.test(text)) return { text, marks: [] };
  const { nodes, end } = content.inlines;
  if (end !== text.length) return undefined;
  const collector = new MarkCollector(text);
  return collector.addAll(nodes) ? { text, marks: collector.marks } : undefined;
}

/** Whether the word that ends at `end` may be a bare URL or email address to some parser. */
export function endsInUrl(text: string, end: number): boolean {
  return URL.test(wordBefore(text, end));
}

/** Whether the word around `at` may be one. */
export function isInUrl(text: string, at: number): boolean {
  return URL.test(wordBefore(text, at) + wordAfter(text, at));
}

/** Whether a word with a URL has an asterisk, which may be part of the URL to some parser, as the second of `*http://a*`. */
export function hasAsteriskInUrl(text: string): boolean {
  return URL.test(text) && (text.match(/\S+/g) ?? []).some((word) => word.includes('*') && URL.test(word));
}

/** Whether the word before a span or the word after it may be a bare URL or email address to some parser. */
function isBesideUrl(text: string, { start, end }: Span): boolean {
  return endsInUrl(text, start) || URL.test(wordAfter(text, end));
}

function wordAfter(text: string, at: number): string {
  return /^\S*/.exec(text.slice(at, at + LONGEST_URL))?.[0] ?? '';
}

const URL = /:\/\/|www\.|@/i;

function wordBefore(text: string, end: number): string {
  let start = end;
  const first = Math.max(0, end - LONGEST_URL);
  // Not with a pattern, which would try each place before the word.
  while (start > first && !SPACE.test(text.charAt(start - 1))) start--;
  return text.slice(start, end);
}

class MarkCollector {
  readonly marks: CstMark[] = [];
  readonly #text: string;
  /** The last characters that a reader sees so far. */
  #tail = '';
  /** The indices in `marks` of the line ends that no visible character follows yet. */
  #pending: number[] = [];

  /** By width: the emphasis so far, and that around the next inline. */
  readonly #emphasis = { 1: { all: 0, open: 0 }, 2: { all: 0, open: 0 } };

  constructor(text: string) {
    this.#text = text;
  }

  /** Adds the marks of inlines that are found in the text; false if one of their parts is not. */
  addAll(nodes: readonly InlineNode[]): boolean {
    return nodes.every((node) => this.#add(node, node.at ?? 0));
  }

  #add(node: InlineNode, at: number): boolean {
    const { raw } = node;
    switch (node.type) {
      case 'text':
        return this.#addText(raw, at);
      case 'em':
      case 'strong':
        return this.#addEmphasis(node, at);
      case 'del':
        return this.#addNested(node);
      case 'codespan':
        return this.#addCode(raw, node.text, at);
      case 'br':
        return this.#addHardBreak(raw, at);
      case 'link':
        return this.#addLink(node, raw, at);
      case 'image':
        return this.#addImage(node, raw, at);
      case 'tag':
        if (node.name === 'br') this.#startLine();
        return true;
      case 'html':
        this.#see(raw);
        return true;
      case 'escape':
        this.#see(node.text);
        return true;
      case 'comment':
      case 'footnote':
        return true;
    }
  }

  #addEmphasis(node: InlineNode & EmphasisNode, at: number): boolean {
    const { raw, width } = node;
    const counts = this.#emphasis[width];
    const index = this.marks.length;
    const mark = { type: 'underscores', span: span(at, at + raw.length), width, isNested: counts.open > 0 } as const;
    if (raw.startsWith('_')) this.marks.push(mark);
    const before = ++counts.all;
    counts.open++;
    const isFound = this.#addNested(node);
    counts.open--;
    if (raw.startsWith('_') && counts.all > before) this.marks[index] = { ...mark, isNested: true };
    return isFound;
  }

  #addNested({ inlines, isFollowed }: Nested): boolean {
    return isFollowed && this.addAll(inlines);
  }

  #addText(raw: string, at: number): boolean {
    let from = 0;
    for (const { 0: found, index } of raw.matchAll(LINE_END)) {
      this.#see(raw.slice(from, index));
      from = index + found.length;
      this.#addSoftBreak(at + index, found.length, index === 0 || from === raw.length);
    }
    this.#see(raw.slice(from));
    return true;
  }

  /** A line end in code is a space. marked and CommonMark disagree about the spaces that follow it. */
  #addCode(raw: string, text: string, at: number): boolean {
    if (/\n[ \t]/.test(raw)) return false;
    // Spaces in code do not belong to a line end beside it.
    this.#see((text || 'x').replace(/[ \t]/g, 'x'));
    this.#addSpaces(raw, at, /\n/g);
    return true;
  }

  #addSpaces(raw: string, at: number, ends: RegExp): void {
    for (const { 0: found, index } of raw.matchAll(ends)) {
      const start = at + index;
      this.marks.push({ type: 'soft', span: span(start, start + found.length), glue: ' ', isTight: false });
    }
  }

  #addHardBreak(raw: string, at: number): boolean {
    const end = at + raw.length;
    const indent = /^[ \t]*/.exec(this.#text.slice(end, end + CONTEXT))?.[0].length ?? 0;
    // A backslash would become part of the URL for some parsers.
    const isAfterUrl = raw.startsWith(' ') && endsInUrl(this.#text, at);
    const whole = span(at, end + indent);
    this.marks.push(isAfterUrl ? { type: 'kept', span: whole, text: '  \n' } : { type: 'hard', span: whole });
    this.#startLine();
    return true;
  }

  #startLine(): void {
    this.#tail = '';
    this.#pending = [];
  }

  #addLink(link: LinkNode, raw: string, at: number): boolean {
    if (link.isAutolink && !raw.startsWith('[')) {
      this.#see(raw);
      return true;
    }
    const end = at + 1 + link.labelLength;
    if (this.#text.charAt(end) !== ']' || !this.#addNested(link)) {
      this.#see(link.text || 'x');
      return !/[\n_]/.test(raw);
    }
    if (link.labelLength === 0) this.#see('x');
    return this.#addTarget(link, raw.slice(1 + link.labelLength), end);
  }

  /** The line ends of the alternative text do not see the text around the image. */
  #addImage(image: LinkNode, raw: string, at: number): boolean {
    this.#see(IMAGE);
    const end = at + 2 + image.labelLength;
    const outside = this.#tail;
    this.#tail = '';
    const isFound = this.#text.charAt(end) === ']' && this.#addNested(image);
    this.#tail = outside;
    this.#pending = [];
    if (!isFound) return !/[\n_]/.test(raw);
    return this.#addTarget(image, raw.slice(end - at), end);
  }

  /** Line ends between a label and the end of the link are spaces, except in a title. */
  #addTarget({ title }: LinkNode, tail: string, at: number): boolean {
    this.#addSpaces(tail, at, LINE_END);
    return title?.includes('\n') !== true;
  }

  #addSoftBreak(at: number, length: number, isTight: boolean): void {
    this.#tail = this.#tail.replace(/(?<![ \t])[ \t]+$/, '');
    this.#pending.push(this.marks.length);
    this.marks.push({ type: 'soft', span: span(at, at + length), glue: ' ', isTight });
  }

  /** Whether other parsers may see other characters beside a line end: a URL, or a delimiter that a URL elsewhere unpairs. */
  #isUncertain(end: Span): boolean {
    const text = this.#text;
    const isDelimited = '*_~'.includes(text.charAt(end.start - 1)) || '*_~'.includes(text.charAt(end.end));
    return isBesideUrl(text, end) || (isDelimited && URL.test(text));
  }

  /** No-break and ideographic spaces count as visible, as they do in the Article. */
  #see(raw: string): void {
    const text = decodeReferences(raw);
    if (/[^ \t\n]/.test(text)) {
      const isJoined = joinsWithNothing(this.#tail, text);
      for (const index of this.#pending) {
        const mark = this.marks[index];
        if (!isJoined || mark?.type !== 'soft') continue;
        // Other parsers would make a URL before Chinese longer, and find none after a Chinese comma.
        this.marks[index] = this.#isUncertain(mark.span)
          ? { type: 'kept', span: mark.span, text: '\n' }
          : { ...mark, glue: '' };
      }
      this.#pending = [];
    }
    this.#tail = (this.#tail + text.slice(-CONTEXT)).slice(-CONTEXT);
  }
}
