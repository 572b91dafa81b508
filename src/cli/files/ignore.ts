import { existsSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import ignore, { type Ignore } from 'ignore';
import { shownPath } from '../run/read-note.ts';
import { codeOf, FileError } from './error.ts';
import { readTextFile } from './read.ts';
import { isRepositoryTop, sharedGitFolder } from './repository.ts';

/** In the order in which they are asked: what a later one says of a file holds. */
const NAMES = ['.gitignore', '.copydeskignore'];

/** What holds in a folder. */
interface Folder {
  /**
   * It, as `rules` name it, by its bytes: below the top of the repository, or of the file system, with `/` behind; empty
   * for the top.
   */
  readonly place: string;
  /** Every pattern from the top down to here; shared with the folder above where nothing is added. */
  readonly rules: Ignore | undefined;
  /** It is ignored itself, and so all below it, whatever an ignore file there says. */
  readonly isIgnored: boolean;
}

/**
 * Which files the ignore files of git (`.gitignore`, `.git/info/exclude`) and of our own (`.copydeskignore`) pass over, as
 * git reads them (gitignore(5)), whether or not git tracks the file. They count from the file's own folder up to the top of
 * its repository, or of the file system outside of one. Every ignore file is read once.
 */
export class IgnoreFiles {
  readonly #folders = new Map<string, Folder | FileError>();

  /** @throws {FileError} for an ignore file that cannot be read: the same one for every file that it is about. */
  isIgnored(path: string): boolean {
    return isIgnoredBy(this.#of(dirname(path)), basename(path));
  }

  /** As `isIgnored`, for a folder: nothing below an ignored one can be taken back. */
  isFolderIgnored(path: string): boolean {
    return isIgnoredBy(this.#of(dirname(path)), `${basename(path)}/`);
  }

  #of(folder: string): Folder {
    // By the name that was given, too: to resolve a path costs more than the look.
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
 * A text with a character for each byte of its UTF-8, as git takes it: `?` is one byte, and a letter beyond ASCII several.
 * Those have characters for private use: as Latin-1, some would be blanks, which are cut off at the end of a pattern.
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

function ignoreFiles(folder: string): string[] {
  return NAMES.map((name) => join(folder, name)).filter(existsSync);
}

/**
 * Rules with those of more files behind them. All that hold in a folder are one list, relative to one top: so a deeper
 * file takes back what one above it said, and a folder that is taken back is entered, as in git.
 */
function addTo(rules: Ignore | undefined, place: string, files: readonly string[]): Ignore | undefined {
  if (files.length === 0) return rules;
  // Git tells names by case, but where it was told not to: the same files are meant on every machine.
  const made = ignore({ ignoreCase: false });
  if (rules) made.add(rules);
  for (const file of files) {
    const lines = byBytes(read(file)).split(/\r?\n/);
    made.add(place === '' ? lines : lines.flatMap((line) => moved(line, place)));
  }
  return made;
}

/** A pattern of a folder as one of the top. @param place the folder, as above. */
function moved(line: string, place: string): string[] {
  const [, not = '', pattern = ''] = /^(!?)(.*)$/s.exec(line) ?? [];
  if (line.startsWith('#') || /^[/ ]*$/.test(pattern)) return [];
  // Only a slash before the end ties a pattern to its folder.
  const isTied = /\/(?! *$)/.test(pattern);
  const literal = place.replace(/[\\*?[]/g, '\\$&');
  return [`${not}/${literal}${isTied ? pattern.replace(/^\//, '') : `**/${pattern}`}`];
}

function read(file: string): string {
  try {
    return readTextFile(shownPath(file)).replace(/^\ufeff/, '');
  } catch (error) {
    if (codeOf(error) !== 'EISDIR') throw error;
    const message = `a folder, not an ignore file: ${shownPath(file)}`;
    throw new FileError(file, 'EISDIR', message, 'Rename it, or remove it.', error);
  }
}
