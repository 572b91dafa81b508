import type { House } from './model/house.ts';
import type { Written, WrittenNote } from './model/written.ts';
import { difference, differsAlone, type Meaning } from './read/meaning/index.ts';
import type { Reading, Readings } from './readings.ts';
import type { Span } from './text/index.ts';
import { blockAlone, type Care, FULL, type Left, leftAnyway, noteText, type Plan } from './write/note/index.ts';

/** A note in shape, as far as it was brought into it. */
export interface Kept {
  readonly text: string;
  readonly left: readonly Left[];
}

/** Even a note whose text was left alone would not mean the same: a fault of ours. Nothing may be written. */
export class BrokenPromise extends Error {
  override readonly name = 'BrokenPromise';
}

/** What is switched on one after the other, once the blocks are as they should be. */
const STRUCTURE = ['keys', 'headline', 'source', 'headings', 'order'] as const;
const UNSTRUCTURED = { keys: false, headline: false, source: false, headings: false, order: false } as const;

/** So many characters are read anew for one note, and at least so many times all of it, before its text is left alone. */
const TRIES = { characters: 1_000_000, times: 12 } as const;

/** Looks for the plan that brings the most of a note into shape and means the same. */
export class Trial {
  readonly #written: WrittenNote;
  readonly #house: House;
  readonly #meaning: Meaning;
  readonly #readings: Readings;
  /** How many plans may still be tried. */
  #left: number;

  constructor({ written, house, meaning }: Reading, readings: Readings) {
    this.#written = written;
    this.#house = house;
    this.#meaning = meaning;
    this.#readings = readings;
    this.#left = Math.max(TRIES.times, Math.ceil(TRIES.characters / (written.note.source.text.length + 1)));
  }

  firstLine({ start, end }: Span): string {
    return this.#written.note.source.text.slice(start, end).split('\n', 1)[0] ?? '';
  }

  /** As much of the shape as means the same. */
  attempt(shaped: string): Kept {
    if (this.means(shaped)) return { text: shaped, left: leftAnyway(this.#written) };
    const left = new Map<number, string>();
    const blocks = this.#eachAlone(left);
    const plan =
      this.#good({ ...FULL, blocks }) ??
      this.#structured({ ...FULL, ...UNSTRUCTURED, blocks }) ??
      this.#added(blocks, left);
    return plan ? { text: this.#print(plan), left: this.#leftBy(plan, left) } : this.withoutText();
  }

  /** The front matter alone. @throws {BrokenPromise} */
  withoutText(): Kept {
    const plan = { ...FULL, body: false };
    const text = this.#print(plan);
    if (!this.means(text)) throw new BrokenPromise('its front matter would say something else');
    return { text, left: this.#leftBy(plan, new Map()) };
  }

  /** Whether a text means the same as the note. */
  means(text: string): boolean {
    return this.#difference(text) === undefined;
  }

  #print(plan: Plan): string {
    return noteText(this.#written, this.#house, plan);
  }

  #good(plan: Plan): Plan | undefined {
    return this.means(this.#print(plan)) ? plan : undefined;
  }

  #difference(text: string): string | undefined {
    this.#left--;
    if (text === this.#written.note.source.text) return undefined;
    const after = this.#readings.of(text)?.meaning;
    return after ? difference(this.#meaning, after) : 'it could not be read any more';
  }

  /** Each block alone, in the untouched text around it: how much of its shape it can take. */
  #eachAlone(left: Map<number, string>): Map<number, Care> {
    const { note, blocks } = this.#written;
    const { text } = note.source;
    const definitions = blocks
      .filter(({ kind }) => kind === 'definition')
      .map(({ span }) => text.slice(span.start, span.end))
      .join('\n');
    const found = new Map<number, Care>();
    for (const [index, { span, written }] of blocks.entries()) {
      const own = text.slice(span.start, span.end);
      const around = own.includes(']') && definitions.length * blocks.length <= MOST ? definitions : '';
      const good = written ? this.#careFor(written, own, around) : 'none';
      if (good === 'full') continue;
      found.set(index, good);
      if (good === 'none') left.set(index, 'its shape could not be changed without changing what it means');
    }
    return found;
  }

  #careFor(written: Written, own: string, around: string): Care {
    const key = `${own}\0${around}`;
    const known = this.#readings.cares.get(key);
    if (known) return known;
    const good = CARES.find((care) => {
      const printed = blockAlone(written, care);
      return printed === own || !differsAlone(own, printed, around);
    });
    this.#readings.cares.set(key, good ?? 'none');
    return good ?? 'none';
  }

  /** All that can be switched on, where the blocks alone are sound. */
  #structured(bare: Plan): Plan | undefined {
    if (!this.#good(bare)) return undefined;
    let plan = bare;
    for (const key of STRUCTURE) plan = this.#good({ ...plan, [key]: true }) ?? plan;
    return plan;
  }

  /** No block, and then as many as can be added back, by halves. */
  #added(wanted: ReadonlyMap<number, Care>, left: Map<number, string>): Plan | undefined {
    const none = new Map(this.#written.blocks.map((_, index): [number, Care] => [index, 'none']));
    let plan: Plan = { ...FULL, ...UNSTRUCTURED, blocks: none };
    if (!this.#good(plan)) return undefined;
    const add = (indices: readonly number[]): void => {
      if (indices.length === 0) return;
      const blocks = new Map(plan.blocks);
      for (const index of indices) blocks.set(index, wanted.get(index) ?? 'full');
      const fault =
        this.#left > STRUCTURE.length
          ? this.#difference(this.#print({ ...plan, blocks }))
          : 'too much of the note stands in the way';
      if (fault === undefined) plan = { ...plan, blocks };
      else if (indices.length === 1 || this.#left <= STRUCTURE.length)
        for (const index of indices) left.set(index, fault);
      else {
        add(indices.slice(0, indices.length >> 1));
        add(indices.slice(indices.length >> 1));
      }
    };
    add([...none.keys()].filter((index) => wanted.get(index) !== 'none'));
    return this.#structured(plan);
  }

  #leftBy(plan: Plan, blocks: ReadonlyMap<number, string>): Left[] {
    const { note, front } = this.#written;
    const { headline, sourceLine, source } = note;
    if (!plan.body) return [{ span: { start: note.frontMatter?.end ?? 0, end: source.text.length }, reason: TANGLED }];
    const found: Left[] = [...blocks].flatMap(([index, reason]) => {
      const span = this.#written.blocks[index]?.span;
      return span ? [{ span, reason }] : [];
    });
    const add = (span: Span | undefined, reason: string) => {
      if (span) found.push({ span, reason });
    };
    if (!plan.keys) add(front?.whole, 'its keys could not be put in order without changing a value');
    if (!plan.headline) add(headline?.span, 'the story would be another with the headline in the front matter');
    if (!plan.source) add(sourceLine?.block.span, 'the story would be another with the source in the front matter');
    const headings = note.sections.flatMap(({ heading }) => (heading ? [heading.span] : []));
    if (!plan.headings) add(headings[0], 'the story would be another under canonical headings');
    else if (!plan.order && headings.length > 1)
      add(headings[0], 'the story would be another with its sections in order');
    return found.sort((a, b) => a.span.start - b.span.start);
  }
}

const CARES = ['full', 'careful'] as const;
/** So many characters of definitions are read again with the blocks that might use them. */
const MOST = 5_000_000;
const TANGLED = 'its text could not be changed without changing what it means';
