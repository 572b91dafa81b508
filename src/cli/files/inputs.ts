import { lstatSync, type Stats, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { FileError, fileError } from './error.ts';
import { isGlob, match, splitGlob } from './glob.ts';
import { missing } from './missing.ts';
import { type StaysOut, type Walked, walk } from './walk.ts';

/** One note to read. */
export interface Input {
  readonly kind: 'file' | 'stdin';
  /** As messages show it: what the user gave, with what was found below it. `-` for stdin. */
  readonly path: string;
  /** The folder under which it was found, for one from a folder or a glob: `path` starts with it unless it is `.`. */
  readonly base?: string;
}

export interface Inputs {
  readonly inputs: readonly Input[];
  /** `ENOMATCH` is a folder or a pattern without notes; any other code is an argument that cannot be read. */
  readonly problems: readonly FileError[];
  /** How many names of the list are no notes: `mayBeNote` says so, or they are links that lead nowhere. */
  readonly skipped: number;
}

export interface FindOptions {
  /** Names of files and folders from a list, after the arguments: there is no pattern among them, and `-` is a file. */
  readonly listed?: readonly string[];
  /** Whether a file from the list may be a note. Without it every one is, and a link that leads nowhere is a problem. */
  readonly mayBeNote?: (path: string) => Promise<boolean>;
  readonly staysOut?: StaysOut;
}

/** To look for the nearest name is to read a folder: for a list of what is gone, that would be done a thousand times. */
const SUGGESTIONS = 20;

/**
 * The notes that arguments name, in their order: files, folders (walked, see `walk`), globs, `-` for stdin. A file whose
 * own name looks like a glob is that file. Files named twice are given twice, but what a folder, a glob or a list gives is
 * given only once. Reads folders, never a note. Problems are returned; nothing throws.
 */
export async function findInputs(
  args: readonly string[],
  { listed = [], mayBeNote, staysOut }: FindOptions = {},
): Promise<Inputs> {
  const inputs: Input[] = [];
  const problems: FileError[] = [];
  const skipped = new Set<string>();
  const given = new Map<string, 'named' | 'found'>();

  const found = (argument: string, base: string, { files, problems: failed }: Walked, what: string): void => {
    problems.push(...failed);
    if (files.length === 0 && failed.length === 0) problems.push(noMatch(argument, what));
    for (const file of files) {
      const path = base === '.' ? file : `${base.replace(/\/+$/, '')}/${file}`;
      const key = resolve(path);
      if (given.has(key)) continue;
      given.set(key, 'found');
      inputs.push({ kind: 'file', path, base });
    }
  };

  const find = async (argument: string, isListed: boolean): Promise<void> => {
    const looked = await look(argument);
    if (isListed && mayBeNote && (await isNoNote(argument, looked, mayBeNote))) {
      skipped.add(resolve(argument));
    } else if (!(looked instanceof FileError)) {
      if (looked.isDirectory()) {
        found(argument, withoutDot(argument), await walk(argument, staysOut), `no notes in '${argument}'`);
      } else if (isListed ? !given.has(resolve(argument)) : given.get(resolve(argument)) !== 'found') {
        given.set(resolve(argument), 'named');
        inputs.push({ kind: 'file', path: argument });
      }
    } else if (looked.code === 'ENOENT' && !isListed && isGlob(argument)) {
      const { base, pattern } = splitGlob(argument);
      found(argument, base, await match(base, pattern), `no files match '${argument}'`);
    } else {
      const suggests = looked.code === 'ENOENT' && problems.length < SUGGESTIONS;
      problems.push(suggests ? await missing(argument, looked) : looked);
    }
  };

  for (const argument of args) {
    if (argument !== '-') await find(argument, false);
    else if (!inputs.some(({ kind }) => kind === 'stdin')) inputs.push({ kind: 'stdin', path: '-' });
  }
  for (const name of listed) await find(name, true);
  return { inputs, problems, skipped: skipped.size };
}

async function look(path: string): Promise<Stats | FileError> {
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

function withoutDot(folder: string): string {
  return /^(?:\.\/*)+$/.test(folder) ? '.' : folder;
}

function noMatch(argument: string, message: string): FileError {
  return new FileError(argument, 'ENOMATCH', message, 'Name a note, a folder with notes, or a quoted pattern.');
}
