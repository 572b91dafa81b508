import { graphemes } from '../../typography/index.ts';
import { type Break, breaksOf, RANK, urlsIn, wholesIn } from './breaks.ts';
import { type RichText, sliceRich } from './rich-text.ts';

/** Whether a part fits into one post. A part of a part that fits, fits too. */
export type Fits = (part: RichText) => boolean;

/**
 * Splits a text into parts that fit. It breaks where a reader would: at a paragraph, else a sentence, else a clause, else a
 * word, and inside a word only if it is longer than a part. A quotation and the words of a link stay whole if they fit into a
 * part, and a URL always. A heading stays with the text below it. Marks that a break cuts go on in the next part.
 * @returns parts without white space at their ends. Only a URL that is too long makes a part that does not fit.
 */
export function split(rich: RichText, fits: Fits): readonly RichText[] {
  if (rich.text === '') return [];
  if (rich.text === rich.text.trim() && fits(rich)) return [rich];
  return new Splitter(rich, fits).parts();
}

/** A short part is worth it only if the next unit then stays whole. */
const SHORT = 0.5;

/** Longer than most parts. */
const TRIED_FIRST = 4096;

class Splitter {
  readonly #rich: RichText;
  readonly #fits: Fits;
  readonly #breaks: readonly Break[];
  /** The index of the first break after the start of the current part. */
  #first = 0;
  /** The marks that end after the start of the current part. */
  #marks: RichText['marks'];

  constructor(rich: RichText, fits: Fits) {
    this.#rich = rich;
    this.#fits = fits;
    this.#marks = rich.marks;
    const { length } = rich.text.trimEnd();
    this.#breaks = [...breaksOf(rich).filter(({ next }) => next < length), { end: length, next: length, rank: -1 }];
  }

  parts(): readonly RichText[] {
    const { text } = this.#rich;
    this.#keepWholes();
    const parts: RichText[] = [];
    for (let start = text.length - text.trimStart().length; start < text.length; ) {
      while ((this.#breaks[this.#first]?.end ?? Number.POSITIVE_INFINITY) <= start) this.#first++;
      if (this.#first >= this.#breaks.length) break;
      this.#marks = this.#marks.filter(({ end }) => end > start);
      const { end, next } = this.#cut(start);
      parts.push(this.#slice(start, start + text.slice(start, end).trimEnd().length));
      start = next;
      // A number and its unit, which no break divides, can be longer than a part.
      while (/\s/.test(text.charAt(start))) start++;
    }
    return parts;
  }

  #slice(start: number, end: number): RichText {
    return sliceRich({ text: this.#rich.text, marks: this.#marks }, start, end);
  }

  #fitsFrom(start: number, end: number): boolean {
    // What does not fit can be much longer than a part, so that its start is tried first.
    for (let size = TRIED_FIRST; start + size < end; size *= 2)
      if (!this.#fits(this.#slice(start, start + size))) return false;
    return this.#fits(this.#slice(start, end));
  }

  /** Makes the breaks inside a quotation or a link worse than all others, if it fits with what sticks to it. */
  #keepWholes(): void {
    const worsened: Break[] = [];
    for (const { start, end } of wholesIn(this.#rich)) {
      const inside = this.#indexAfter(start);
      let after = inside;
      while ((this.#breaks[after]?.next ?? Number.POSITIVE_INFINITY) < end) after++;
      if (after === inside) continue;
      const from = this.#breaks[inside - 1]?.next ?? 0;
      const to = this.#breaks[after]?.end ?? this.#rich.text.length;
      if (this.#fitsFrom(from, to)) worsened.push(...this.#breaks.slice(inside, after));
    }
    for (const one of new Set(worsened)) one.rank += RANK.kept;
  }

  /** The index of the first break that ends after an offset. */
  #indexAfter(offset: number): number {
    let [low, high] = [0, this.#breaks.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#breaks[middle]?.end ?? 0) > offset) high = middle;
      else low = middle + 1;
    }
    return low;
  }

  /** The best break for a part that starts here. */
  #cut(start: number): Pick<Break, 'end' | 'next'> {
    const last = this.#lastThatFits(start);
    const at = this.#breaks[last];
    if (!at) return this.#cutWord(start, this.#breaks[this.#first]);
    if (last === this.#breaks.length - 1) return at;
    const ranks = [...new Set(this.#breaks.slice(this.#first, last + 1).map(({ rank }) => rank))].sort((a, b) => a - b);
    let best: Break | undefined;
    for (const rank of ranks) {
      const found = this.#lastOfRank(rank, last);
      if (!found || (best && (rank >= RANK.heading || found.end <= best.end))) continue;
      if (found.end - start >= (at.end - start) * SHORT || this.#nextFits(found, rank)) return found;
      best ??= found;
    }
    return best ?? at;
  }

  #lastOfRank(rank: number, last: number): Break | undefined {
    for (let index = last; index >= this.#first; index--) {
      const found = this.#breaks[index];
      if (found?.rank === rank) return found;
    }
    return undefined;
  }

  /** Whether the paragraph, sentence or clause after a break fits into one part. */
  #nextFits({ end, next }: Break, rank: number): boolean {
    let index = this.#indexAfter(end);
    while (index < this.#breaks.length - 1 && (this.#breaks[index]?.rank ?? -1) > rank) index++;
    return this.#fitsFrom(next, this.#breaks[index]?.end ?? this.#rich.text.length);
  }

  /** The index of the last break up to which a part fits, or -1. */
  #lastThatFits(start: number): number {
    const fits = (index: number): boolean => this.#fitsFrom(start, this.#breaks[index]?.end ?? 0);
    if (!fits(this.#first)) return -1;
    let low = this.#first;
    let step = 1;
    while (low + step < this.#breaks.length && fits(low + step)) {
      low += step;
      step *= 2;
    }
    let high = Math.min(low + step, this.#breaks.length);
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if (fits(middle)) low = middle;
      else high = middle;
    }
    return low;
  }

  /** Cuts a word that does not fit, between graphemes. A URL that starts the part is not cut. */
  #cutWord(start: number, after: Break | undefined): Pick<Break, 'end' | 'next'> {
    const { end, next } = after ?? { end: this.#rich.text.length, next: this.#rich.text.length };
    const offsets = this.#graphemeEnds(start, end);
    let [low, high] = [0, offsets.length];
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if (this.#fitsFrom(start, offsets[middle] ?? 0)) low = middle;
      else high = middle;
    }
    const cut = offsets[low] ?? end;
    return cut === end ? { end, next } : { end: cut, next: cut };
  }

  /** Where the graphemes of a word end, as far as a part can reach. A URL at its start is one of them. */
  #graphemeEnds(start: number, end: number): readonly number[] {
    let size = 512;
    while (start + size < end && this.#fitsFrom(start, start + size)) size *= 2;
    const word = this.#rich.text.slice(start, end);
    const [url] = urlsIn({ text: word.slice(0, size), marks: [] });
    if (url?.start === 0) return [start + (urlsIn({ text: word, marks: [] })[0]?.end ?? 0)];
    const ends: number[] = [];
    let at = start;
    // Not between the halves of a pair.
    const window = /[\udc00-\udfff]/.test(word.charAt(size)) ? size + 1 : size;
    for (const grapheme of graphemes(word.slice(0, url?.start ?? window))) {
      at += grapheme.length;
      ends.push(at);
    }
    // What ends with the window may be the start of a longer grapheme.
    if (!url && size < word.length && ends.length > 1) ends.pop();
    return ends;
  }
}
