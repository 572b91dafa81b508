import type { HouseContext } from '../house/resolve.ts';
import type { CstNote } from '../model/cst.ts';
import type { House } from '../model/house.ts';
import { alwaysUnformatted, FULL_PLAN, noteText } from './print/index.ts';
import type { FormatOutcome } from './safe-formatter.ts';

/**
 * A note in the one shape, as far as that means the same. The second parser, by which that is judged, is loaded only for
 * a note that would change.
 * @throws {BrokenPromise} where nothing of the note could be kept the same: a bug.
 */
export async function formatNote(cst: CstNote, house: House, houseContext: HouseContext): Promise<FormatOutcome> {
  const text = noteText(cst, house, FULL_PLAN);
  if (text === cst.note.source.text) return { text, unformatted: alwaysUnformatted(cst) };
  const { formatStably } = await import('./safe-format.ts');
  return formatStably(cst, text, house, houseContext);
}
