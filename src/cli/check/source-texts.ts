import { readdirSync } from 'node:fs';
import { basename, dirname, extname, join } from 'node:path';
import type { SourceProblem } from '../../lint/source-text/given.ts';
import { createSource, type Source } from '../../text/index.ts';
import { FileError } from '../files/error.ts';
import { noteUse } from '../files/observe.ts';
import { readTextFile } from '../files/read.ts';

/** The folder beside a note that holds the texts of sources, by the names of the notes. */
const FOLDER = 'sources';

/** Finds the text that each note is made of. */
export class SourceTexts {
  readonly #named: Source | undefined;
  /** The files in `sources/` beside the notes of a folder, so that a note without a text costs no search. */
  readonly #files = new Map<string, ReadonlySet<string>>();

  /**
   * @param path the file of `--source`.
   * @throws {FileError} if it cannot be read or is not UTF-8.
   */
  constructor(path: string | undefined) {
    this.#named = path === undefined ? undefined : createSource(path, readTextFile(path));
  }

  /** @param written the path in `source_text`, relative to the note. */
  find(note: string, written: string | undefined): Source | SourceProblem | undefined {
    if (this.#named) return this.#named;
    const path = written === undefined ? this.#beside(note) : join(dirname(note), written);
    if (path === undefined) return undefined;
    try {
      return createSource(path, readTextFile(path));
    } catch (error) {
      if (!(error instanceof FileError)) throw error;
      return { message: `source text: ${error.message}`, advice: error.advice };
    }
  }

  /** Whether a note has a source text that it does not name. */
  hasOwn(note: string): boolean {
    return this.#named !== undefined || this.#beside(note) !== undefined;
  }

  /** The file of the note's name in `sources/`. */
  #beside(note: string): string | undefined {
    const folder = join(dirname(note), FOLDER);
    let files = this.#files.get(folder);
    if (!files) {
      files = filesIn(folder);
      this.#files.set(folder, files);
    }
    if (files.size === 0) return undefined;
    const name = basename(note, extname(note));
    const found = [`${name}.txt`, `${name}.md`].find((file) => files.has(file));
    return found === undefined ? undefined : join(folder, found);
  }
}

/** The names in a folder: none if it does not exist or cannot be read. */
function filesIn(folder: string): ReadonlySet<string> {
  try {
    const names = readdirSync(folder);
    noteUse(folder);
    return new Set(names);
  } catch {
    return new Set();
  }
}
