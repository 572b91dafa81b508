import type { HouseContext } from '../house/resolve.ts';
import type { CstNote } from '../model/cst.ts';
import type { House } from '../model/house.ts';
import { alwaysUnformatted, FULL_PLAN, noteText } from './print/index.ts';
import type { FormatOutcome } from './safe-format.ts';

/**
 * The note, formatted as far as its meaning allows. The proof and its second parser are loaded only if the note would change.
 * @throws {UnsafeFormatError} if not even the front matter keeps its meaning, which is a bug.
 */
export async function formatNote(cst: CstNote, house: House, houseContext: HouseContext): Promise<FormatOutcome> {
  const text = noteText(cst, house, FULL_PLAN);
  if (text === cst.note.source.text) return { text, unformatted: alwaysUnformatted(cst) };
  const { formatSafely } = await import('./safe-format.ts');
  return formatSafely(cst, text, house, houseContext);
}
