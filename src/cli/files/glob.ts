import { realpath, stat } from 'node:fs';
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
 * tinyglobby follows links to folders or drops links to files; asked where a link leads, it is told for files alone (no
 * pipes: the read of one might never end), and takes what cannot be resolved for not there.
 */
const linkToFile: typeof realpath = Object.assign(
  (path: string, ...rest: unknown[]): void => {
    const callback = rest.at(-1);
    if (typeof callback !== 'function') return;
    stat(path, (error, found) => callback(error ?? (found.isFile() ? null : new Error('a link to no file')), path));
  },
  { native: realpath.native },
) as typeof realpath;
