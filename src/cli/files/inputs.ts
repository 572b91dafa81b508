import { existsSync, lstatSync, readdirSync, type Stats, statSync } from 'node:fs';
import { resolve, sep } from 'node:path';
import { nearest, suggestion } from '../../model/nearest.ts';
import { FileError, fileError } from './error.ts';
import { isGlob, match, type OnWalkSkip, type StaysOut, splitGlob, type Walked, walk } from './search.ts';

/** One note to read. */
export interface Input {
  readonly kind: 'file' | 'stdin';
  /** As messages show it: relative if the user gave a relative path. `-` for stdin. */
  readonly path: string;
  /** For a note found in a folder or by a glob, the folder that was searched. `path` starts with it unless it is `.`. */
  readonly base?: string;
  /** A list named it, and not a person on the command line. */
  readonly isListed?: true;
}

export interface Inputs {
  readonly inputs: readonly Input[];
  /** `ENOMATCH` for a folder or a pattern without notes; any other code for an argument that cannot be read. */
  readonly problems: readonly FileError[];
  /** The names in the list that are not notes: `mayBeNote` returned false, or they are broken links. */
  readonly skipped: readonly string[];
}

export interface FindOptions {
  /** Literal names of files and folders from a list, read after the arguments: no patterns, and `-` is a file. */
  readonly listed?: readonly string[];
  /** Whether a file from the list may be a note. Without it every file may be one, and a broken link is a problem. */
  readonly mayBeNote?: (path: string) => Promise<boolean>;
  readonly staysOut?: StaysOut;
  /** Receives what is skipped in a folder, with its whole path. */
  readonly onSkip?: OnWalkSkip;
}

/** Each suggestion reads a folder, which would take long for a list of a thousand deleted files. */
const MOST_SUGGESTIONS = 20;

/**
 * The notes that arguments name, in their order: files, folders (see `walk`), globs, `-` for stdin. An existing file whose
 * name looks like a glob is that file. A file that is named twice is returned twice, but a file found in a folder, by a glob
 * or in a list only once. Reads folders, never a note. Returns problems and does not throw.
 */
export async function findInputs(
  args: readonly string[],
  { listed = [], mayBeNote, staysOut, onSkip }: FindOptions = {},
): Promise<Inputs> {
  const inputs: Input[] = [];
  const problems: FileError[] = [];
  const skipped = new Map<string, string>();
  const given = new Map<string, 'named' | 'found'>();

  const found = (argument: string, base: string, { files, problems: failed }: Walked, what: string): void => {
    problems.push(...failed);
    if (files.length === 0 && failed.length === 0) problems.push(noMatch(argument, what));
    const root = resolve(base);
    const above = root.endsWith(sep) ? root : root + sep;
    const start = startOf(base);
    for (const file of files) {
      const path = start + file;
      // As `resolve`, which takes long for thousands of files.
      const key = above + file.replaceAll('/', sep);
      if (given.has(key)) continue;
      given.set(key, 'found');
      inputs.push({ kind: 'file', path, base });
    }
  };

  const find = async (argument: string, isListed: boolean): Promise<void> => {
    const looked = look(argument);
    if (isListed && mayBeNote && (await isNoNote(argument, looked, mayBeNote))) {
      skipped.set(resolve(argument), argument);
    } else if (!(looked instanceof FileError)) {
      if (looked.isDirectory()) {
        const start = startOf(withoutDot(argument));
        const hear: OnWalkSkip | undefined = onSkip && ((path, why) => onSkip(start + path, why));
        found(argument, withoutDot(argument), await walk(argument, staysOut, hear), `no notes in '${argument}'`);
      } else if (isListed ? !given.has(resolve(argument)) : given.get(resolve(argument)) !== 'found') {
        given.set(resolve(argument), 'named');
        inputs.push({ kind: 'file', path: argument, ...(isListed ? { isListed } : {}) });
      }
    } else if (looked.code === 'ENOENT' && !isListed && isGlob(argument)) {
      const { base, pattern } = splitGlob(argument);
      found(argument, base, await match(base, pattern), `no files match '${argument}'`);
    } else {
      const suggests = looked.code === 'ENOENT' && problems.length < MOST_SUGGESTIONS;
      problems.push(suggests ? withSuggestion(argument, looked) : looked);
    }
  };

  for (const argument of args) {
    if (argument !== '-') await find(argument, false);
    else if (!inputs.some(({ kind }) => kind === 'stdin')) inputs.push({ kind: 'stdin', path: '-' });
  }
  for (const name of listed) await find(name, true);
  return { inputs, problems, skipped: [...skipped.values()] };
}

function look(path: string): Stats | FileError {
  try {
    return statSync(path);
  } catch (error) {
    return fileError(path, error);
  }
}

async function isNoNote(
  path: string,
  looked: Stats | FileError,
  mayBeNote: (path: string) => Promise<boolean>,
): Promise<boolean> {
  if (looked instanceof FileError) {
    return looked.code === 'ENOENT' && (lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() ?? false);
  }
  return !looked.isDirectory() && !(await mayBeNote(path));
}

/** What the paths of files in a folder start with. */
function startOf(base: string): string {
  return base === '.' ? '' : `${base.replace(/\/+$/, '')}/`;
}

function withoutDot(folder: string): string {
  return /^(?:\.\/*)+$/.test(folder) ? '.' : folder;
}

function noMatch(argument: string, message: string): FileError {
  return new FileError(argument, 'ENOMATCH', message, 'Name a note, a folder with notes, or a quoted pattern.');
}

/** The error of a missing file, with the nearest existing name for the first part of its path that does not exist. */
function withSuggestion(path: string, error: FileError): FileError {
  const segments = path.split('/');
  const at = segments.findIndex((_, index) => !existsSync(segments.slice(0, index + 1).join('/') || '/'));
  if (at === -1) return error;
  const folder = at === 0 ? '.' : segments.slice(0, at).join('/') || '/';
  const near = nearestIn(folder, segments[at] ?? '');
  if (near === undefined) return error;
  const meant = segments.with(at, near).join('/');
  return new FileError(path, error.code, error.message, suggestion(meant), error.cause);
}

/** The name in a folder that the user probably meant. Suggests a hidden file only for a hidden name. */
function nearestIn(folder: string, name: string): string | undefined {
  try {
    const names = readdirSync(folder).filter((other) => name.startsWith('.') || !other.startsWith('.'));
    return nearest(name, names.sort());
  } catch {
    return undefined;
  }
}
