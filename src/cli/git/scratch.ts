import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { FileError, fileError } from '../files/error.ts';

/** A folder of the user's alone for what git only takes as a file. Made when it is first needed. */
export class Scratch {
  #folder: string | undefined;
  #count = 0;

  /** The path of a new file. @throws {FileError} where the folder for temporary files takes none. */
  file(bytes: Uint8Array): string {
    // Absolute: git runs in another folder.
    const place = resolve(tmpdir());
    try {
      this.#folder ??= mkdtempSync(join(place, 'copydesk-'));
      const path = join(this.#folder, String(++this.#count));
      writeFileSync(path, bytes, { flag: 'wx' });
      return path;
    } catch (error) {
      throw unusable(place, error);
    }
  }

  /** Never throws: what cannot be removed is left to whoever tidies the folder for temporary files. */
  remove(): void {
    const folder = this.#folder;
    this.#folder = undefined;
    try {
      if (folder !== undefined) rmSync(folder, { recursive: true, force: true });
    } catch {
      return;
    }
  }
}

function unusable(place: string, error: unknown): FileError {
  const { code, message, cause } = fileError(place, error);
  const why = code === 'ENOENT' ? `no such folder: ${place}` : message;
  const advice = 'Set TMPDIR to a writable folder with free space, and run again.';
  return new FileError(place, code, `cannot create a temporary file: ${why}`, advice, cause);
}
