import type { Token, Tokens } from 'marked';
import { flanking } from './flanking.ts';
import { ExcessError, LIMITS, type Meter } from './limits.ts';

/** A run of `*` or `_`, or a pair of tildes, that may open or close emphasis or strikethrough. */
class Delimiters {
  readonly type = 'delimiters';
  readonly raw: string;
  readonly canOpen: boolean;
  readonly canClose: boolean;

  constructor(raw: string, canOpen: boolean, canClose: boolean) {
    this.raw = raw;
    this.canOpen = canOpen;
    this.canClose = canClose;
  }
}

/**
 * The token of the delimiters at `start`: `Delimiters`, or text if they can neither open nor close. A single tilde is text, as
 * in `3~5`, and so are three or more. `isLabel` says that the text is that of a link, so brackets surround it.
 */
export function delimitersAt(text: string, start: number, isLabel: boolean): Token | undefined {
  const mark = text.charAt(start);
  if (mark !== '*' && mark !== '_' && mark !== '~') return undefined;
  let end = start + 1;
  while (text.charAt(end) === mark) end++;
  if (mark === '~' && end !== start + 2) return undefined;
  const raw = text.slice(start, end);
  const { canOpen, canClose } = flanking(text, start, end, isLabel);
  return canOpen || canClose
    ? new Delimiters(raw, canOpen, canClose)
    : { type: 'text', raw, text: raw, escaped: false };
}

/** A token, or delimiters of which some may be used, at an offset of the text. `height` counts the levels of nesting in it. */
interface Item {
  start: number;
  end: number;
  readonly token: Token;
  readonly height: number;
}

interface Opener {
  readonly item: Item;
  readonly delimiters: Delimiters;
  readonly length: number;
  /** The index of the item in the output. */
  readonly index: number;
}

/**
 * The tokens of a text with its delimiters paired, as CommonMark's "process emphasis" does. Replaces marked's search for the end of
 * each emphasis, which takes quadratic time and pairs delimiters beside brackets and quotation marks wrongly. `depth` is the
 * number of links around the text.
 */
export function pairDelimiters(tokens: readonly Token[], text: string, depth: number, meter: Meter): readonly Token[] {
  const pairs = new Pairs(text, depth, meter);
  let start = 0;
  for (const token of tokens) {
    const end = start + token.raw.length;
    pairs.add({ token, start, end, height: heightOf(token) });
    start = end;
  }
  return pairs.tokens();
}

function heightOf(token: Token): number {
  const { tokens } = token as { tokens?: readonly Token[] };
  return tokens === undefined ? 0 : 1 + tokens.reduce((height, inner) => Math.max(height, heightOf(inner)), 0);
}

class Pairs {
  readonly #text: string;
  readonly #depth: number;
  readonly #meter: Meter;
  readonly #out: Item[] = [];
  readonly #openers: Opener[] = [];
  /** For each kind of closing delimiters, the offset before which no opener matches. */
  readonly #floors = new Map<string, number>();

  constructor(text: string, depth: number, meter: Meter) {
    this.#text = text;
    this.#depth = depth;
    this.#meter = meter;
  }

  add(item: Item): void {
    const { token } = item;
    if (!(token instanceof Delimiters)) {
      this.#out.push(item);
      return;
    }
    const { length } = token.raw;
    if (token.canClose) this.#close(item, token, length);
    if (item.start === item.end) return;
    if (token.canOpen) this.#openers.push({ item, delimiters: token, length, index: this.#out.length });
    this.#out.push(item);
  }

  tokens(): readonly Token[] {
    return tokensOf(this.#out, this.#text);
  }

  #close(closer: Item, delimiters: Delimiters, length: number): void {
    while (closer.start < closer.end) {
      const opener = this.#openerOf(delimiters, length);
      if (opener === undefined) return;
      this.#pair(opener, closer);
    }
  }

  /** The nearest matching opener. Openers between it and the closer are text. */
  #openerOf(closer: Delimiters, length: number): Opener | undefined {
    const mark = closer.raw.charAt(0);
    const kind = `${mark}${closer.canOpen}${length % 3}`;
    const floor = this.#floors.get(kind) ?? 0;
    for (let at = this.#openers.length - 1; at >= 0; at--) {
      this.#meter.spend(1);
      const opener = this.#openers[at];
      if (opener === undefined || opener.item.start < floor) break;
      if (opener.delimiters.raw.charAt(0) !== mark || !matches(opener, closer, length)) continue;
      this.#openers.length = at + 1;
      return opener;
    }
    this.#floors.set(kind, (this.#openers.at(-1)?.item.start ?? -1) + 1);
    return undefined;
  }

  #pair({ item, index }: Opener, closer: Item): void {
    const isWide = item.end - item.start >= 2 && closer.end - closer.start >= 2;
    const width = isWide ? 2 : 1;
    const children = this.#out.splice(index + 1);
    const height = 1 + children.reduce((highest, child) => Math.max(highest, child.height), 0);
    if (this.#depth + height > LIMITS.inlineDepth) throw new ExcessError('inlines');
    const text = this.#text.slice(item.end, closer.start);
    item.end -= width;
    closer.start += width;
    const raw = this.#text.slice(item.end, closer.start);
    const type = raw.startsWith('~') ? 'del' : isWide ? 'strong' : 'em';
    if (item.start === item.end) {
      this.#openers.pop();
      this.#out.pop();
    }
    const token: Token = { type, raw, text, tokens: tokensOf(children, this.#text) };
    this.#out.push({ token, start: item.end, end: closer.start, height });
  }
}

/** Rules 9 and 10 of CommonMark: if one side can both open and close, the sum of the lengths is no multiple of three. */
function matches({ delimiters, length }: Opener, closer: Delimiters, closerLength: number): boolean {
  if (!delimiters.canClose && !closer.canOpen) return true;
  return (length + closerLength) % 3 !== 0 || (length % 3 === 0 && closerLength % 3 === 0);
}

/** Tokens in order. Delimiters without a partner are text, and texts that touch are one. */
function tokensOf(items: readonly Item[], text: string): Token[] {
  const tokens: Token[] = [];
  for (const { token, start, end } of items) {
    const raw = token instanceof Delimiters ? text.slice(start, end) : token.raw;
    const last = tokens.at(-1);
    if (token instanceof Delimiters || isPlain(token)) {
      const words = token instanceof Delimiters ? raw : token.text;
      if (last !== undefined && isPlain(last)) tokens[tokens.length - 1] = joined(last, raw, words);
      else
        tokens.push({ type: 'text', raw, text: words, escaped: token instanceof Delimiters ? false : token.escaped });
    } else {
      tokens.push(token);
    }
  }
  return tokens;
}

function isPlain(token: Token): token is Tokens.Text {
  return token.type === 'text';
}

function joined(first: Tokens.Text, raw: string, text: string): Tokens.Text {
  return { ...first, raw: first.raw + raw, text: first.text + text };
}
