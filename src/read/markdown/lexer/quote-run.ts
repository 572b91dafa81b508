import { type LazyLines, lineEnd, skipSpaces } from './block-run.ts';

/** A quote while the parser reads it, in chunks of lazy lines and the lines with a marker after them. */
export class QuoteRun {
  readonly #source: string;
  /** The start of the next line. */
  #at = 0;

  constructor(source: string) {
    this.#source = source;
  }

  /** The lazy lines of the next chunk. Undefined if there are none. */
  lazyLinesOf(chunk: string): LazyLines | undefined {
    const found = new Map<number, number>();
    this.#skipTo(chunk.slice(0, lineEnd(chunk, 0)));
    let start = 0;
    for (const { length } of chunk.split('\n')) {
      if (!this.#isMarked()) found.set(start, this.#at);
      this.#at = lineEnd(this.#source, this.#at) + 1;
      start += length + 1;
    }
    return found.size > 0 ? found : undefined;
  }

  /** The length of the lines that are not read yet, in a quote of `length` characters. */
  restLength(length: number): number {
    return this.#source.slice(this.#at, length).replace(/\n+$/, '').length;
  }

  #isMarked(): boolean {
    return this.#source.charCodeAt(skipSpaces(this.#source, this.#at)) === 0x3e;
  }

  /** Skips the lines that marked has read as part of the list or quote at the end of the chunk before. */
  #skipTo(line: string): void {
    const content = line.trim();
    for (let at = this.#at; at < this.#source.length; at = lineEnd(this.#source, at) + 1) {
      if (!this.#source.slice(at, lineEnd(this.#source, at)).trim().endsWith(content)) continue;
      this.#at = at;
      return;
    }
  }
}
