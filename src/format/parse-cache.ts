import { type HouseContext, houseFor } from '../house/resolve.ts';
import type { CstNote } from '../model/cst.ts';
import type { House } from '../model/house.ts';
import { readNote } from '../read/note.ts';
import { createSource } from '../text/index.ts';
import { type Equivalence, equivalenceOf } from './equivalence/equivalence.ts';
import type { FormatLevel } from './print/index.ts';

/** A note that was read, with what decides whether another one means the same. */
export interface ParsedNote {
  readonly cst: CstNote;
  readonly house: House;
  readonly equivalence: Equivalence;
}

/** Remembers what was read while the formatter tries plans, so that no text is read twice. */
export class ParseCache {
  readonly #houseContext: HouseContext;
  readonly #known = new Map<string, ParsedNote | undefined>();
  /** The levels of blocks, by their text and the link definitions of the note. */
  readonly levels = new Map<string, FormatLevel>();

  constructor(houseContext: HouseContext) {
    this.#houseContext = houseContext;
  }

  /** Undefined for a text that cannot be read. */
  parse(text: string): ParsedNote | undefined {
    if (this.#known.has(text)) return this.#known.get(text);
    const { cst } = readNote(createSource('', text), this.#houseContext.vocabulary);
    const parsed = cst && this.withEquivalence(cst, houseFor(cst.note, this.#houseContext));
    // Only the last few, because texts may be long.
    if (this.#known.size >= 4) this.#known.delete(this.#known.keys().next().value ?? '');
    this.#known.set(text, parsed);
    return parsed;
  }

  withEquivalence(cst: CstNote, house: House): ParsedNote | undefined {
    const equivalence = equivalenceOf(cst, house, this.#houseContext.vocabulary);
    return equivalence && { cst, house, equivalence };
  }
}
