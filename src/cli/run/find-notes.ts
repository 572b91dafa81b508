import type { IgnoreFilter } from '../files/ignore-filter.ts';
import { findInputs, type Inputs } from '../files/inputs.ts';
import { namesInList, readBytes } from '../files/read.ts';
import { NOTE_ENDING } from '../files/search.ts';
import type { Host } from '../host.ts';

interface SearchNames {
  readonly notes: readonly string[];
  readonly filesFrom?: string;
  /** Include files whose names are not those of notes. */
  readonly force: boolean;
}

/**
 * The notes that a request names on the command line and in its list. With neither, the note comes from stdin; an empty
 * list names nothing. A program that writes a list names images and tables as well, so other extensions are skipped there.
 * @throws {FileError} for a list that cannot be read.
 */
export async function findNotes(
  { notes, filesFrom, force }: SearchNames,
  ignoreFilter: IgnoreFilter | undefined,
  host: Host,
): Promise<Inputs> {
  const staysOut = async (folder: string) => (await ignoreFilter?.hasFolder(folder)) ?? false;
  if (filesFrom === undefined) return findInputs(notes.length === 0 ? ['-'] : notes, { staysOut });
  const isStdin = filesFrom === '-';
  const bytes = isStdin ? await host.readStdin() : readBytes(filesFrom);
  const mayBeNote = async (path: string) =>
    NOTE_ENDING.test(path) || ((await ignoreFilter?.isNamedNote(path)) ?? false);
  return findInputs(notes, {
    listed: namesInList(bytes, isStdin ? '<stdin>' : filesFrom),
    ...(force ? {} : { mayBeNote }),
    staysOut,
  });
}
