import type { Desk } from './desk.ts';
import type { House } from './model/house.ts';
import type { WrittenNote } from './model/written.ts';
import { difference } from './read/meaning/index.ts';
import { Readings } from './readings.ts';
import { span } from './text/index.ts';
import { type Kept, Trial } from './trial.ts';
import { FULL, noteText } from './write/note/index.ts';

export { BrokenPromise } from './trial.ts';

/*
 * What a formatter promises before anything is written: the result means the same, and formatting it again changes
 * nothing. What keeps it from that is found, and left as it stands.
 */

/**
 * The note in the one shape, as far as that keeps the promise.
 * @param shaped what the full plan prints.
 * @throws {BrokenPromise}
 */
export function keepPromise(written: WrittenNote, shaped: string, house: House, desk: Desk): Kept {
  const readings = new Readings(desk);
  const reading = readings.taken(written, house);
  const { text } = written.note.source;
  if (!reading) return { text, left: [{ span: span(0, text.length), reason: 'it is too complex to be compared' }] };
  const trial = new Trial(reading, readings);
  return settled(trial.attempt(shaped), readings, trial) ?? trial.withoutText();
}

/** Whether a note means the same as another; of one that cannot be read nothing is said but that neither can the other. */
export function meansTheSame(before: string, after: string, desk: Desk): boolean {
  const readings = new Readings(desk);
  const [was, is] = [before, after].map((text) => readings.of(text)?.meaning);
  return was && is ? difference(was, is) === undefined : was === is;
}

/** So often the result is formatted again, where a block that was left can be shaped once those around it are. */
const ROUNDS = 4;

/** What formatting the result again does not change any more; undefined where it goes on and on. */
function settled(first: Kept, readings: Readings, trial: Trial): Kept | undefined {
  let { text } = first;
  for (let round = 0; round < ROUNDS; round++) {
    const reading = readings.of(text);
    if (!reading) return undefined;
    const shaped = noteText(reading.written, reading.house, FULL);
    const next = shaped === text ? text : new Trial(reading, readings).attempt(shaped).text;
    if (next === text) {
      if (round === 0) return first;
      return trial.means(text)
        ? { text, left: first.left.filter(({ span }) => text.includes(trial.firstLine(span))) }
        : undefined;
    }
    text = next;
  }
  return undefined;
}
