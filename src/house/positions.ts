import { type Source, type Span, span } from '../text/index.ts';

/** The spans of the keys and values in a configuration file, or below one of its keys. Paths are such as `/order/2`. */
export class ValuePositions {
  readonly source: Source;
  readonly #above: string;
  readonly #values: Map<string, Span>;
  readonly #keys: Map<string, Span>;

  constructor(source: Source, parent?: ValuePositions, path?: string) {
    this.source = source;
    this.#above = parent ? `${parent.#above}/${path}` : '';
    this.#values = parent ? parent.#values : new Map();
    this.#keys = parent ? parent.#keys : new Map();
  }

  set(path: string, place: Span): void {
    this.#values.set(path, place);
  }

  setKey(path: string, place: Span): void {
    this.#keys.set(path, place);
  }

  under(...path: readonly (string | number)[]): ValuePositions {
    return new ValuePositions(this.source, this, path.join('/'));
  }

  /** The span of a value. For an inherited value, which is not in this file, that of the closest parent in it. */
  of(...path: readonly (string | number)[]): Span {
    for (let length = path.length; length > 0; length--) {
      const found = this.#values.get([this.#above, ...path.slice(0, length)].join('/'));
      if (found) return found;
    }
    const { start } = this.#values.get(this.#above) ?? span(0, 0);
    return span(start, start);
  }

  /** The span of a key, without its value. */
  ofKey(...path: readonly (string | number)[]): Span {
    return this.#keys.get([this.#above, ...path].join('/')) ?? this.of(...path);
  }

  /** Whether the file itself sets a value. */
  has(...path: readonly (string | number)[]): boolean {
    return this.#values.has([this.#above, ...path].join('/'));
  }
}
