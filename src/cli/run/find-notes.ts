import type { ConfigResolver } from '../config/config-resolver.ts';
import type { IgnoreFilter } from '../files/ignore-filter.ts';
import { findInputs, type Inputs } from '../files/inputs.ts';
import { noteUse } from '../files/observe.ts';
import { namesInList, readBytes } from '../files/read.ts';
import { NOTE_ENDING } from '../files/search.ts';
import type { Host } from '../host.ts';

interface SearchNames {
  readonly notes: readonly string[];
  readonly filesFrom?: string;
  /** Include files whose names are not those of notes. */
  readonly anyFile: boolean;
}

interface Finders {
  readonly ignoreFilter?: IgnoreFilter;
  readonly configResolver: ConfigResolver;
  readonly host: Host;
}

/**
 * The notes that a request names on the command line and in its list. With neither, the note comes from stdin; an empty
 * list names nothing. A program that writes a list names images and tables as well, so other extensions are skipped there.
 * @throws {FileError} for a list that cannot be read.
 */
export async function findNotes(
  { notes, filesFrom, anyFile }: SearchNames,
  { ignoreFilter, configResolver, host }: Finders,
): Promise<Inputs> {
  const staysOut = async (folder: string) => (await ignoreFilter?.hasFolder(folder)) ?? false;
  if (filesFrom === undefined) return findInputs(notes.length === 0 ? ['-'] : notes, { staysOut });
  const isStdin = filesFrom === '-';
  if (!isStdin) noteUse(filesFrom);
  const bytes = isStdin ? await host.readStdin() : readBytes(filesFrom);
  const mayBeNote = async (path: string) => NOTE_ENDING.test(path) || isNamedNote(path, configResolver);
  return findInputs(notes, {
    listed: namesInList(bytes, isStdin ? '<stdin>' : filesFrom),
    ...(anyFile ? {} : { mayBeNote }),
    staysOut,
  });
}

/** Whether `notes:` in the configuration names it. True if the configuration cannot be read: the note reports the error. */
async function isNamedNote(path: string, configResolver: ConfigResolver): Promise<boolean> {
  try {
    return (await configResolver.of(path)).isNote(path);
  } catch (error) {
    if (error instanceof Error) return true;
    throw error;
  }
}
