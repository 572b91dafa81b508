import { type HouseContext, houseFor } from '../house/resolve.ts';
import type { CstNote } from '../model/cst.ts';
import type { House } from '../model/house.ts';
import { readNote } from '../read/note.ts';
import { createSource } from '../text/index.ts';
import { type Equivalence, equivalenceOf } from './equivalence/index.ts';
import type { FormatLevel } from './print/index.ts';

/** A text, read, and what it means. */
export interface ParsedNote {
  readonly cst: CstNote;
  readonly house: House;
  readonly equivalence: Equivalence;
}

/** What has been found out so far, so that nothing is read twice while a plan is looked for. */
export class ParseCache {
  readonly #houseContext: HouseContext;
  readonly #known = new Map<string, ParsedNote | undefined>();
  /** How much of its shape a block can take, by its text and the definitions around it. */
  readonly cares = new Map<string, FormatLevel>();

  constructor(houseContext: HouseContext) {
    this.#houseContext = houseContext;
  }

  /** Undefined for a text that cannot be read. */
  of(text: string): ParsedNote | undefined {
    if (this.#known.has(text)) return this.#known.get(text);
    const { cst } = readNote(createSource('', text), this.#houseContext.vocabulary);
    const parsed = cst && this.taken(cst, houseFor(cst.note, this.#houseContext));
    // A few of the last ones: the plans that are tried are many, and texts may be long.
    if (this.#known.size >= 4) this.#known.delete(this.#known.keys().next().value ?? '');
    this.#known.set(text, parsed);
    return parsed;
  }

  taken(cst: CstNote, house: House): ParsedNote | undefined {
    const equivalence = equivalenceOf(cst, house, this.#houseContext.vocabulary);
    return equivalence && { cst, house, equivalence };
  }
}
