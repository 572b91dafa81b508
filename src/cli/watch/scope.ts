import type { Stats } from 'node:fs';
import { statSync } from 'node:fs';
import { basename, dirname, resolve, sep } from 'node:path';

export interface ScopeOptions {
  /** Whether a file in a watched folder counts. Without it, every file does whose name does not start with a dot. */
  readonly matters?: (path: string) => boolean;
  /** Whether a folder is left out, with everything in it. Hidden folders and `node_modules` always are. */
  readonly staysOut?: (folder: string) => boolean;
}

/** Which of the files on a disk are watched: those that are named, and those in the folders that are named. */
export class Scope {
  readonly #matters: (path: string) => boolean;
  readonly #staysOut: (folder: string) => boolean;
  readonly #files = new Set<string>();
  readonly #folders = new Set<string>();
  readonly #roots = new Set<string>();

  constructor({ matters = isVisible, staysOut = () => false }: ScopeOptions) {
    this.#matters = matters;
    this.#staysOut = staysOut;
  }

  /**
   * Takes a file or a folder, which need not exist.
   * @returns the folder to watch for it: the one above it, because a file that is replaced or removed takes its watcher along.
   */
  add(path: string): string {
    const whole = resolve(path);
    const isFolder = isDirectory(whole);
    (isFolder ? this.#folders : this.#files).add(whole);
    // The current folder cannot be renamed while it is in use.
    const root = isFolder && isAbove(whole, process.cwd()) ? whole : dirname(whole);
    this.#roots.add(root);
    return root;
  }

  /** Whether something that exists is to be watched. */
  follows(path: string, stats: Pick<Stats, 'isDirectory' | 'isSymbolicLink'>): boolean {
    if (this.#roots.has(path)) return true;
    // As in a search for notes: a link to a folder may lead into a circle.
    if (stats.isSymbolicLink() && isDirectory(path)) return false;
    if (!stats.isDirectory()) return this.hasFile(path);
    return this.#folders.has(path) || this.#isBelow(path, (below) => !this.#leavesOut(path, below));
  }

  /** Whether a file counts, by its name alone. */
  hasFile(path: string): boolean {
    if (this.#files.has(path)) return true;
    return this.#matters(path) && this.#isBelow(path, (below) => !this.#leavesOut(dirname(path), below.slice(0, -1)));
  }

  /** Whether a path is in one of the folders. @param isWanted gets the names below that folder. */
  #isBelow(path: string, isWanted: (below: readonly string[]) => boolean): boolean {
    return [...this.#folders].some((folder) => {
      const start = inside(folder);
      return path.startsWith(start) && isWanted(path.slice(start.length).split(sep));
    });
  }

  /** Whether a folder is left out, or one above it in the watched folder. @param below the names of these folders. */
  #leavesOut(folder: string, below: readonly string[]): boolean {
    let at = folder;
    for (const name of [...below].reverse()) {
      if (name.startsWith('.') || name === 'node_modules' || this.#staysOut(at)) return true;
      at = dirname(at);
    }
    return false;
  }
}

function isVisible(path: string): boolean {
  return !basename(path).startsWith('.');
}

function isDirectory(path: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch {
    return false;
  }
}

function isAbove(folder: string, path: string): boolean {
  return folder === path || path.startsWith(inside(folder));
}

function inside(folder: string): string {
  return folder.endsWith(sep) ? folder : folder + sep;
}
