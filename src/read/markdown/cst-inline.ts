import type { MarkedToken, Token, Tokens } from 'marked';
import type { CstInline, CstMark } from '../../model/cst.ts';
import { joinsWithNothing, span } from '../../text/index.ts';
import { IMAGE } from './inlines.ts';
import { decodeReferences } from './unescape.ts';

/** So many characters before a line end decide whether it is a space. */
const CONTEXT = 64;

const LINE_END = /[ \t]*\n[ \t]*/g;

/**
 * The text of a block as written, with its line ends and its emphasis by underscores found again through marked's
 * tokens, whose `raw` together is the text. Undefined where it is not, as in a label with `\[` in it.
 */
export function cstInline(text: string, tokens: readonly Token[]): CstInline | undefined {
  if (!/[\n_]/.test(text)) return { text, marks: [] };
  const walk = new Walk(text);
  return walk.all(tokens, 0) === text.length ? { text, marks: walk.marks } : undefined;
}

class Walk {
  readonly marks: CstMark[] = [];
  readonly #text: string;
  /** What a reader sees before here, its last characters. */
  #tail = '';
  /** Where the line ends begin in `marks` that nothing is seen behind yet. */
  #pending: number[] = [];

  constructor(text: string) {
    this.#text = text;
  }

  /** Where the tokens end that begin at an offset, or undefined when they are not what stands there. */
  all(tokens: readonly Token[], from: number): number | undefined {
    let at = from;
    for (const token of tokens) {
      if (!this.#text.startsWith(token.raw, at) || !this.#one(token as MarkedToken, at)) return undefined;
      at += token.raw.length;
    }
    return at;
  }

  /** Whether a token could be followed. */
  #one(token: MarkedToken, at: number): boolean {
    switch (token.type) {
      case 'text':
        return this.#words(token.raw, at);
      case 'em':
      case 'strong':
        return this.#emphasis(token.raw, token.tokens, at, token.type === 'em' ? 1 : 2);
      case 'del':
        return this.#inside(token.tokens, at, token.raw, token.raw.startsWith('~~') ? 2 : 1);
      case 'codespan':
        return this.#code(token, at);
      case 'br':
        return this.#hardBreak(token.raw, at);
      case 'link':
      case 'image':
        return this.#link(token, at);
      case 'html':
        if (!token.raw.startsWith('<!--')) this.#see(token.raw);
        return true;
      case 'escape':
        this.#see(token.text);
        return true;
      default:
        return token.type === 'checkbox';
    }
  }

  #words(raw: string, at: number): boolean {
    let from = 0;
    for (const { 0: found, index } of raw.matchAll(LINE_END)) {
      this.#see(raw.slice(from, index));
      from = index + found.length;
      this.#soft(at + index, found.length, index === 0 || from === raw.length);
    }
    this.#see(raw.slice(from));
    return true;
  }

  #emphasis(raw: string, tokens: readonly Token[], at: number, width: 1 | 2): boolean {
    if (raw.startsWith('_')) this.marks.push({ type: 'underscores', span: span(at, at + raw.length), width });
    return this.#inside(tokens, at, raw, width);
  }

  #inside(tokens: readonly Token[], at: number, raw: string, width: number): boolean {
    return this.all(tokens, at + width) === at + raw.length - width;
  }

  /** A line end in code is a space, whatever stands beside it; blanks behind it mean one thing to marked and another to CommonMark. */
  #code({ raw, text }: Tokens.Codespan, at: number): boolean {
    if (/\n[ \t]/.test(raw)) return false;
    // Its blanks are not those beside a line end.
    this.#see((text || 'x').replace(/[ \t]/g, 'x'));
    this.#spaces(raw, at, /\n/g);
    return true;
  }

  #spaces(raw: string, at: number, ends: RegExp): void {
    for (const { 0: found, index } of raw.matchAll(ends)) {
      const start = at + index;
      this.marks.push({ type: 'soft', span: span(start, start + found.length), glue: ' ', isTight: false });
    }
  }

  #hardBreak(raw: string, at: number): boolean {
    const end = at + raw.length;
    const blanks = /^[ \t]*/.exec(this.#text.slice(end, end + CONTEXT))?.[0].length ?? 0;
    this.marks.push({ type: 'hard', span: span(at, end + blanks) });
    this.#tail = '';
    this.#pending = [];
    return true;
  }

  #link(token: Tokens.Link | Tokens.Image, at: number): boolean {
    const { raw } = token;
    const open = token.type === 'image' ? 2 : 1;
    if (!raw.startsWith('[', open - 1)) {
      this.#see(raw);
      return true;
    }
    const label = token.tokens.reduce((length, inner) => length + inner.raw.length, 0);
    const end = at + open + label;
    if (token.type === 'image') return this.#image(token, at, end);
    if (this.#text.charAt(end) !== ']' || this.all(token.tokens, at + open) !== end) {
      this.#see(token.text || 'x');
      return !/[\n_]/.test(raw);
    }
    if (label === 0) this.#see('x');
    return this.#target(token, raw.slice(open + label), end);
  }

  /** The alternative text is a text of its own. */
  #image(token: Tokens.Image, at: number, end: number): boolean {
    this.#see(IMAGE);
    const outside = this.#tail;
    this.#tail = '';
    const isFound = this.#text.charAt(end) === ']' && this.all(token.tokens, at + 2) === end;
    this.#tail = outside;
    this.#pending = [];
    if (!isFound) return !/[\n_]/.test(token.raw);
    return this.#target(token, token.raw.slice(end - at), end);
  }

  /** What stands behind a label: the line ends in it are spaces, but in a title. */
  #target({ title }: Tokens.Link | Tokens.Image, tail: string, at: number): boolean {
    this.#spaces(tail, at, LINE_END);
    return title?.includes('\n') !== true;
  }

  #soft(at: number, length: number, isTight: boolean): void {
    this.#tail = this.#tail.replace(/(?<![ \t])[ \t]+$/, '');
    this.#pending.push(this.marks.length);
    this.marks.push({ type: 'soft', span: span(at, at + length), glue: ' ', isTight });
  }

  /** A no-break space and an ideographic one are seen, as whoever reads the prose sees them. */
  #see(raw: string): void {
    const text = decodeReferences(raw);
    if (/[^ \t\n]/.test(text)) {
      const isJoined = joinsWithNothing(this.#tail, text);
      for (const index of this.#pending) {
        const mark = this.marks[index];
        if (isJoined && mark?.type === 'soft') this.marks[index] = { ...mark, glue: '' };
      }
      this.#pending = [];
    }
    this.#tail = (this.#tail + text.slice(-CONTEXT)).slice(-CONTEXT);
  }
}
