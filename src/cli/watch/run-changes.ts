import { resolve } from 'node:path';
import type { Input } from '../files/inputs.ts';
import type { Changes } from '../run/pipeline.ts';
import { shownPath } from '../run/read-note.ts';
import type { FileChange } from './change-queue.ts';
import type { KnownFiles } from './known-files.ts';

/** More changes than this are only counted. */
const MOST_LINES = 5;

export interface RunChangesOptions {
  readonly known: KnownFiles;
  /** A removed note means work. */
  readonly seesRemovals: boolean;
  /** Prints what has changed, before the run does anything. */
  readonly announce: (lines: readonly string[]) => Promise<void>;
}

/** The first run: all notes. */
export function allNotes({ known, announce }: RunChangesOptions): Changes {
  return { isKnown: false, has: () => true, begin: (inputs) => beginAll(inputs, known, () => announce([])) };
}

/** All notes again, because files have changed that decide about them. */
export function notesAgain(changes: readonly FileChange[], { known, announce }: RunChangesOptions): Changes {
  const [first] = changes;
  const line = first ? againLine(lineOf(first), changes.length - 1) : 'all notes again';
  return { isKnown: false, has: () => true, begin: (inputs) => beginAll(inputs, known, () => announce([line])) };
}

function againLine(first: string, others: number): string {
  return others > 0 ? `${first} and ${others} more: all notes again` : `${first}: all notes again`;
}

async function beginAll(inputs: readonly Input[], known: KnownFiles, announce: () => Promise<void>): Promise<boolean> {
  known.setNotes(pathsOf(inputs));
  await announce();
  return true;
}

/** The notes that have changed. What else has changed in the folders is nothing. */
export function changedNotes(changes: readonly FileChange[], options: RunChangesOptions): Changes {
  const { known, seesRemovals, announce } = options;
  const changed = new Set(changes.filter(({ kind }) => kind === 'changed').map(({ path }) => path));
  const has = ({ path }: Input): boolean => changed.has(resolve(path));
  return {
    isKnown: true,
    has,
    begin: async (inputs) => {
      const removed = changes.filter(({ kind, path }) => kind === 'removed' && known.isNote(path));
      const found = inputs.filter(has);
      known.setNotes(pathsOf(inputs));
      const lines = [...removed.map(lineOf), ...found.map(({ path }) => `${path} changed`)];
      if (lines.length === 0) return false;
      await announce(lines.length > MOST_LINES ? [`${lines.length} notes changed`] : lines);
      return found.length > 0 || seesRemovals;
    },
  };
}

function lineOf({ path, kind }: FileChange): string {
  return kind === 'removed' ? `${shownPath(path)} removed` : `${shownPath(path)} changed`;
}

function pathsOf(inputs: readonly Input[]): ReadonlySet<string> {
  return new Set(inputs.map(({ path }) => resolve(path)));
}
