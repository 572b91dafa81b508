import type { HouseContext } from '../house/resolve.ts';
import type { CstNote } from '../model/cst.ts';
import type { House } from '../model/house.ts';
import { span } from '../text/index.ts';
import { explainDifference } from './equivalence/index.ts';
import { ParseCache } from './parse-cache.ts';
import { FULL_PLAN, noteText } from './print/index.ts';
import { type FormatOutcome, SafeFormatter } from './safe-formatter.ts';

export { UnsafeFormatError } from './safe-formatter.ts';

/*
 * What a formatter promises before anything is written: the result means the same, and formatting it again changes
 * nothing. What keeps it from that is found, and left as it stands.
 */

/**
 * The note in the one shape, as far as that keeps the promise.
 * @param shaped what the full plan prints.
 * @throws {BrokenPromise}
 */
export function formatStably(cst: CstNote, shaped: string, house: House, houseContext: HouseContext): FormatOutcome {
  const parseCache = new ParseCache(houseContext);
  const parsed = parseCache.taken(cst, house);
  const { text } = cst.note.source;
  if (!parsed)
    return { text, unformatted: [{ span: span(0, text.length), reason: 'it is too complex to be compared' }] };
  const formatter = new SafeFormatter(parsed, parseCache);
  return untilStable(formatter.formatSafely(shaped), parseCache, formatter) ?? formatter.withoutText();
}

/** Whether a note means the same as another; of one that cannot be read nothing is said but that neither can the other. */
export function meansTheSame(before: string, after: string, houseContext: HouseContext): boolean {
  const parseCache = new ParseCache(houseContext);
  const [was, is] = [before, after].map((text) => parseCache.of(text)?.equivalence);
  return was && is ? explainDifference(was, is) === undefined : was === is;
}

/** So often the result is formatted again, where a block that was left can be shaped once those around it are. */
const ROUNDS = 4;

/** What formatting the result again does not change any more; undefined where it goes on and on. */
function untilStable(
  first: FormatOutcome,
  parseCache: ParseCache,
  formatter: SafeFormatter,
): FormatOutcome | undefined {
  let { text } = first;
  for (let round = 0; round < ROUNDS; round++) {
    const parsed = parseCache.of(text);
    if (!parsed) return undefined;
    const shaped = noteText(parsed.cst, parsed.house, FULL_PLAN);
    const next = shaped === text ? text : new SafeFormatter(parsed, parseCache).formatSafely(shaped).text;
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
