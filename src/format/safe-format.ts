import type { HouseContext } from '../house/resolve.ts';
import type { CstBlock, CstNote } from '../model/cst.ts';
import type { House } from '../model/house.ts';
import { type Span, span } from '../text/index.ts';
import { differsInIsolation, type Equivalence, explainDifference } from './equivalence/equivalence.ts';
import { isSafeLocalChange } from './local-change.ts';
import { ParseCache, type ParsedNote } from './parse-cache.ts';
import {
  alwaysUnformatted,
  blockAlone,
  type FormatLevel,
  FULL_PLAN,
  noteText,
  type PrintPlan,
  type Unformatted,
} from './print/index.ts';
import { UnsafeFormatError } from './unsafe-format-error.ts';

/*
 * The proof that formatting is safe: the result means the same as the note, and formatting it again changes nothing. Whatever
 * would break one of the two is found and left as written.
 */

/** A formatted note, and the parts of it that are left as written. */
export interface FormatOutcome {
  readonly text: string;
  readonly unformatted: readonly Unformatted[];
}

/**
 * The note, formatted as far as its meaning allows.
 * @param formatted what the full plan prints.
 * @throws {UnsafeFormatError}
 */
export function formatSafely(cst: CstNote, formatted: string, house: House, houseContext: HouseContext): FormatOutcome {
  const parseCache = new ParseCache(houseContext);
  if (isSafeLocalChange(cst, formatted, house, parseCache))
    return { text: formatted, unformatted: alwaysUnformatted(cst) };
  const parsed = parseCache.withEquivalence(cst, house);
  const { text } = cst.note.source;
  if (!parsed)
    return { text, unformatted: [{ span: span(0, text.length), reason: 'the note is too complex to compare' }] };
  const formatter = new SafeFormatter(parsed, parseCache);
  const first = formatter.format(formatted);
  // What is already formatted as far as its meaning allows stays so when it is formatted again.
  if (first.text === text) return first;
  return untilStable(first, parseCache, formatter) ?? formatter.frontMatterOnly();
}

/** Whether two notes mean the same. Notes that cannot be read mean the same as each other. */
export function meansTheSame(before: string, after: string, houseContext: HouseContext): boolean {
  const parseCache = new ParseCache(houseContext);
  const [first, second] = [before, after].map((text) => parseCache.parse(text)?.equivalence);
  return first && second ? explainDifference(first, second) === undefined : first === second;
}

/** The result is formatted again this often, because a block may become formattable once those around it are formatted. */
const ROUNDS = 4;

/** Formats the result until that changes nothing. Undefined if that never happens. */
function untilStable(
  first: FormatOutcome,
  parseCache: ParseCache,
  formatter: SafeFormatter,
): FormatOutcome | undefined {
  let { text } = first;
  for (let round = 0; round < ROUNDS; round++) {
    const parsed = parseCache.parse(text);
    if (!parsed) return undefined;
    const formatted = noteText(parsed.cst, parsed.house, FULL_PLAN);
    const next = formatted === text ? text : new SafeFormatter(parsed, parseCache).format(formatted).text;
    if (next === text) {
      if (round === 0) return first;
      return formatter.means(text)
        ? { text, unformatted: first.unformatted.filter(({ span }) => text.includes(formatter.firstLine(span))) }
        : undefined;
    }
    text = next;
  }
  return undefined;
}

/** The structural changes, in the order in which they are turned on. */
const STRUCTURE = ['keys', 'headline', 'source', 'headings', 'order'] as const;
const UNSTRUCTURED = { keys: false, headline: false, source: false, headings: false, order: false } as const;

/** A note is read again for at most this many characters in all, but at least this many times. */
const BUDGET = { characters: 1_000_000, times: 12 } as const;

/** Finds the plan that formats the most of a note and keeps its meaning. */
class SafeFormatter {
  readonly #cst: CstNote;
  readonly #house: House;
  readonly #equivalence: Equivalence;
  readonly #parseCache: ParseCache;
  #plansLeft: number;

  constructor({ cst, house, equivalence }: ParsedNote, parseCache: ParseCache) {
    this.#cst = cst;
    this.#house = house;
    this.#equivalence = equivalence;
    this.#parseCache = parseCache;
    this.#plansLeft = Math.max(BUDGET.times, Math.ceil(BUDGET.characters / (cst.note.source.text.length + 1)));
  }

  firstLine({ start, end }: Span): string {
    return this.#cst.note.source.text.slice(start, end).split('\n', 1)[0] ?? '';
  }

