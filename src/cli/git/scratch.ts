import { lstatSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { FileError, fileError } from '../files/error.ts';
import { isAlive } from '../files/temporary.ts';

/** The names of the folders: `copydesk-<pid>-<random>`. */
const OURS = /^copydesk-(\d+)-\w{6}$/;

/** A private temporary folder, for git commands that only read files. Created when it is first needed. */
export class Scratch {
  #folder: string | undefined;
  #count = 0;

  /** Also removes what killed runs of the same user left. */
  constructor() {
    sweep(resolve(tmpdir()));
  }

  /** Writes a new file and returns its path. @throws {FileError} if the temporary folder is not writable. */
  file(bytes: Uint8Array): string {
    // Absolute: git runs in another folder.
    const place = resolve(tmpdir());
    try {
      this.#folder ??= mkdtempSync(join(place, `copydesk-${process.pid}-`));
      const path = join(this.#folder, String(++this.#count));
      writeFileSync(path, bytes, { flag: 'wx' });
      return path;
    } catch (error) {
      throw unusable(place, error);
    }
  }

  /** Never throws: the system cleans its temporary folder. */
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

function sweep(place: string): void {
  try {
    for (const name of readdirSync(place)) {
      const pid = OURS.exec(name)?.[1];
      if (pid === undefined || isAlive(Number(pid))) continue;
      const found = lstatSync(join(place, name));
      if (found.isDirectory() && found.uid === process.getuid?.())
        rmSync(join(place, name), { recursive: true, force: true });
    }
  } catch {
    // Another run may be removing the same folder, and a folder that stays does no harm.
  }
}

function unusable(place: string, error: unknown): FileError {
  const { code, message, cause } = fileError(place, error);
  const why = code === 'ENOENT' ? `no such folder '${place}'` : message;
  const advice = 'Set TMPDIR to a writable folder with free space, and run again.';
  return new FileError(place, code, `cannot create a temporary file: ${why}`, advice, cause);
}
