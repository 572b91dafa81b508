import type { Inline, List, ListItem, Paragraph } from '../../model/article.ts';

/*
 * Blocks whose contents are made when somebody asks for them. Classes, not literals with a getter: of such a literal each
 * has a hidden class of its own in V8, which outlives many of its collections and slows down all who look at the block.
 */

/** Something that is made once, when it is first asked for. */
class Later<T> {
  #make: (() => T) | undefined;
  #made: T | undefined;

  constructor(make: () => T) {
    this.#make = make;
  }

  get value(): T {
    if (this.#make) {
      this.#made = this.#make();
      this.#make = undefined;
    }
    return this.#made as T;
  }
}

export class LaterParagraph implements Paragraph {
  readonly type = 'paragraph';
  readonly #tokens: Later<readonly Inline[]>;

  constructor(make: () => readonly Inline[]) {
    this.#tokens = new Later(make);
  }

  get tokens(): readonly Inline[] {
    return this.#tokens.value;
  }

  /** Two articles are compared as JSON, which holds nothing of a getter. */
  toJSON(): Paragraph {
    const { type, tokens } = this;
    return { type, tokens };
  }
}

export class LaterList implements List {
  readonly type = 'list';
  readonly ordered: boolean;
  readonly start?: number;
  readonly loose: boolean;
  readonly #items: Later<readonly ListItem[]>;

  constructor({ ordered, start, loose }: Omit<List, 'type' | 'items'>, make: () => readonly ListItem[]) {
    this.ordered = ordered;
    if (start !== undefined) this.start = start;
    this.loose = loose;
    this.#items = new Later(make);
  }

  get items(): readonly ListItem[] {
    return this.#items.value;
  }

  /** As that of a paragraph. */
  toJSON(): List {
    const { type, ordered, start, loose, items } = this;
    return { type, ordered, ...(start === undefined ? {} : { start }), loose, items };
  }
}
