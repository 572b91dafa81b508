import { promises } from 'node:fs';
import { nearest, suggestion } from '../../model/nearest.ts';
import { codeOf, FileError } from './error.ts';
import { byCodePoint } from './walk.ts';

/** The error of a missing file, with the nearest name that there is in place of the first part of its path that is not. */
export async function missing(path: string, error: FileError): Promise<FileError> {
  const segments = path.split('/');
  for (let at = 0; at < segments.length; at++) {
    const before = segments
      .slice(0, at)
      .map((segment) => `${segment}/`)
      .join('');
    if (segments[at] === '' || (at < segments.length - 1 && (await exists(before + segments[at])))) continue;
    const near = await nearestIn(before === '' ? '.' : before, segments[at] ?? '');
    if (near === undefined) return error;
    const meant = [before + near, ...segments.slice(at + 1)].join('/');
    return new FileError(path, error.code, error.message, suggestion(meant), error.cause);
  }
  return error;
}

async function exists(path: string): Promise<boolean> {
  return promises.stat(path).then(
    () => true,
    (error: unknown) => codeOf(error) !== 'ENOENT',
  );
}

/** The name in a folder that the user probably meant. Suggests a hidden file only for a hidden name. */
async function nearestIn(folder: string, name: string): Promise<string | undefined> {
  const names = await promises.readdir(folder).catch(() => []);
  return nearest(name, names.filter((other) => name.startsWith('.') || !other.startsWith('.')).sort(byCodePoint));
}
