import { promises, readFileSync, renameSync } from 'node:fs';
import type { FileHandle } from 'node:fs/promises';
import { dirname } from 'node:path';
import { discard, syncFolder, takeOver, writeAll, writeNew } from './disk.ts';
import { codeOf, FileError, fileError } from './error.ts';
import { findTarget, refuseProtected, type Target } from './target.ts';
import { refuseIfAbandoned, release, reserve, sweep } from './temporary.ts';

export type Outcome = 'written' | 'unchanged' | 'created';

export interface WriterOptions {
  /** `each`: on the disk before `write` resolves, for what a person wrote. `batch`: after `flush`, for what can be made again. */
  readonly durable: 'each' | 'batch';
  /** Create missing folders; else a missing folder is a FileError. */
  readonly makeFolders?: boolean;
  /** Opens what is written to; a test passes one that fails. */
  readonly open?: (path: string, flags: string, mode?: number) => Promise<FileHandle>;
}

export interface Writer {
  /**
   * Replaces a file's content, or creates the file, as a whole or not at all: after a failure or a kill the original is
   * intact. Mode and (where permitted) owner are kept, symbolic links written through, identical content not rewritten.
   * With `expected` (the bytes that were read) the file must still hold them. Devices and pipes are written directly.
   * @throws {FileError} when it could not, and for a file with several hard links or without write permission.
   * @throws {TypeError} for a text with a lone surrogate: it has no UTF-8 form.
   */
  write(path: string, content: string | Uint8Array, options?: { readonly expected?: Uint8Array }): Promise<Outcome>;
  /** Waits until the names of all that was written are on the disk. @throws {FileError} when the disk fails. */
  flush(): Promise<void>;
}

/** A writer of files. It sweeps each folder that it writes in once of what killed runs left there. */
export function createWriter({ durable, makeFolders = false, open = promises.open }: WriterOptions): Writer {
  const swept = new Map<string, Promise<void>>();
  const touched = new Set<string>();

  async function openTemporary(folder: string, mode: number | undefined): Promise<[string, FileHandle]> {
    const temporary = reserve(folder);
    try {
      return [temporary, await open(temporary, 'wx', mode)];
    } catch (error) {
      release(temporary);
      if (!makeFolders || codeOf(error) !== 'ENOENT') throw error;
    }
    const first = await promises.mkdir(folder, { recursive: true });
    // The names of new folders have to reach the disk, too.
    for (let made = folder; first !== undefined && made.length >= first.length; made = dirname(made)) {
      touched.add(dirname(made));
    }
    const again = reserve(folder);
    return [again, await open(again, 'wx', mode)];
  }

  async function replace({ path, existing }: Target & { kind: 'file' }, bytes: Uint8Array, expected?: Uint8Array) {
    const folder = dirname(path);
    const sweeping = swept.get(folder) ?? sweep(folder);
    swept.set(folder, sweeping);
    await sweeping;
    if (durable === 'batch' && existing === undefined && open === promises.open && createAtOnce(folder, path, bytes)) {
      touched.add(folder);
      return;
    }
    const [temporary, handle] = await openTemporary(folder, existing === undefined ? undefined : existing.mode & 0o777);
    try {
      try {
        await writeAll(handle, bytes, path);
        if (existing !== undefined) await takeOver(handle, existing);
        if (durable === 'each') await handle.sync();
      } finally {
        await handle.close();
      }
      if (expected !== undefined) await refuseChanged(path, expected);
      refuseIfAbandoned(path);
      await promises.rename(temporary, path);
    } catch (error) {
      await promises.unlink(temporary).catch(() => {});
      throw error;
    } finally {
      release(temporary);
    }
    touched.add(folder);
    if (durable === 'each') await flush();
  }

  async function flush(): Promise<void> {
    const folders = [...touched];
    touched.clear();
    await Promise.all(folders.map(syncFolder));
  }

  async function write(path: string, content: string | Uint8Array, { expected }: { expected?: Uint8Array } = {}) {
    const bytes = encode(content);
    try {
      const target = await findTarget(path);
      if (target.kind === 'stream') {
        await writeStream(await open(target.path, 'a'), bytes, path);
        return 'written';
      }
      const { existing } = target;
      if (existing === undefined) {
        if (expected !== undefined) throw changed(path);
      } else {
        if (existing.size === bytes.length && (await holds(target.path, bytes))) return 'unchanged';
        await refuseProtected(target.path, existing);
      }
      await replace(target, bytes, expected);
      return existing === undefined ? 'created' : 'written';
    } catch (error) {
      throw writeError(path, error);
    }
  }

  return { write, flush };
}

/**
 * Creates a file that can be made again, in one go: for files of a post's size, four calls of the system are done before
 * a thread has taken the first. False where the folder is missing.
 */
function createAtOnce(folder: string, path: string, bytes: Uint8Array): boolean {
  const temporary = reserve(folder);
  try {
    writeNew(temporary, bytes);
    renameSync(temporary, path);
    return true;
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return false;
    discard(temporary);
    throw error;
  } finally {
    release(temporary);
  }
}

function encode(content: string | Uint8Array): Uint8Array {
  if (typeof content !== 'string') return content;
  if (!content.isWellFormed()) throw new TypeError('a lone surrogate cannot be written as UTF-8');
  return Buffer.from(content, 'utf8');
}

async function writeStream(handle: FileHandle, bytes: Uint8Array, path: string): Promise<void> {
  try {
    await writeAll(handle, bytes, path);
  } finally {
    await handle.close();
  }
}

async function holds(path: string, bytes: Uint8Array): Promise<boolean> {
  return Buffer.compare(readFileSync(path), bytes) === 0;
}

async function refuseChanged(path: string, expected: Uint8Array): Promise<void> {
  const same = await holds(path, expected).catch((error: unknown) => {
    if (codeOf(error) === 'ENOENT') return false;
    throw error;
  });
  if (!same) throw changed(path);
}

function changed(path: string): FileError {
  return new FileError(path, 'ECHANGED', `the file has changed since it was read: ${path}`, 'Run again.');
}

function writeError(path: string, error: unknown): FileError {
  if (codeOf(error) !== 'ENOENT' || error instanceof FileError) return fileError(path, error);
  if (error instanceof Error && 'syscall' in error && error.syscall === 'rename') {
    const message = `another program removed the temporary file of ${path}`;
    return new FileError(path, 'ECHANGED', message, 'Run again.', error);
  }
  const message = `no such folder: ${dirname(path)}`;
  return new FileError(path, 'ENOENT', message, 'Create it first, or check the spelling of the path.', error);
}
