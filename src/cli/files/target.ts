import { lstatSync, promises, readFileSync, type Stats, statSync } from 'node:fs';
import type { FileHandle } from 'node:fs/promises';
import { dirname, isAbsolute, sep } from 'node:path';
import { codeOf, FileError, fault, fileError } from './error.ts';

/** The file that a write changes, after symbolic links. */
export type Target =
  /** `existing` is undefined for a new file. `path` is not a symbolic link. */
  | { readonly kind: 'file'; readonly path: string; readonly existing?: Stats }
  /** A device, a pipe or a stream of a process. It is written directly, because it cannot be replaced. */
  | { readonly kind: 'stream'; readonly path: string };

const LINKS = 40;
const STREAM = /^\/(?:dev\/(?:stdin|stdout|stderr|fd\/.*)|proc\/.*)$/;

/** Follows symbolic links, broken ones too. Makes one system call for a regular file or a missing one. */
export async function findTarget(path: string): Promise<Target> {
  if (path.endsWith('/')) throw fault(path, 'EISDIR');
  if (STREAM.test(path)) return { kind: 'stream', path };
  // Synchronous: most files are missing, and a rejected promise costs more than the call.
  const found = lstatSync(path, { throwIfNoEntry: false });
  if (found === undefined) return { kind: 'file', path };
  if (!found.isSymbolicLink()) return classify(path, path, found);
  const linked = statSync(path, { throwIfNoEntry: false });
  if (linked === undefined) return { kind: 'file', path: await endOfLinks(path) };
  return classify(path, await promises.realpath(path), linked);
}

/**
 * Call it before reading a note that is written in place: writing to the pipe that a note was read from may wait forever.
 * Accepts a missing file, which the read reports.
 * @returns what tells the file from others, whatever path leads to it.
 * @throws {FileError} for a pipe or a device.
 */
export function refuseStream(path: string): string {
  const found = statSync(path, { throwIfNoEntry: false });
  if (found === undefined || found.isDirectory() || (found.isFile() && !STREAM.test(path)))
    return `${found?.dev} ${found?.ino}`;
  const message = `cannot write in place: '${path}' is a pipe or a device`;
  throw new FileError(path, 'ESTREAM', message, 'Leave out --write or --fix, or name a file.');
}

/** @throws {FileError} for a file with several hard links or without write permission. */
export async function refuseProtected(path: string, existing: Stats): Promise<void> {
  if (existing.nlink > 1) {
    throw new FileError(
      path,
      'EHARDLINK',
      `'${path}' has ${existing.nlink} hard links`,
      'Write to another file, or replace the hard link with a copy or a symbolic link.',
    );
  }
  // A rename needs permission for the folder, not the file, so the file's mode must be checked here.
  if ((existing.mode & 0o222) === 0) {
    throw new FileError(path, 'EREADONLY', `'${path}' is read-only`, `Run \`chmod u+w\` on it first.`);
  }
  const user = process.geteuid?.();
  if (user !== undefined && user !== 0 && user !== existing.uid) await promises.access(path, promises.constants.W_OK);
}

function classify(given: string, path: string, found: Stats): Target {
  if (found.isFile()) return { kind: 'file', path, existing: found };
  if (found.isDirectory()) throw fault(given, 'EISDIR');
  return { kind: 'stream', path };
}

/** The missing file that a broken chain of links names. A relative link starts at the real folder that holds it. */
async function endOfLinks(path: string): Promise<string> {
  let at = path;
  for (let links = 0; links < LINKS; links++) {
    const link = await promises.readlink(at).catch((error: unknown) => {
      if (codeOf(error) === 'ENOENT' || codeOf(error) === 'EINVAL') return undefined;
      throw error;
    });
    if (link === undefined) return at;
    // Not `join`, which would remove a `..` that follows another link.
    at = isAbsolute(link) ? link : `${dirname(at)}${sep}${link}`;
  }
  throw fault(path, 'ELOOP');
}

/** Whether a file contains exactly these bytes. @throws a system error if it cannot be read. */
export function holds(path: string, bytes: Uint8Array): boolean {
  return Buffer.compare(readFileSync(path), bytes) === 0;
}

/** @throws {FileError} `ECHANGED` if a file no longer contains the bytes that were read. */
export function refuseChanged(path: string, expected: Uint8Array): void {
  try {
    if (holds(path, expected)) return;
  } catch (error) {
    if (codeOf(error) !== 'ENOENT') throw error;
  }
  throw changed(path);
}

export function changed(path: string): FileError {
  return new FileError(path, 'ECHANGED', `'${path}' changed after it was read`, 'Run again.');
}

/** Gives the temporary file the owner and the mode of the file that it replaces, where the user may change the owner. */
export async function takeOver(handle: FileHandle, existing: Stats): Promise<void> {
  const own = await handle.stat();
  let mode = existing.mode & 0o7777;
  if (own.uid !== existing.uid || own.gid !== existing.gid) {
    await handle.chown(existing.uid, existing.gid).catch(() => {
      // The set-user-ID bit must not apply to another owner.
      mode &= 0o777;
      return handle.chown(own.uid, existing.gid).catch(() => {});
    });
  } else if ((own.mode & 0o7777) === mode) return;
  await handle.chmod(mode);
}

/** Errors to ignore: Windows and network disks do not sync folders, and some folders are writable but not readable. */
const UNSYNCABLE: readonly (string | undefined)[] = ['EINVAL', 'EPERM', 'EISDIR', 'EACCES', 'ENOTSUP', 'ENOENT'];

/** Waits until the names in a folder are on the disk. */
export async function syncFolder(folder: string): Promise<void> {
  try {
    const handle = await promises.open(folder, 'r');
    try {
      await handle.sync();
    } finally {
      await handle.close();
    }
  } catch (error) {
    if (!UNSYNCABLE.includes(codeOf(error))) throw fileError(folder, error);
  }
}
