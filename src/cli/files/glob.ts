import { realpath, stat } from 'node:fs';
import { relative, resolve, sep } from 'node:path';
import type { PicomatchOptions } from 'picomatch';
import { fileError } from './error.ts';
import { byCodePoint, NOTE_ENDING, type Walked } from './walk.ts';

const WILDCARD = /[*?[\]{}()!]/;

/** Whether an argument that is no file may be a pattern. */
export function isGlob(argument: string): boolean {
  return WILDCARD.test(argument);
}

/** The folder before the first segment with a wildcard, and the rest. */
export function splitGlob(glob: string): { base: string; pattern: string } {
  const segments = glob.split('/');
  const first = segments.findIndex((segment) => WILDCARD.test(segment));
  const base = segments.slice(0, first).join('/');
  return { base: first === 0 ? '.' : base === '' ? '/' : base, pattern: segments.slice(first).join('/') };
}

/** What a glob matches below a folder. One that says nothing about endings (`notes/*`) matches notes alone. */
export async function match(base: string, pattern: string): Promise<Walked> {
  const { glob } = await import('tinyglobby');
  try {
    const options = { cwd: base, ignore: '**/node_modules/**', expandDirectories: false, fs: { realpath: linkToFile } };
    const files = await glob(pattern, options);
    const namesEnding = /\.[^/]*$/.test(pattern);
    return { files: files.filter((file) => namesEnding || NOTE_ENDING.test(file)).sort(byCodePoint), problems: [] };
  } catch (error) {
    return { files: [], problems: [fileError(base, error)] };
  }
}

/**
 * tinyglobby either follows links to folders or drops links to files. This `realpath` resolves links to regular files only,
 * so that tinyglobby treats other links as missing. A pipe is not a regular file: reading one might never end.
 */
const linkToFile: typeof realpath = Object.assign(
  (path: string, ...rest: unknown[]): void => {
    const callback = rest.at(-1);
    if (typeof callback !== 'function') return;
    stat(path, (error, found) => callback(error ?? (found.isFile() ? null : new Error('a link to no file')), path));
  },
  { native: realpath.native },
) as typeof realpath;

/** A test for paths that match patterns relative to a folder, in the syntax of the globs of the command line. */
export async function matcher(
  patterns: readonly string[],
  folder: string,
  options: PicomatchOptions = {},
): Promise<(path: string) => boolean> {
  if (patterns.length === 0) return () => false;
  const { default: picomatch } = await import('picomatch');
  const matches = picomatch([...patterns], options);
  return (path) => matches(relative(folder, resolve(path)).replaceAll(sep, '/'));
}

/** As `matcher`, for exclusions: a pattern that matches a folder excludes everything below it, hidden files too. */
export function excluder(patterns: readonly string[], folder: string): Promise<(path: string) => boolean> {
  return matcher(patterns.flatMap(withAllBelow), folder, { dot: true });
}

/** `./archive`, `/archive` and `archive/` are habits from elsewhere, and `.` is the folder itself. */
function withAllBelow(pattern: string): string[] {
  const bare = pattern.replace(/^\.?\/+/, '').replace(/\/+$/, '');
  return bare === '' || bare === '.' ? ['**'] : [bare, `${bare}/**`];
}
