import type { MarkedToken, Token, Tokens } from 'marked';
import { plainText } from '../../model/article.ts';
import type { PassageMark } from '../../model/passage.ts';
import { OBJECT, span, VERBATIM } from '../../text/index.ts';
import { convertInlines } from './inlines.ts';
import { SourceBlock } from './source-block.ts';
import { decodeReferences, unescapeText } from './unescape.ts';

/** A stretch of what a reader sees; `from` and `to` are offsets into the block's text. */
export interface Piece {
  readonly text: string;
  readonly from: number;
  readonly to: number;
  readonly kind: 'exact' | 'other' | 'soft' | 'comment';
}

/** A mark, by the pieces that it spans. */
export type PieceMark = Omit<PassageMark, 'text' | 'span'> & {
  readonly first: number;
  readonly last: number;
  readonly from: number;
  readonly to: number;
};

const LINE_END_OR_REFERENCE = /[ \t]*\n[ \t]*|&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,31});/g;

/** The tokens of a block as pieces, in order. */
export class Pieces {
  readonly list: Piece[] = [];
  readonly marks: PieceMark[] = [];
  readonly #text: string;

  constructor(text: string) {
    this.#text = text;
  }

  /** Where the tokens end that begin at an offset, or undefined when they are not what stands there. */
  all(tokens: readonly Token[], from: number): number | undefined {
    let at = from;
    for (const token of tokens) {
      if (!this.#text.startsWith(token.raw, at)) return undefined;
      this.#one(token as MarkedToken, at);
      at += token.raw.length;
    }
    return at;
  }

  /** Takes back what came after `index`, for one piece in its place. */
  replace(index: number, from: number, text: string, to: number): void {
    this.list.length = index;
    while ((this.marks.at(-1)?.last ?? -1) >= index) this.marks.pop();
    this.#add(text, from, to, 'other');
  }

  #add(text: string, from: number, to: number, kind: Piece['kind']): void {
    this.list.push({ text, from, to, kind });
  }

  #one(token: MarkedToken, at: number): void {
    const end = at + token.raw.length;
    switch (token.type) {
      case 'text':
        this.#words(token.raw, at);
        break;
      case 'em':
      case 'strong':
      case 'del': {
        const width = token.type === 'em' ? 1 : token.type === 'strong' || token.raw.startsWith('~~') ? 2 : 1;
        this.#marked({ type: token.type }, token, at, at + width, end - width);
        break;
      }
      case 'codespan':
        this.#atom(VERBATIM, { type: 'codespan' }, at, end);
        break;
      case 'br':
        this.#add('\n', at, end, 'other');
        break;
      case 'link':
        this.#link(token, at, end);
        break;
      case 'image': {
        const alt = wordsOf(token.tokens);
        this.#atom(OBJECT, { type: 'image', alt } as never, at, end);
        break;
      }
      case 'html':
        this.#add(
          token.raw.startsWith('<!--') ? '' : VERBATIM,
          at,
          end,
          token.raw.startsWith('<!--') ? 'comment' : 'other',
        );
        break;
      case 'escape':
        this.#add(token.text, at, end, 'other');
        break;
      default:
    }
  }

  #words(raw: string, at: number): void {
    let from = 0;
    const exact = (to: number): void => {
      if (to > from) this.#add(raw.slice(from, to), at + from, at + to, 'exact');
    };
    if (/[\n&]/.test(raw)) {
      for (const { 0: found, index } of raw.matchAll(LINE_END_OR_REFERENCE)) {
        const decoded = found.includes('\n') ? undefined : decodeReferences(found);
        if (decoded === found) continue;
        exact(index);
        from = index + found.length;
        this.#add(decoded ?? ' ', at + index, at + from, decoded === undefined ? 'soft' : 'other');
      }
    }
    exact(raw.length);
  }

  #atom(text: string, mark: { readonly type: 'codespan' | 'image' }, from: number, to: number): void {
    this.marks.push({ ...mark, first: this.list.length, last: this.list.length, from, to } as PieceMark);
    this.#add(text, from, to, 'other');
  }

  #marked(
    mark: { readonly type: string },
    token: { readonly raw: string; readonly tokens: readonly Token[] },
    at: number,
    start: number,
    end: number,
  ): void {
    const first = this.list.length;
    const index = this.marks.push({ ...mark, first, last: first, from: at, to: at + token.raw.length } as PieceMark);
    if (this.all(token.tokens, start) !== end) {
      this.list.length = first;
      this.marks.length = index;
      this.#add(wordsOf(token.tokens), at, at + token.raw.length, 'other');
    }
    const own = this.marks[index - 1];
    if (own) this.marks[index - 1] = { ...own, last: this.list.length - 1 };
  }

  #link(token: Tokens.Link, at: number, end: number): void {
    const href = token.autolink ? decodeReferences(token.href) : unescapeText(token.href);
    const isBare = token.autolink === true && !token.raw.startsWith('<');
    const mark = { type: 'link', href, isBare };
    if (!token.raw.startsWith('[')) {
      const first = this.list.length;
      this.marks.push({ ...mark, first, last: first, from: at, to: end } as PieceMark);
      this.#add(VERBATIM.repeat(token.text.length || 1), at, end, 'other');
      return;
    }
    const label = token.tokens.reduce((length, inner) => length + inner.raw.length, 0);
    this.#marked(mark, token, at, at + 1, at + 1 + label);
  }
}

/** What a reader sees of tokens, where nothing else is known of them. */
export function wordsOf(tokens: readonly Token[]): string {
  const nowhere = new SourceBlock('', span(0, 0), new Map() as never, []);
  return plainText(convertInlines(tokens, nowhere));
}
