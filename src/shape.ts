import type { Desk } from './desk.ts';
import type { House } from './model/house.ts';
import type { WrittenNote } from './model/written.ts';
import type { Kept } from './trial.ts';
import { FULL, leftAnyway, noteText } from './write/note/index.ts';

/**
 * A note in the one shape, as far as that means the same. The second parser, by which that is judged, is loaded only for
 * a note that would change.
 * @throws {BrokenPromise} where nothing of the note could be kept the same: a bug.
 */
export async function shapeOf(written: WrittenNote, house: House, desk: Desk): Promise<Kept> {
  const text = noteText(written, house, FULL);
  if (text === written.note.source.text) return { text, left: leftAnyway(written) };
  const { keepPromise } = await import('./promise.ts');
  return keepPromise(written, text, house, desk);
}
