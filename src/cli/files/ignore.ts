import { existsSync, readFileSync, statSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import ignore, { type Ignore } from 'ignore';
import { shownPath } from '../run/read-note.ts';
import { codeOf, FileError } from './error.ts';
import { isRepositoryTop } from './paths.ts';
import { readTextFile } from './read.ts';

/** In the order in which they apply: a later file overrides an earlier one. */
const NAMES = ['.gitignore', '.copydeskignore'];

/** The rules that apply in a folder. */
interface Folder {
  /** The folder's path from the top of the repository or the file system, as `byBytes`, with a final `/`. Empty for the top. */
  readonly place: string;
  /** Every pattern from the top down to this folder. Shared with the folder above if this folder adds none. */
  readonly rules: Ignore | undefined;
  /** The folder itself is ignored, and so is everything below it, whatever ignore files there say. */
  readonly isIgnored: boolean;
}

/**
 * Evaluates `.gitignore`, `.git/info/exclude` and `.copydeskignore` as git does (gitignore(5)), whether or not git tracks the
 * file. Reads the ignore files from the file's folder up to the top of its repository, or of the file system outside a
 * repository. Reads each one once. The package `ignore` matches patterns, but knows neither nested files nor git's folders.
 */
export class IgnoreFiles {
  readonly #folders = new Map<string, Folder | FileError>();

  /** @throws {FileError} for an ignore file that cannot be read: the same error for every file below it. */
  isIgnored(path: string): boolean {
    return isIgnoredBy(this.#of(dirname(path)), basename(path));
  }

  /** As `isIgnored`, for a folder. No pattern can include a file again below an ignored folder. */
  isFolderIgnored(path: string): boolean {
    return isIgnoredBy(this.#of(dirname(path)), `${basename(path)}/`);
  }

  #of(folder: string): Folder {
    // By the given name as well, because resolving a path costs more than the lookup.
    let found = this.#folders.get(folder);
    if (!found) {
      const whole = resolve(folder);
      found = this.#folders.get(whole) ?? this.#look(whole);
      this.#folders.set(folder, found).set(whole, found);
    }
    if (found instanceof FileError) throw found;
    return found;
  }

  #look(folder: string): Folder | FileError {
    try {
      const parent = dirname(folder);
      if (parent === folder || isRepositoryTop(folder)) {
        return { place: '', rules: addTo(undefined, '', topFiles(folder)), isIgnored: false };
      }
      const above = this.#of(parent);
      const name = `${basename(folder)}/`;
      const place = above.place + byBytes(name);
      if (isIgnoredBy(above, name)) return { place, rules: undefined, isIgnored: true };
      return { place, rules: addTo(above.rules, place, ignoreFiles(folder)), isIgnored: false };
    } catch (error) {
      if (error instanceof FileError) return error;
      throw error;
    }
  }
}

function isIgnoredBy({ place, rules, isIgnored }: Folder, name: string): boolean {
  return isIgnored || (rules?.ignores(place + byBytes(name)) ?? false);
}

/**
 * The text with one character for each byte of its UTF-8, because in git `?` matches one byte. Bytes above ASCII become
 * private-use characters: in Latin-1 some of them are spaces, which a pattern loses at its end.
 */
function byBytes(text: string): string {
  if (!/[^\x00-\x7f]/.test(text)) return text;
  const bytes = Buffer.from(text).toString('latin1');
  return bytes.replace(/[\x80-\xff]/g, (byte) => String.fromCharCode(0xe000 + byte.charCodeAt(0)));
}

function topFiles(folder: string): string[] {
  const shared = sharedGitFolder(folder);
  const exclude = shared === undefined ? [] : [join(shared, 'info', 'exclude')].filter(existsSync);
  return [...exclude, ...ignoreFiles(folder)];
}

/**
 * The folder that all working trees of a repository share, with its `info/exclude`. A `.git` that is a file names the
 * working tree's own folder. A file `commondir` in that folder names the shared one.
 * @returns undefined if git could not read it either.
 */
function sharedGitFolder(top: string): string | undefined {
  const git = join(top, '.git');
  try {
    if (statSync(git).isDirectory()) return git;
    const own = /^gitdir: (.+?)\r?\n?$/.exec(readFileSync(git, 'utf8'))?.[1];
    if (own === undefined) return undefined;
    const folder = resolve(top, own);
    const shared = join(folder, 'commondir');
    return existsSync(shared) ? resolve(folder, readFileSync(shared, 'utf8').trim()) : folder;
  } catch {
    return undefined;
  }
}

function ignoreFiles(folder: string): string[] {
  return NAMES.map((name) => join(folder, name)).filter(existsSync);
}

/**
 * The rules followed by those of more files. One list for a folder, relative to one top, lets a deeper file override a file
 * above it, as in git.
 */
function addTo(rules: Ignore | undefined, place: string, files: readonly string[]): Ignore | undefined {
  if (files.length === 0) return rules;
  // Case matters, as in git by default, so that the same files are ignored on every machine.
  const made = ignore({ ignoreCase: false });
  if (rules) made.add(rules);
  for (const file of files) {
    const lines = byBytes(read(file)).split(/\r?\n/);
    made.add(place === '' ? lines : lines.flatMap((line) => moved(line, place)));
  }
  return made;
}

/** Rewrites a pattern of a folder as a pattern of the top. */
function moved(line: string, place: string): string[] {
  const [, not = '', pattern = ''] = /^(!?)(.*)$/s.exec(line) ?? [];
  if (line.startsWith('#') || /^[/ ]*$/.test(pattern)) return [];
  // Only a slash before the end anchors a pattern to its folder.
  const isAnchored = /\/(?! *$)/.test(pattern);
  const literal = place.replace(/[\\*?[]/g, '\\$&');
  return [`${not}/${literal}${isAnchored ? pattern.replace(/^\//, '') : `**/${pattern}`}`];
}

function read(file: string): string {
  try {
    return readTextFile(shownPath(file)).replace(/^\ufeff/, '');
  } catch (error) {
    if (codeOf(error) !== 'EISDIR') throw error;
    const message = `'${shownPath(file)}' is a folder, not an ignore file`;
    throw new FileError(file, 'EISDIR', message, 'Rename it, or remove it.', error);
  }
}
