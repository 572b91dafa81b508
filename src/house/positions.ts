import { type Source, type Span, span } from '../text/index.ts';

/** The spans of the values of a configuration file, by path: `/order/2`, `/words/prefer/0/use`. */
export class PositionTable {
  readonly source: Source;
  readonly #values = new Map<string, Span>();
  readonly #names = new Map<string, Span>();

  constructor(source: Source) {
    this.source = source;
  }

  set(path: string, place: Span): void {
    this.#values.set(path, place);
  }

  setName(path: string, place: Span): void {
    this.#names.set(path, place);
  }

  value(path: string): Span | undefined {
    return this.#values.get(path);
  }

  name(path: string): Span | undefined {
    return this.#names.get(path);
  }
}

/** The positions of the values in a file, or below one of its keys. */
export class ValuePositions {
  readonly #list: PositionTable;
  readonly #above: string;

  constructor(list: PositionTable, above = '') {
    this.#list = list;
    this.#above = above;
  }

  get source(): Source {
    return this.#list.source;
  }

  under(key: string): ValuePositions {
    return new ValuePositions(this.#list, `${this.#above}/${key}`);
  }

  /** The span of a value. For an inherited value, which is not in this file, that of the closest parent in it. */
  of(...path: readonly (string | number)[]): Span {
    for (let length = path.length; length > 0; length--) {
      const found = this.#list.value([this.#above, ...path.slice(0, length)].join('/'));
      if (found) return found;
    }
    const { start } = this.#list.value(this.#above) ?? span(0, 0);
    return span(start, start);
  }

  /** The span of a key, without its value. */
  ofKey(...path: readonly (string | number)[]): Span {
    return this.#list.name([this.#above, ...path].join('/')) ?? this.of(...path);
  }

  /** Whether the file itself sets a value. */
  has(...path: readonly (string | number)[]): boolean {
    return this.#list.value([this.#above, ...path].join('/')) !== undefined;
  }
}
