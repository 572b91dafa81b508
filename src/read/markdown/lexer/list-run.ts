import type { LazyLines } from './block-run.ts';

/** A list while the parser reads its items, one by one. */
export class ListRun {
  readonly #source: string;
  /** The start of the next item. */
  #at = 0;
  /** Where the list ends before marked ends it. */
  end: number | undefined;

  readonly #isLazy: (line: number) => boolean;

  /** @param isLazy whether a line of the list is lazy in what is around the list. */
  constructor(source: string, isLazy: (line: number) => boolean) {
    this.#source = source;
    this.#isLazy = isLazy;
  }

  /**
   * The starts of the lazy lines in the text of the next item. marked takes the indentation off each line of an item but off a
   * lazy line, so only such a line is as in the source. Undefined if there are none.
   */
  lazyLinesOf(item: string): LazyLines | undefined {
    let found: Map<number, number> | undefined;
    let start = 0;
    for (const line of item.split('\n')) {
      const at = this.#at;
      const written = this.#nextLine();
      const isLazy = line.trimEnd() === written.trimEnd() || this.#isLazy(at);
      if (start > 0 && isLazy && line.trim() !== '') {
        found ??= new Map();
        found.set(start, at);
      }
      start += line.length + 1;
    }
    // The blank line after an empty marker belongs to its item.
    const next = this.#source.indexOf('\n', this.#at);
    if (item === '' && next !== -1 && this.#source.slice(this.#at, next).trim() === '') this.#at = next + 1;
    return found;
  }

  #nextLine(): string {
    const feed = this.#source.indexOf('\n', this.#at);
    const end = feed === -1 ? this.#source.length : feed;
    const line = this.#source.slice(this.#at, end);
    this.#at = end + 1;
    return line;
  }
}
