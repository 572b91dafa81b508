import { closeSync, openSync, promises, type Stats, unlinkSync, writeSync } from 'node:fs';
import type { FileHandle } from 'node:fs/promises';
import { codeOf, FileError, fileError } from './error.ts';

/** Every byte, or an error: a single `write` may take fewer than it is given, and on a full disk it does. */
export async function writeAll(handle: FileHandle, bytes: Uint8Array, path: string): Promise<void> {
  for (let at = 0; at < bytes.length; ) {
    const { bytesWritten } = await handle.write(bytes, at, bytes.length - at);
    if (bytesWritten === 0) throw new FileError(path, 'ESHORT', `written only in part: ${path}`, 'Check the disk.');
    at += bytesWritten;
  }
}

/**
 * Creates a file synchronously, and removes it if it cannot be completed.
 * @throws {FileError} when the system takes fewer bytes than it is given.
 */
export function writeNew(path: string, bytes: Uint8Array, mode?: number): void {
  const descriptor = openSync(path, 'wx', mode);
  try {
    for (let at = 0; at < bytes.length; ) {
      const written = writeSync(descriptor, bytes, at);
      if (written === 0) throw new FileError(path, 'ESHORT', `written only in part: ${path}`, 'Check the disk.');
      at += written;
    }
  } catch (error) {
    discard(path);
    throw error;
  } finally {
    closeSync(descriptor);
  }
}

/** Removes an incomplete file if possible. Never throws, so that the first error is the one reported. */
export function discard(path: string): void {
  try {
    unlinkSync(path);
  } catch {
    return;
  }
}

/** Gives the temporary file the owner and the mode of the one that it replaces. Who may not give files away keeps it. */
export async function takeOver(handle: FileHandle, existing: Stats): Promise<void> {
  const own = await handle.stat();
  let mode = existing.mode & 0o7777;
  if (own.uid !== existing.uid || own.gid !== existing.gid) {
    await handle.chown(existing.uid, existing.gid).catch(() => {
      // Set-user-id is for the owner that it was set by.
      mode &= 0o777;
      return handle.chown(own.uid, existing.gid).catch(() => {});
    });
  } else if ((own.mode & 0o7777) === mode) return;
  await handle.chmod(mode);
}

/** Some systems (Windows, network disks) do not sync folders, and some folders may be written but not read. */
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
