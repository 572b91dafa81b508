import { type Dirent, promises, realpath, stat } from 'node:fs';
import { relative, resolve, sep } from 'node:path';
import { codeOf, type FileError, fileError } from './error.ts';

/** The extensions of files in a folder that may be notes. Their content decides whether they are. */
export const NOTE_ENDING = /\.(?:md|markdown|ya?ml|json)$/i;

export interface Walked {
  /** Relative to the folder, with `/`, sorted by code point. */
  readonly files: readonly string[];
  readonly problems: readonly FileError[];
}

/** Whether a walk skips a folder. */
export type StaysOut = (folder: string) => Promise<boolean>;

/** Why a walk passes over a file or a folder that is not hidden. */
export type WalkSkip = 'node_modules' | 'a link to a folder' | 'a broken link' | 'a pipe or a device';

/** Receives what a walk skips, and why. */
export type OnWalkSkip = (path: string, why: WalkSkip) => void;

/**
 * The notes in a folder and its subfolders. Skips hidden files, `node_modules` and the folders that `staysOut` names. Follows
 * links to files, but not to folders, which may form a circle. As git does, skips broken links and everything that is not a
 * file: reading a pipe might never end. Not tinyglobby, which hides unreadable folders and cannot ask a function about a folder.
 */
export async function walk(folder: string, staysOut?: StaysOut, onSkip?: OnWalkSkip): Promise<Walked> {
  const files: string[] = [];
  const problems: FileError[] = [];
  const queue = [''];
  for (let below = queue.pop(); below !== undefined; below = queue.pop()) {
    let entries: Dirent[] = [];
    try {
      entries = await promises.readdir(`${folder}/${below}`, { withFileTypes: true });
    } catch (error) {
      problems.push(fileError(`${folder}/${below}`.replace(/\/$/, ''), error));
    }
    for (const entry of entries) {
      if (entry.name.startsWith('.')) continue;
      const path = below + entry.name;
      if (entry.isDirectory()) {
        if (entry.name === 'node_modules') onSkip?.(path, 'node_modules');
        else if (!(await staysOut?.(`${folder}/${path}`))) queue.push(`${path}/`);
      } else if (
        NOTE_ENDING.test(entry.name) &&
        (entry.isFile() || (await linksToFile(entry, `${folder}/${path}`, problems)))
      ) {
        files.push(path);
      } else if (onSkip) {
        const why = await oddity(entry, `${folder}/${path}`);
        if (why !== undefined) onSkip(path, why);
      }
    }
  }
  return { files: sorted(files), problems: problems.sort((a, b) => (a.path < b.path ? -1 : 1)) };
}

/** The error codes of a broken link and of a circle of links. */
const BROKEN_LINK: readonly (string | undefined)[] = ['ENOENT', 'ENOTDIR', 'ELOOP'];

async function linksToFile(entry: Dirent, path: string, problems: FileError[]): Promise<boolean> {
  if (!entry.isSymbolicLink()) return false;
  try {
    return (await promises.stat(path)).isFile();
  } catch (error) {
    if (!BROKEN_LINK.includes(codeOf(error))) problems.push(fileError(path, error));
    return false;
  }
}

/** The kind of an entry that is neither a folder nor a note, if a person may expect it to be one. */
async function oddity(entry: Dirent, path: string): Promise<WalkSkip | undefined> {
  if (entry.isSymbolicLink()) {
    const target = await promises.stat(path).catch(() => undefined);
    if (target?.isDirectory()) return 'a link to a folder';
    return target || !NOTE_ENDING.test(entry.name) ? undefined : 'a broken link';
  }
  return entry.isFile() || !NOTE_ENDING.test(entry.name) ? undefined : 'a pipe or a device';
}

const SURROGATE = /[\ud800-\udfff]/;

/** Sorted by code point, which is the order of the UTF-8 bytes and that of git. */
function sorted(names: readonly string[]): string[] {
  // Without surrogates, that is the order of JavaScript, which is much faster.
  if (!names.some((name) => SURROGATE.test(name))) return [...names].sort();
  return names
    .map((name) => Buffer.from(name))
    .sort(Buffer.compare)
    .map(String);
}

const WILDCARD = /[*?[\]{}()!]/;

/** Whether an argument that is not a file may be a pattern. */
export function isGlob(argument: string): boolean {
  return WILDCARD.test(argument);
}

/** Splits a glob into the folder before the first segment with a wildcard, and the rest. */
export function splitGlob(glob: string): { base: string; pattern: string } {
  const segments = glob.split('/');
  const first = segments.findIndex((segment) => WILDCARD.test(segment));
  const base = segments.slice(0, first).join('/');
  return { base: first === 0 ? '.' : base === '' ? '/' : base, pattern: segments.slice(first).join('/') };
}

/** The files below a folder that match a glob. A glob without an extension (`notes/*`) matches only notes. */
export async function match(base: string, pattern: string): Promise<Walked> {
  const { glob } = await import('tinyglobby');
  try {
    const options = { cwd: base, ignore: '**/node_modules/**', expandDirectories: false, fs: { realpath: linkToFile } };
    const files = await glob(pattern, options);
    const namesEnding = /\.[^/]*$/.test(pattern);
    return { files: sorted(files.filter((file) => namesEnding || NOTE_ENDING.test(file))), problems: [] };
  } catch (error) {
    return { files: [], problems: [fileError(base, error)] };
  }
}

/**
 * tinyglobby either follows links to folders or drops links to files. This `realpath` resolves only links to regular files,
 * so that tinyglobby treats other links as missing.
 */
const linkToFile: typeof realpath = Object.assign(
  (path: string, ...rest: unknown[]): void => {
    const callback = rest.at(-1);
    if (typeof callback !== 'function') return;
    stat(path, (error, found) => callback(error ?? (found.isFile() ? null : new Error('a link to no file')), path));
  },
  { native: realpath.native },
) as typeof realpath;

/** A test for paths that match patterns relative to a folder. `!` in front of a pattern negates it. */
export async function matcher(
  patterns: readonly string[],
  folder: string,
  options: { readonly dot: boolean } = { dot: false },
): Promise<(path: string) => boolean> {
  if (patterns.length === 0) return () => false;
  const { compileGlob } = await import('./glob.ts');
  const tests = patterns.map((pattern) => {
    const isNegated = /^!(?!\()/.test(pattern);
    const matches = compileGlob(pattern.slice(isNegated ? 1 : 0).replace(/^\.\//, ''), options);
    return (name: string) => matches(name) !== isNegated;
  });
  return (path) => {
    const name = relative(folder, resolve(path)).replaceAll(sep, '/');
    return name !== '' && tests.some((test) => test(name));
  };
}

/** As `matcher`, for exclusions: a pattern that matches a folder excludes everything below it, hidden files too. */
export function excluder(patterns: readonly string[], folder: string): Promise<(path: string) => boolean> {
  return matcher(patterns.flatMap(withAllBelow), folder, { dot: true });
}

/** Accepts `./archive`, `/archive` and `archive/`, which other tools allow. `.` is the folder itself. */
function withAllBelow(pattern: string): string[] {
  const bare = pattern.replace(/^\.?\/+/, '').replace(/\/+$/, '');
  return bare === '' || bare === '.' ? ['**'] : [bare, `${bare}/**`];
}
