import { lstatSync, realpathSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';

const folders = new Map<string, string>();

/** The path as the disk knows it, links resolved as far as the path exists. Each folder is asked for but once. */
export function realPath(path: string): string {
  const whole = resolve(path);
  if (lstatSync(whole, { throwIfNoEntry: false })?.isSymbolicLink()) {
    try {
      return realpathSync(whole);
    } catch {
      return whole;
    }
  }
  return join(realFolder(dirname(whole)), basename(whole));
}

function realFolder(folder: string): string {
  const known = folders.get(folder);
  if (known !== undefined) return known;
  const parent = dirname(folder);
  let real = folder;
  try {
    real = realpathSync(folder);
  } catch {
    if (parent !== folder) real = join(realFolder(parent), basename(folder));
  }
  folders.set(folder, real);
  return real;
}
