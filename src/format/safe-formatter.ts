import type { CstBlock, CstNote } from '../model/cst.ts';
import type { House } from '../model/house.ts';
import type { Span } from '../text/index.ts';
import { differsInIsolation, type Equivalence, explainDifference } from './equivalence/index.ts';
import type { ParseCache, ParsedNote } from './parse-cache.ts';
import {
  alwaysUnformatted,
  blockAlone,
  type FormatLevel,
  FULL_PLAN,
  noteText,
  type PrintPlan,
  type Unformatted,
} from './print/index.ts';

/** A note in shape, as far as it was brought into it. */
export interface FormatOutcome {
  readonly text: string;
  readonly unformatted: readonly Unformatted[];
}

/** Even a note whose text was left alone would not mean the same: a fault of ours. Nothing may be written. */
export class UnsafeFormatError extends Error {
  override readonly name = 'BrokenPromise';
}

/** What is switched on one after the other, once the blocks are as they should be. */
const STRUCTURE = ['keys', 'headline', 'source', 'headings', 'order'] as const;
const UNSTRUCTURED = { keys: false, headline: false, source: false, headings: false, order: false } as const;

/** So many characters are read anew for one note, and at least so many times all of it, before its text is left alone. */
const TRIES = { characters: 1_000_000, times: 12 } as const;

/** Looks for the plan that brings the most of a note into shape and means the same. */
export class SafeFormatter {
  readonly #cst: CstNote;
  readonly #house: House;
  readonly #equivalence: Equivalence;
  readonly #parseCache: ParseCache;
  /** How many plans may still be tried. */
  #left: number;

  constructor({ cst, house, equivalence }: ParsedNote, parseCache: ParseCache) {
    this.#cst = cst;
    this.#house = house;
    this.#equivalence = equivalence;
    this.#parseCache = parseCache;
    this.#left = Math.max(TRIES.times, Math.ceil(TRIES.characters / (cst.note.source.text.length + 1)));
  }

  firstLine({ start, end }: Span): string {
    return this.#cst.note.source.text.slice(start, end).split('\n', 1)[0] ?? '';
  }

  /** As much of the shape as means the same. */
  formatSafely(shaped: string): FormatOutcome {
    if (this.means(shaped)) return { text: shaped, unformatted: alwaysUnformatted(this.#cst) };
    const left = new Map<number, string>();
    const blocks = this.#eachAlone(left);
    const plan =
      this.#good({ ...FULL_PLAN, blocks }) ??
      this.#structured({ ...FULL_PLAN, ...UNSTRUCTURED, blocks }) ??
      this.#added(blocks, left);
    return plan ? { text: this.#print(plan), unformatted: this.#leftBy(plan, left) } : this.withoutText();
  }

  /** The front matter alone. @throws {UnsafeFormatError} */
  withoutText(): FormatOutcome {
    const plan = { ...FULL_PLAN, body: false };
    const text = this.#print(plan);
    if (!this.means(text)) throw new UnsafeFormatError('its front matter would say something else');
    return { text, unformatted: this.#leftBy(plan, new Map()) };
  }

  /** Whether a text means the same as the note. */
  means(text: string): boolean {
    return this.#difference(text) === undefined;
  }

  #print(plan: PrintPlan): string {
    return noteText(this.#cst, this.#house, plan);
  }

  #good(plan: PrintPlan): PrintPlan | undefined {
    return this.means(this.#print(plan)) ? plan : undefined;
  }

  #difference(text: string): string | undefined {
    this.#left--;
    if (text === this.#cst.note.source.text) return undefined;
    const after = this.#parseCache.of(text)?.equivalence;
    return after ? explainDifference(this.#equivalence, after) : 'it could not be read any more';
  }

  /** Each block alone, in the untouched text around it: how much of its shape it can take. */
  #eachAlone(left: Map<number, string>): Map<number, FormatLevel> {
    const { note, blocks } = this.#cst;
    const { text } = note.source;
    const definitions = blocks
      .filter(({ kind }) => kind === 'definition')
      .map(({ span }) => text.slice(span.start, span.end))
      .join('\n');
    const found = new Map<number, FormatLevel>();
    for (const [index, { span, cst }] of blocks.entries()) {
      const own = text.slice(span.start, span.end);
      const around = own.includes(']') && definitions.length * blocks.length <= MOST ? definitions : '';
      const good = cst ? this.#careFor(cst, own, around) : 'none';
      if (good === 'full') continue;
      found.set(index, good);
      if (good === 'none') left.set(index, 'its shape could not be changed without changing what it means');
    }
    return found;
  }

  #careFor(cst: CstBlock, own: string, around: string): FormatLevel {
    const key = `${own}\0${around}`;
    const known = this.#parseCache.cares.get(key);
    if (known) return known;
    const good = CARES.find((care) => {
      const printed = blockAlone(cst, care);
      return printed === own || !differsInIsolation(own, printed, around);
    });
    this.#parseCache.cares.set(key, good ?? 'none');
    return good ?? 'none';
  }

  /** All that can be switched on, where the blocks alone are sound. */
  #structured(bare: PrintPlan): PrintPlan | undefined {
    if (!this.#good(bare)) return undefined;
    let plan = bare;
    for (const key of STRUCTURE) plan = this.#good({ ...plan, [key]: true }) ?? plan;
    return plan;
  }

  /** No block, and then as many as can be added back, by halves. */
  #added(wanted: ReadonlyMap<number, FormatLevel>, left: Map<number, string>): PrintPlan | undefined {
    const none = new Map(this.#cst.blocks.map((_, index): [number, FormatLevel] => [index, 'none']));
    let plan: PrintPlan = { ...FULL_PLAN, ...UNSTRUCTURED, blocks: none };
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

  #leftBy(plan: PrintPlan, blocks: ReadonlyMap<number, string>): Unformatted[] {
    const { note, front } = this.#cst;
    const { headline, sourceLine, source } = note;
    if (!plan.body) return [{ span: { start: note.frontMatter?.end ?? 0, end: source.text.length }, reason: TANGLED }];
    const found: Unformatted[] = [...blocks].flatMap(([index, reason]) => {
      const span = this.#cst.blocks[index]?.span;
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
