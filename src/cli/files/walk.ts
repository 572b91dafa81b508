import { type Dirent, promises } from 'node:fs';
import { codeOf, type FileError, fileError } from './error.ts';

/** The endings of what may be a note in a folder; whether it is one, a look inside tells. */
export const NOTE_ENDING = /\.(?:md|markdown|ya?ml|json)$/i;

export interface Walked {
  /** Relative to the folder, with `/`, sorted by code point. */
  readonly files: readonly string[];
  readonly problems: readonly FileError[];
}

/** Whether a walk stays out of a folder. */
export type StaysOut = (folder: string) => Promise<boolean>;

/**
 * The notes in a folder and its sub-folders. What starts with a dot is passed over, and so are `node_modules` and what
 * `staysOut` says. Links to files are followed, links to folders are not: they may lead in a circle. What is no file, such as
 * a pipe, of which the read might never end, and a link that leads nowhere is passed over, as git does.
 */
export async function walk(folder: string, staysOut?: StaysOut): Promise<Walked> {
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
        if (entry.name !== 'node_modules' && !(await staysOut?.(`${folder}/${path}`))) queue.push(`${path}/`);
      } else if (
        NOTE_ENDING.test(entry.name) &&
        (entry.isFile() || (await leadsToFile(entry, `${folder}/${path}`, problems)))
      ) {
        files.push(path);
      }
    }
  }
  return { files: files.sort(byCodePoint), problems: problems.sort((a, b) => byCodePoint(a.path, b.path)) };
}

/** What the system says of a link that leads nowhere, or in a circle. */
const NOWHERE: readonly (string | undefined)[] = ['ENOENT', 'ENOTDIR', 'ELOOP'];

async function leadsToFile(entry: Dirent, path: string, problems: FileError[]): Promise<boolean> {
  if (!entry.isSymbolicLink()) return false;
  try {
    return (await promises.stat(path)).isFile();
  } catch (error) {
    if (!NOWHERE.includes(codeOf(error))) problems.push(fileError(path, error));
    return false;
  }
}

/** The order of code points: that of UTF-16 units, but for the surrogates, which come after U+FFFF. */
export function byCodePoint(a: string, b: string): number {
  const length = Math.min(a.length, b.length);
  for (let at = 0; at < length; at++) {
    const left = a.charCodeAt(at);
    const right = b.charCodeAt(at);
    if (left !== right) return rank(left) - rank(right);
  }
  return a.length - b.length;
}

function rank(unit: number): number {
  return (unit & 0xf800) === 0xd800 ? unit + 0x10000 : unit;
}
