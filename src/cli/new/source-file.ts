import { basename, dirname, extname, join, relative, resolve, sep } from 'node:path';
import { decode } from '../../read/decode.ts';
import { FileError } from '../files/error.ts';
import { readTextFile } from '../files/read.ts';
import type { Host } from '../host.ts';

/** The folder beside a note in which `check` looks for the texts of sources. */
const FOLDER = 'sources';

/** The text of `--from`. @throws {FileError} if it cannot be read or is not UTF-8. */
export async function readSource(from: string, host: Host): Promise<string> {
  if (from !== '-') return readTextFile(from);
  const decoded = decode(await host.readStdin());
  if (decoded.kind === 'text') return decoded.text;
  throw new FileError('<stdin>', 'EILSEQ', '<stdin>: not UTF-8 text', 'Convert the text to UTF-8.');
}

/** The file that keeps the text of a source. */
export interface SourceFile {
  /** Relative to the note, for `source_text`. */
  readonly written: string;
  /** The file to create. Absent if the text is in a file below the folder of the note already. */
  readonly path?: string;
}

/** @param isConverted whether the text is not what the file holds. */
export function sourceFileOf(note: string, from: string, isConverted: boolean): SourceFile {
  const folder = dirname(note);
  if (from !== '-' && !isConverted) {
    const below = relative(resolve(folder), resolve(from));
    if (
      below !== '' &&
      !below.startsWith(`..${sep}`) &&
      below !== '..' &&
      resolve(folder, below) === resolve(from) &&
      !/^[a-z]:/i.test(below)
    )
      return { written: below.replaceAll(sep, '/') };
  }
  const name = `${basename(note, extname(note))}.txt`;
  return { written: `${FOLDER}/${name}`, path: join(folder, FOLDER, name) };
}
