import { readFileSync } from 'node:fs';
import { basename, dirname, resolve } from 'node:path';
import { CONFIGURATION } from '../config/config-resolver.ts';
import type { FileObserver } from '../files/observe.ts';
import { realPath } from '../files/paths.ts';
import { NOTE_ENDING } from '../files/search.ts';

/** The files that decide about notes wherever they are. */
const SETTINGS: readonly string[] = [CONFIGURATION, 'house.yaml', '.gitignore', '.copydeskignore'];

/** What the runs know about files: which ones they use, and with what content they left each note. */
export class KnownFiles implements FileObserver {
  /** The digest of each file that a run has worked on, by its real path. */
  readonly #contents = new Map<string, string>();
  readonly #used = new Set<string>();
  /** What is used and not watched yet. */
  readonly #unwatched = new Set<string>();
  /** The notes of the newest run. */
  #notes: ReadonlySet<string> = new Set();

  uses(path: string): void {
    const whole = resolve(path);
    if (this.#used.has(whole)) return;
    this.#used.add(whole);
    this.#unwatched.add(whole);
  }

  holds(path: string, bytes: Uint8Array): void {
    this.#contents.set(realPath(path), digest(bytes));
  }

  /** Takes the paths of all notes. */
  setNotes(notes: ReadonlySet<string>): void {
    this.#notes = notes;
  }

  isNote(path: string): boolean {
    return this.#notes.has(path);
  }

  /** The files and folders that are used and not watched yet. They are from now on. */
  takeUnwatched(): readonly string[] {
    const paths = [...this.#unwatched];
    this.#unwatched.clear();
    return paths;
  }

  /** Whether a change of a file in a watched folder may mean work. */
  matters(path: string): boolean {
    if (this.#isUsed(path) || SETTINGS.includes(basename(path))) return true;
    return NOTE_ENDING.test(path) && !basename(path).startsWith('.');
  }

  /**
   * Whether all notes depend on a file, or may do. A search for notes also finds a configuration and the text of a source. A note
   * in a used folder, such as that of a house, is only a note.
   */
  decides(path: string): boolean {
    if (this.#used.has(path) || SETTINGS.includes(basename(path))) return true;
    return !this.isNote(path) && this.#isUsed(path);
  }

  /** Whether a file is as a run has read or written it, so that there is nothing to do. Forgets it otherwise. */
  isSame(path: string): boolean {
    const real = realPath(path);
    const before = this.#contents.get(real);
    if (before === undefined) return false;
    try {
      if (digest(readFileSync(path)) === before) return true;
    } catch {
      // The run says what is wrong with it.
    }
    this.#contents.delete(real);
    return false;
  }

  /** Of a used folder, such as that of a house, every file counts but those that an editor keeps beside the file that it edits. */
  #isUsed(path: string): boolean {
    return this.#used.has(path) || (this.#used.has(dirname(path)) && !/^\.|~$/.test(basename(path)));
  }
}

function digest(bytes: Uint8Array): string {
  return process.getBuiltinModule('node:crypto').hash('sha256', bytes, 'base64url');
}
