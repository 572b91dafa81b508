import { existsSync, readFileSync, statSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { shownPath } from '../run/read-note.ts';
import { codeOf, FileError } from './error.ts';
import { compileGlob } from './glob.ts';
import { isLink, isRepositoryTop, isThere } from './paths.ts';
import { readTextFile } from './read.ts';

/** In the order in which they apply: a later file overrides an earlier one. */
const NAMES = ['.gitignore', '.copydeskignore'];

/** A line of an ignore file. */
export interface IgnoreRule {
  readonly file: string;
  /** From 1. */
  readonly line: number;
  /** Its pattern as written. */
  readonly text: string;
  readonly isNegated: boolean;
  /** Whether it matches only folders. */
  readonly isForFolders: boolean;
  /** Whether it matches a file or folder, by its `place` and its name. */
  matches(place: string, name: string): boolean;
}

/** The rules that apply in a folder. */
interface Folder {
  /** The folder's path from the top of the repository or the file system, as `byBytes`, with a final `/`. Empty for the top. */
  readonly place: string;
  /** Every rule from the top down to this folder. Shared with the folder above if this folder adds none. */
  readonly rules: readonly IgnoreRule[];
  /** What ignores the folder itself, and so everything below it, whatever ignore files there say. */
  readonly ignoredBy?: IgnoreRule;
}

/**
 * Evaluates `.gitignore`, `.git/info/exclude` and `.copydeskignore` as git does (gitignore(5)), whether or not git tracks the
 * file. Reads the ignore files from the file's folder up to the top of its repository, or of the file system outside a
 * repository. Reads each one once. Not the package `ignore`, whose expressions never end for a line with many `*`.
 */
export class IgnoreFiles {
  readonly #folders = new Map<string, Folder | FileError>();

  /** @throws {FileError} for an ignore file that cannot be read: the same error for every file below it. */
  isIgnored(path: string): boolean {
    return this.ruleFor(path) !== undefined;
  }

  /** As `isIgnored`, for a folder. No pattern can include a file again below an ignored folder. */
  isFolderIgnored(path: string): boolean {
    return this.ruleForFolder(path) !== undefined;
  }

  /** The line that ignores a file. @throws {FileError} as `isIgnored`. */
  ruleFor(path: string): IgnoreRule | undefined {
    return ignoredBy(this.#of(dirname(path)), basename(path));
  }

  /** The line that ignores a folder. @throws {FileError} as `isIgnored`. */
  ruleForFolder(path: string): IgnoreRule | undefined {
    return ignoredBy(this.#of(dirname(path)), `${basename(path)}/`);
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
        return { place: '', rules: topFiles(folder).flatMap((file) => rulesIn(file, '')) };
      }
      const above = this.#of(parent);
      const name = `${basename(folder)}/`;
      const place = above.place + byBytes(name);
      const rule = ignoredBy(above, name);
      if (rule) return { place, rules: [], ignoredBy: rule };
      const files = ignoreFiles(folder);
      const rules =
        files.length === 0 ? above.rules : above.rules.concat(files.flatMap((file) => rulesIn(file, place)));
      return { place, rules };
    } catch (error) {
      if (error instanceof FileError) return error;
      throw error;
    }
  }
}

/** @param name with a final `/` for a folder. The last rule that matches decides. */
function ignoredBy({ place, rules, ignoredBy: above }: Folder, name: string): IgnoreRule | undefined {
  if (above) return above;
  const isFolder = name.endsWith('/');
  const bare = byBytes(isFolder ? name.slice(0, -1) : name);
  const last = rules.findLast((rule) => (isFolder || !rule.isForFolders) && rule.matches(place, bare));
  return last?.isNegated ? undefined : last;
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
  const exclude = shared === undefined ? [] : [join(shared, 'info', 'exclude')].filter(isThere);
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

/** As git does, skips a `.gitignore` that is a link. */
function ignoreFiles(folder: string): string[] {
  const files = NAMES.map((name) => join(folder, name)).filter(isThere);
  return files.filter((file) => basename(file) !== '.gitignore' || !isLink(file));
}

function rulesIn(file: string, place: string): IgnoreRule[] {
  const text = read(file);
  const written = text.split(/\r?\n/);
  return byBytes(text)
    .split(/\r?\n/)
    .flatMap((line, at) => {
      const rule = ruleOf(line, place);
      return rule ? { ...rule, file, line: at + 1, text: (written[at] ?? '').trim() } : [];
    });
}

/** The longest path of Linux. A longer line matches nothing. */
const LONGEST = 4096;

/** The rule of a line in an ignore file of a folder. Undefined for a line without one. */
function ruleOf(line: string, folder: string): Omit<IgnoreRule, 'file' | 'line' | 'text'> | undefined {
  const isNegated = line.startsWith('!');
  const text = withoutFinalSpaces(line.slice(isNegated ? 1 : 0));
  const pattern = text.replace(/\/$/, '');
  const isComment = line.startsWith('#');
  if (isComment || pattern === '' || endsInEscape(pattern) || pattern.length > LONGEST) return undefined;
  const matches = compileGlob(asGlob(pattern), { dot: true });
  // Only a slash before the end anchors a pattern to its folder.
  const isAnchored = pattern.includes('/');
  return {
    isNegated,
    isForFolders: text.endsWith('/'),
    matches: (place, name) => matches(isAnchored ? place.slice(folder.length) + name : name),
  };
}

/** Spaces at the end have no meaning, except one after a backslash. */
function withoutFinalSpaces(line: string): string {
  const text = line.replace(/(?<! ) +$/, '');
  return endsInEscape(text) && text !== line ? `${text} ` : text;
}

/** Whether a text ends with a backslash that makes the next character literal. */
function endsInEscape(text: string): boolean {
  return (/\\*$/.exec(text)?.[0].length ?? 0) % 2 === 1;
}

/** A pattern of git as a glob. In git, `***` means `**`, groups are literal, and `/**` at the end excepts the folder itself. */
function asGlob(pattern: string): string {
  return pattern
    .replace(/^\//, '')
    .replace(/\\.|\*{3,}|[{}()]/gs, (found) => {
      if (found.startsWith('*')) return '**';
      return found.length === 2 ? found : `\\${found}`;
    })
    .replace(/\/\*\*$/, '/**/*');
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
