import type { PassageMark } from '../../model/passage.ts';
import { OBJECT, type Span, span, VERBATIM } from '../../text/index.ts';
import { wordsOf } from './article-inlines.ts';
import { type InlineNode, type LinkNode, type Nested, TEXT_PARTS } from './tree.ts';
import { decodeReferences } from './unescape.ts';

/** A part of what a reader sees; `from` and `to` are offsets in the block's text. */
export interface PassagePiece {
  readonly text: string;
  readonly from: number;
  readonly to: number;
  readonly kind: 'exact' | 'other' | 'soft' | 'comment';
}

type MarkFacts = PassageMark extends infer M ? (M extends PassageMark ? Omit<M, 'text' | 'span'> : never) : never;

/** A mark with the indices of its first and last piece, and its offsets in the block's text. */
export interface PassagePieceMark {
  readonly facts: MarkFacts;
  readonly first: number;
  readonly last: number;
  readonly from: number;
  readonly to: number;
}

/** The inlines of a block as pieces, in order. */
export class Pieces {
  readonly list: PassagePiece[] = [];
  readonly marks: PassagePieceMark[] = [];
  /** The tags of raw HTML, as offsets in the block's text. */
  readonly tags: Span[] = [];

  /** Adds inlines that are found in the text. */
  addAll(nodes: readonly InlineNode[]): void {
    for (const node of nodes) this.#add(node, node.at ?? 0);
  }

  /** Adds words of which only the surroundings are found in the text. */
  addUnknown(words: string, from: number, to: number): void {
    this.#push(words, from, to, 'other');
  }

  #push(text: string, from: number, to: number, kind: PassagePiece['kind']): void {
    this.list.push({ text, from, to, kind });
  }

  #add(node: InlineNode, at: number): void {
    const end = at + node.raw.length;
    switch (node.type) {
      case 'text':
        this.#addText(node.raw, at);
        break;
      case 'em':
      case 'strong':
      case 'del':
        this.#addNested({ type: node.type }, node, at, end);
        break;
      case 'codespan':
        this.#addAtom(VERBATIM, { type: 'codespan' }, at, end);
        break;
      case 'br':
        this.#push('\n', at, end, 'other');
        break;
      case 'tag':
        if (node.name === 'br') this.#push('\n', at, end, 'other');
        break;
      case 'link':
        this.#addLink(node, node.raw, at, end);
        break;
      case 'image':
        this.#addAtom(OBJECT, { type: 'image', alt: wordsOf(node.inlines) }, at, end);
        break;
      case 'footnote':
        this.#addAtom('', { type: 'footnote' }, at, end);
        break;
      case 'comment':
        this.#push('', at, end, 'comment');
        break;
      case 'html':
        this.tags.push(span(at, end));
        this.#push(VERBATIM, at, end, 'other');
        break;
      case 'escape':
        this.#push(node.text, at, end, 'other');
        break;
    }
  }

  #addText(raw: string, at: number): void {
    let from = 0;
    const addExact = (to: number): void => {
      if (to > from) this.#push(raw.slice(from, to), at + from, at + to, 'exact');
    };
    if (/[\n&]/.test(raw)) {
      for (const { 0: found, index } of raw.matchAll(TEXT_PARTS)) {
        const decoded = found.includes('\n') ? undefined : decodeReferences(found);
        if (decoded === found) continue;
        addExact(index);
        from = index + found.length;
        this.#push(decoded ?? ' ', at + index, at + from, decoded === undefined ? 'soft' : 'other');
      }
    }
    addExact(raw.length);
  }

  #addAtom(text: string, facts: MarkFacts, from: number, to: number): void {
    this.marks.push({ facts, first: this.list.length, last: this.list.length, from, to });
    this.#push(text, from, to, 'other');
  }

  #addNested(facts: MarkFacts, { inlines, isFollowed }: Nested, from: number, to: number): void {
    const first = this.list.length;
    const index = this.marks.push({ facts, first, last: first, from, to }) - 1;
    if (isFollowed) this.addAll(inlines);
    else this.addUnknown(wordsOf(inlines), from, to);
    this.marks[index] = { facts, first, last: this.list.length - 1, from, to };
  }

  #addLink(link: LinkNode, raw: string, at: number, end: number): void {
    const { href, isAutolink, text } = link;
    const facts = { type: 'link', href, isBare: isAutolink && !/^[<[]/.test(raw) } as const;
    if (isAutolink) this.#addAtom(VERBATIM.repeat(text.length || 1), facts, at, end);
    else this.#addNested(facts, link, at, end);
  }
}
