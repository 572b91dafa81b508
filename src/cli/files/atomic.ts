import { promises, readFileSync, renameSync } from 'node:fs';
import type { FileHandle } from 'node:fs/promises';
import { dirname } from 'node:path';
import { discard, syncFolder, takeOver, writeAll, writeNew } from './disk.ts';
import { codeOf, FileError, fileError } from './error.ts';
import { findTarget, refuseProtected, type Target } from './target.ts';
import { refuseIfAbandoned, release, reserve, sweep } from './temporary.ts';

export type WriteOutcome = 'written' | 'unchanged' | 'created';

export interface WriterOptions {
  /** `each`: on the disk before `write` resolves, for what a person wrote. `batch`: after `flush`, for what can be made again. */
  readonly durable: 'each' | 'batch';
  /** Create missing folders; otherwise a missing folder is a FileError. */
  readonly makeFolders?: boolean;
  /** Opens what is written to; a test passes one that fails. */
  readonly open?: (path: string, flags: string, mode?: number) => Promise<FileHandle>;
}

/** Writes files whole or not at all: after a failure or a kill the original is intact. */
export class Writer {
  readonly #durable: WriterOptions['durable'];
  readonly #makeFolders: boolean;
  readonly #open: NonNullable<WriterOptions['open']>;
  /** Each folder is swept once of the temporary files of killed runs. */
  readonly #swept = new Map<string, Promise<void>>();
  /** Folders whose new names are not on the disk yet. */
  readonly #touched = new Set<string>();

  constructor({ durable, makeFolders = false, open = promises.open }: WriterOptions) {
    this.#durable = durable;
    this.#makeFolders = makeFolders;
    this.#open = open;
  }

  /**
   * Replaces a file's content, or creates the file. Keeps the mode and, where permitted, the owner; follows symbolic links;
   * does not rewrite identical content. With `expected` (the bytes that were read) the file must still hold them. Devices
   * and pipes are written directly.
   * @throws {FileError} for an I/O error, and for a file with several hard links or without write permission.
   * @throws {TypeError} for a text with a lone surrogate, which has no UTF-8 form.
   */
  async write(
    path: string,
    content: string | Uint8Array,
    { expected }: { readonly expected?: Uint8Array } = {},
  ): Promise<WriteOutcome> {
    const bytes = encode(content);
    try {
      const target = await findTarget(path);
      if (target.kind === 'stream') {
        await writeStream(await this.#open(target.path, 'a'), bytes, path);
        return 'written';
      }
      const { existing } = target;
      if (existing === undefined) {
        if (expected !== undefined) throw changed(path);
      } else {
        if (existing.size === bytes.length && (await holds(target.path, bytes))) return 'unchanged';
        await refuseProtected(target.path, existing);
      }
      await this.#replace(target, bytes, expected);
      return existing === undefined ? 'created' : 'written';
    } catch (error) {
      throw writeError(path, error);
    }
  }

  /** Waits until the names of all that was written are on the disk. @throws {FileError} when the disk fails. */
  async flush(): Promise<void> {
    const folders = [...this.#touched];
    this.#touched.clear();
    await Promise.all(folders.map(syncFolder));
  }

  async #replace(target: Target & { kind: 'file' }, bytes: Uint8Array, expected?: Uint8Array): Promise<void> {
    const folder = dirname(target.path);
    const sweeping = this.#swept.get(folder) ?? sweep(folder);
    this.#swept.set(folder, sweeping);
    await sweeping;
    if (!this.#mayCreateSync(target) || !createSync(folder, target.path, bytes)) {
      await this.#replaceAsync(target, bytes, expected);
    }
    this.#touched.add(folder);
    if (this.#durable === 'each') await this.flush();
  }

  #mayCreateSync({ existing }: Target & { kind: 'file' }): boolean {
    return this.#durable === 'batch' && existing === undefined && this.#open === promises.open;
  }

  /** Writes a temporary file beside the target, and renames it. */
  async #replaceAsync(
    { path, existing }: Target & { kind: 'file' },
    bytes: Uint8Array,
    expected?: Uint8Array,
  ): Promise<void> {
    const mode = existing === undefined ? undefined : existing.mode & 0o777;
    const [temporary, handle] = await this.#openTemporary(dirname(path), mode);
    try {
      try {
        await writeAll(handle, bytes, path);
        if (existing !== undefined) await takeOver(handle, existing);
        if (this.#durable === 'each') await handle.sync();
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
  }

  async #openTemporary(folder: string, mode: number | undefined): Promise<[string, FileHandle]> {
    const temporary = reserve(folder);
    try {
      return [temporary, await this.#open(temporary, 'wx', mode)];
    } catch (error) {
      release(temporary);
      if (!this.#makeFolders || codeOf(error) !== 'ENOENT') throw error;
    }
    await this.#makeFolder(folder);
    const again = reserve(folder);
    return [again, await this.#open(again, 'wx', mode)];
  }

  async #makeFolder(folder: string): Promise<void> {
    const first = await promises.mkdir(folder, { recursive: true });
    // The names of new folders have to reach the disk, too.
    for (let made = folder; first !== undefined && made.length >= first.length; made = dirname(made)) {
      this.#touched.add(dirname(made));
    }
  }
}

/**
 * Creates a small file synchronously, which for a post is faster than one call of the thread pool.
 * @returns false if the folder does not exist.
 */
function createSync(folder: string, path: string, bytes: Uint8Array): boolean {
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
  return new FileError(path, 'ENOENT', message, 'Create it, or check the spelling of the path.', error);
}