  /** As much of `formatted` as keeps the meaning of the note. @throws {UnsafeFormatError} */
  format(formatted: string): FormatOutcome {
    if (this.means(formatted)) return { text: formatted, unformatted: alwaysUnformatted(this.#cst) };
    const reasons = new Map<number, string>();
    const blocks = this.#levelsOfBlocks(reasons);
    const plan =
      this.#verified({ ...FULL_PLAN, blocks }) ??
      this.#withStructure({ ...FULL_PLAN, ...UNSTRUCTURED, blocks }) ??
      this.#withMostBlocks(blocks, reasons);
    return plan ? { text: this.#print(plan), unformatted: this.#unformattedBy(plan, reasons) } : this.frontMatterOnly();
  }

  /** The formatted front matter with the text as written. @throws {UnsafeFormatError} */
  frontMatterOnly(): FormatOutcome {
    const plan = { ...FULL_PLAN, body: false };
    const text = this.#print(plan);
    if (!this.means(text)) throw new UnsafeFormatError('formatting the front matter would change its meaning');
    return { text, unformatted: this.#unformattedBy(plan, new Map()) };
  }

  /** Whether a text means the same as the note. */
  means(text: string): boolean {
    return this.#difference(text) === undefined;
  }

  #print(plan: PrintPlan): string {
    return noteText(this.#cst, this.#house, plan);
  }

  #verified(plan: PrintPlan): PrintPlan | undefined {
    return this.means(this.#print(plan)) ? plan : undefined;
  }

  #difference(text: string): string | undefined {
    this.#plansLeft--;
    if (text === this.#cst.note.source.text) return undefined;
    const after = this.#parseCache.parse(text)?.equivalence;
    return after ? explainDifference(this.#equivalence, after) : 'the result cannot be read';
  }

  /** The highest level that each block keeps its meaning with when it is read alone. Full levels are left out. */
  #levelsOfBlocks(reasons: Map<number, string>): Map<number, FormatLevel> {
    const { note, blocks } = this.#cst;
    const { text } = note.source;
    const definitions = blocks
      .filter(({ kind }) => kind === 'definition')
      .map(({ span }) => text.slice(span.start, span.end))
      .join('\n');
    const levels = new Map<number, FormatLevel>();
    for (const [index, { span, cst }] of blocks.entries()) {
      const own = text.slice(span.start, span.end);
      const around = own.includes(']') && definitions.length * blocks.length <= MOST_DEFINITIONS ? definitions : '';
      const level = cst ? this.#levelOf(cst, own, around) : 'verbatim';
      if (level === 'full') continue;
      levels.set(index, level);
      if (level === 'verbatim' && cst) reasons.set(index, 'formatting would change its meaning');
    }
    return levels;
  }

  #levelOf(cst: CstBlock, own: string, around: string): FormatLevel {
    const key = `${own}\0${around}`;
    const known = this.#parseCache.levels.get(key);
    if (known) return known;
    const found = LEVELS.find((level) => {
      const printed = blockAlone(cst, level);
      return printed === own || !differsInIsolation(own, printed, around);
    });
    const level = found ?? 'verbatim';
    this.#parseCache.levels.set(key, level);
    return level;
  }

  /** Turns on each structural change that keeps the meaning. Undefined if the blocks alone already change it. */
  #withStructure(blocksOnly: PrintPlan): PrintPlan | undefined {
    if (!this.#verified(blocksOnly)) return undefined;
    let plan = blocksOnly;
    for (const key of STRUCTURE) plan = this.#verified({ ...plan, [key]: true }) ?? plan;
    return plan;
  }

  /** Starts without any block and adds as many as keep the meaning, by halves. */
  #withMostBlocks(wanted: ReadonlyMap<number, FormatLevel>, reasons: Map<number, string>): PrintPlan | undefined {
    const verbatim = new Map(this.#cst.blocks.map((_, index): [number, FormatLevel] => [index, 'verbatim']));
    let plan: PrintPlan = { ...FULL_PLAN, ...UNSTRUCTURED, blocks: verbatim };
    if (!this.#verified(plan)) return undefined;
    const add = (indices: readonly number[]): void => {
      if (indices.length === 0) return;
      const blocks = new Map(plan.blocks);
      for (const index of indices) blocks.set(index, wanted.get(index) ?? 'full');
      const reason =
        this.#plansLeft > STRUCTURE.length
          ? this.#difference(this.#print({ ...plan, blocks }))
          : 'too many blocks change their meaning';
      if (reason === undefined) plan = { ...plan, blocks };
      else if (indices.length === 1 || this.#plansLeft <= STRUCTURE.length)
        for (const index of indices) reasons.set(index, reason);
      else {
        add(indices.slice(0, indices.length >> 1));
        add(indices.slice(indices.length >> 1));
      }
    };
    add([...verbatim.keys()].filter((index) => wanted.get(index) !== 'verbatim'));
    return this.#withStructure(plan);
  }

  /** What a plan leaves as written. `reasons` are those of single blocks. */
  #unformattedBy(plan: PrintPlan, reasons: ReadonlyMap<number, string>): Unformatted[] {
    const { note, front } = this.#cst;
    const { headline, sourceLine, source } = note;
    if (!plan.body)
      return [{ span: { start: note.frontMatter?.end ?? 0, end: source.text.length }, reason: BODY_REASON }];
    const found: Unformatted[] = [...alwaysUnformatted(this.#cst)];
    const add = (span: Span | undefined, reason: string) => {
      if (span) found.push({ span, reason });
    };
    for (const [index, reason] of reasons) add(this.#cst.blocks[index]?.span, reason);
    if (!plan.keys) add(front?.whole, 'sorting the keys would change a value');
    if (!plan.headline) add(headline?.span, 'moving the headline to the front matter would change the story');
    if (!plan.source) add(sourceLine?.block.span, 'moving the source to the front matter would change the story');
    const headings = note.sections.flatMap(({ heading }) => (heading ? [heading.span] : []));
    if (!plan.headings) add(headings[0], 'canonical headings would change the story');
    else if (!plan.order && headings.length > 1) add(headings[0], 'sorting the sections would change the story');
    return found.sort((a, b) => a.span.start - b.span.start);
  }
}

const LEVELS = ['full', 'minimal'] as const;
/** Blocks are read with the link definitions of the note, up to this many characters in all. */
const MOST_DEFINITIONS = 5_000_000;
const BODY_REASON = 'formatting would change the meaning of the text';
