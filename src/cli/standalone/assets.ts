import { join, sep } from 'node:path';
import { getRawAsset } from 'node:sea';
import { fileURLToPath } from 'node:url';

/* The files of the program inside the executable. The program reads them by paths, as it reads those of the package. */

/** The folder of the files. It is below the executable, which is no folder, so no real file has such a path. */
export const FOLDER = join(process.execPath, 'dist');

/**
 * Returns the bytes of a file of the program without copying them. They cannot be written to.
 * @returns undefined if it is not in the executable.
 */
export function assetAt(path: unknown): Buffer | undefined {
  const name = nameOf(path);
  if (name === undefined) return undefined;
  try {
    // The types say that it may be a string, which it never is.
    return Buffer.from(getRawAsset(name) as ArrayBuffer);
  } catch {
    return undefined;
  }
}

/** As `assetAt`. @throws {Error} if it is not in the executable. */
export function assetOf(path: string): Buffer {
  const asset = assetAt(path);
  if (asset === undefined) throw new Error(`not in the executable: ${path}`);
  return asset;
}

/** Whether a path or URL is one of the program, whether or not there is a file. */
export const isInside = (path: unknown): boolean => nameOf(path) !== undefined;

function nameOf(path: unknown): string | undefined {
  const whole = path instanceof URL && path.protocol === 'file:' ? fileURLToPath(path) : path;
  if (typeof whole !== 'string' || !whole.startsWith(FOLDER + sep)) return undefined;
  return whole.slice(FOLDER.length + 1).replaceAll(sep, '/');
}
