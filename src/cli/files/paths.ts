import { existsSync, lstatSync, realpathSync, statSync } from 'node:fs';
import { basename, dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';
import { shownPath } from '../run/read-note.ts';
import { codeOf, FileError, fileError } from './error.ts';
import { noteUse } from './observe.ts';

const realFolders = new Map<string, string>();

/** Resolves folders anew, for another run in this process. */
export function forgetFolders(): void {
  realFolders.clear();
}

/** The absolute path without symbolic links, as far as the path exists. Each folder is resolved once. */
export function realPath(path: string): string {
  const whole = resolve(path);
  const folder = dirname(whole);
  if (lstatSync(whole, { throwIfNoEntry: false })?.isSymbolicLink()) {
    try {
      return realpathSync(whole);
    } catch {
      return whole;
    }
  }
  const real = realFolder(folder);
  return real === folder ? whole : join(real, basename(whole));
}

function realFolder(folder: string): string {
  const known = realFolders.get(folder);
  if (known !== undefined) return known;
  const parent = dirname(folder);
  let real = folder;
  try {
    real = realpathSync(folder);
  } catch {
    if (parent !== folder) real = join(realFolder(parent), basename(folder));
  }
  realFolders.set(folder, real);
  return real;
}

/** The error codes of a file that is not there, for a program that looks for it. */
const NOT_THERE: readonly (string | undefined)[] = ['ENOENT', 'ENOTDIR', 'EACCES', 'ELOOP'];

/**
 * Whether a file is there that copydesk reads without being told to.
 * @throws {FileError} for a pipe, which might never end, and if the disk fails.
 */
export function isThere(path: string): boolean {
  noteUse(path);
  try {
    if (!statSync(path).isFIFO()) return true;
  } catch (error) {
    if (NOT_THERE.includes(codeOf(error))) return false;
    throw fileError(shownPath(path), error);
  }
  throw new FileError(path, 'ESTREAM', `'${shownPath(path)}' is a pipe, not a file`, 'Remove it, or rename it.');
}

export function isLink(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() ?? false;
}

/** Whether a folder is the top of a repository. `.git` is a folder, or a file in a linked working tree and a submodule. */
export function isRepositoryTop(folder: string): boolean {
  return existsSync(join(folder, '.git'));
}

/** The file or folder of this name in the folder or the nearest one above it. Undefined if there is none. */
export function nearestAbove(folder: string, name: string): string | undefined {
  const path = join(folder, name);
  if (existsSync(path)) return path;
  return dirname(folder) === folder ? undefined : nearestAbove(dirname(folder), name);
}

/** The top of the repository that contains a folder. Undefined outside a repository. */
export function repositoryTop(folder: string): string | undefined {
  const git = nearestAbove(folder, '.git');
  return git === undefined ? undefined : dirname(git);
}

/**
 * A function that returns a file's path from the top of the current repository, with slashes, as code scanning expects it.
 * Outside a repository the path starts at the current folder. Undefined for a file that is not below that folder.
 */
export function pathsFromTop(): (path: string) => string | undefined {
  const here = process.cwd();
  const top = repositoryTop(here) ?? here;
  return (path) => {
    // Stdin without a name.
    if (path === '<stdin>') return path;
    const short = relative(top, path);
    const isOutside = short === '' || isAbsolute(short) || short.split(sep)[0] === '..';
    return isOutside ? undefined : short.split(sep).join('/');
  };
}
