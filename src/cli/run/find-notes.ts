import type { IgnoreFilter } from '../files/ignore-filter.ts';
import { findInputs, type Inputs } from '../files/inputs.ts';
import { readBytes } from '../files/read.ts';
import { NOTE_ENDING } from '../files/walk.ts';
import type { Host } from '../host.ts';

export interface Named {
  readonly notes: readonly string[];
  readonly filesFrom?: string;
  /** Also what is no note by its name. */
  readonly force: boolean;
}

/**
 * What a request names, on its command line and in its list. With neither that is standard input; an empty list is nothing.
 * A list comes from a program, which names images and tables as well: what has not a note's ending is passed over there.
 * @throws {FileError} for a list that cannot be read.
 */
export async function findNotes(
  { notes, filesFrom, force }: Named,
  ignoreFilter: IgnoreFilter,
  host: Host,
): Promise<Inputs> {
  const staysOut = (folder: string) => ignoreFilter.hasFolder(folder);
  if (filesFrom === undefined) return findInputs(notes.length === 0 ? ['-'] : notes, { staysOut });
  const { namesInList } = await import('../files/list.ts');
  const isStdin = filesFrom === '-';
  const bytes = isStdin ? await host.readStdin() : readBytes(filesFrom);
  const mayBeNote = async (path: string) => NOTE_ENDING.test(path) || ignoreFilter.isNamedNote(path);
  return findInputs(notes, {
    listed: namesInList(bytes, isStdin ? '<stdin>' : filesFrom),
    ...(force ? {} : { mayBeNote }),
    staysOut,
  });
}
