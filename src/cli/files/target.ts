import { lstatSync, promises, type Stats, statSync } from 'node:fs';
import { dirname, isAbsolute, sep } from 'node:path';
import { codeOf, FileError, fault } from './error.ts';

/** Where a write really goes. */
export type Target =
  /** `existing` is absent when the file is yet to be created. `path` is no symbolic link. */
  | { readonly kind: 'file'; readonly path: string; readonly existing?: Stats }
  /** A device, a pipe or a stream of a process: it has no content to keep, and cannot be replaced. */
  | { readonly kind: 'stream'; readonly path: string };

const LINKS = 40;
const STREAM = /^\/(?:dev\/(?:stdin|stdout|stderr|fd\/.*)|proc\/.*)$/;

/** Follows symbolic links, dangling ones too. Costs one system call for a plain file or a missing one. */
export async function findTarget(path: string): Promise<Target> {
  if (path.endsWith('/')) throw fault(path, 'EISDIR');
  if (STREAM.test(path)) return { kind: 'stream', path };
  // Synchronous: most are missing, and a rejected promise for each costs more than the look.
  const found = lstatSync(path, { throwIfNoEntry: false });
  if (found === undefined) return { kind: 'file', path };
  if (!found.isSymbolicLink()) return classify(path, path, found);
  const behind = statSync(path, { throwIfNoEntry: false });
  if (behind === undefined) return { kind: 'file', path: await endOfLinks(path) };
  return classify(path, await promises.realpath(path), behind);
}

/**
 * For a note that is named, before it is read: what is written into a pipe in the place of what was read from it reaches
 * nobody, and may wait for ever. What is missing is for the read to say.
 * @throws {FileError} for a pipe or a device.
 */
export function refuseStream(path: string): void {
  const found = statSync(path, { throwIfNoEntry: false });
  if (found === undefined || found.isDirectory() || (found.isFile() && !STREAM.test(path))) return;
  const message = `a pipe or a device cannot be written in place: ${path}`;
  throw new FileError(path, 'ESTREAM', message, 'Leave out --write or --fix, or name a file.');
}

/** @throws {FileError} for a file that must not be replaced by one of the same name. */
export async function refuseProtected(path: string, existing: Stats): Promise<void> {
  if (existing.nlink > 1) {
    throw new FileError(
      path,
      'EHARDLINK',
      `the file has ${existing.nlink} names (hard links): ${path}`,
      'Write to another file, or replace the hard link with a copy or a symbolic link.',
    );
  }
  // A rename asks the folder for permission, not the file: what its mode forbids has to be honoured here.
  if ((existing.mode & 0o222) === 0) {
    throw new FileError(path, 'EREADONLY', `the file is read-only: ${path}`, `Run \`chmod u+w\` on it first.`);
  }
  const user = process.geteuid?.();
  if (user !== undefined && user !== 0 && user !== existing.uid) await promises.access(path, promises.constants.W_OK);
}

function classify(given: string, path: string, found: Stats): Target {
  if (found.isFile()) return { kind: 'file', path, existing: found };
  if (found.isDirectory()) throw fault(given, 'EISDIR');
  return { kind: 'stream', path };
}

/** Where a chain of links ends that leads to nothing. A relative link starts at the real folder that holds it. */
async function endOfLinks(path: string): Promise<string> {
  let at = path;
  for (let links = 0; links < LINKS; links++) {
    const link = await promises.readlink(at).catch((error: unknown) => {
      if (codeOf(error) === 'ENOENT' || codeOf(error) === 'EINVAL') return undefined;
      throw error;
    });
    if (link === undefined) return at;
    // Not `join`: it would fold a `..` that follows another link.
    at = isAbsolute(link) ? link : `${dirname(at)}${sep}${link}`;
  }
  throw fault(path, 'ELOOP');
}
