import { type Desk, houseFor } from './desk.ts';
import type { House } from './model/house.ts';
import type { WrittenNote } from './model/written.ts';
import { type Meaning, meaningOf } from './read/meaning/index.ts';
import { readWritten } from './read/note.ts';
import { createSource } from './text/index.ts';
import type { Care } from './write/note/index.ts';

/** A text, read, and what it means. */
export interface Reading {
  readonly written: WrittenNote;
  readonly house: House;
  readonly meaning: Meaning;
}

/** What has been found out so far, so that nothing is read twice while a plan is looked for. */
export class Readings {
  readonly #desk: Desk;
  readonly #known = new Map<string, Reading | undefined>();
  /** How much of its shape a block can take, by its text and the definitions around it. */
  readonly cares = new Map<string, Care>();

  constructor(desk: Desk) {
    this.#desk = desk;
  }

  /** Undefined for a text that cannot be read. */
  of(text: string): Reading | undefined {
    if (this.#known.has(text)) return this.#known.get(text);
    const { written } = readWritten(createSource('', text), this.#desk.vocabulary);
    const reading = written && this.taken(written, houseFor(written.note, this.#desk));
    // A few of the last ones: the plans that are tried are many, and texts may be long.
    if (this.#known.size >= 4) this.#known.delete(this.#known.keys().next().value ?? '');
    this.#known.set(text, reading);
    return reading;
  }

  taken(written: WrittenNote, house: House): Reading | undefined {
    const meaning = meaningOf(written, house, this.#desk.vocabulary);
    return meaning && { written, house, meaning };
  }
}
