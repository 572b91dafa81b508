import { existsSync, promises, renameSync, utimesSync } from 'node:fs';
import type { FileHandle } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { codeOf, FileError, fileError } from './error.ts';
import { noteContent } from './observe.ts';
import {
  changed,
  findTarget,
  holds,
  refuseChanged,
  refuseProtected,
  syncFolder,
  type Target,
  takeOver,
} from './target.ts';
import { createSync, refuseIfAbandoned, release, reserve, sweep, writeAll } from './temporary.ts';

export type WriteOutcome = 'written' | 'unchanged' | 'created';

export interface WriterOptions {
  /**
   * `each`: a file is on the disk when `write` resolves. For notes, which a person wrote. `batch`: after `flush`. For posts,
   * which can be rendered again.
   */
  readonly durable: 'each' | 'batch';
  /** Create missing folders; otherwise a missing folder is a FileError. */
  readonly makeFolders?: boolean;
  /** Opens a file to write. A test passes a function that fails. */
  readonly open?: (path: string, flags: string, mode?: number) => Promise<FileHandle>;
}

/** Writes files whole or not at all: after a failure or a kill the original is intact. */
export class Writer {
  readonly #durable: WriterOptions['durable'];
  readonly #makeFolders: boolean;
  readonly #open: WriterOptions['open'];
  /** Folders from which the temporary files of killed runs are removed, once for each folder. */
  readonly #swept = new Map<string, Promise<void>>();
  /** Folders with new names that are not on the disk yet. */
  readonly #touched = new Set<string>();
  readonly #syncs = new FolderSyncs();

  constructor({ durable, makeFolders = false, open }: WriterOptions) {
    this.#durable = durable;
    this.#makeFolders = makeFolders;
    this.#open = open;
  }

  /**
   * Replaces a file's content, or creates the file. Keeps the mode and, where permitted, the owner. Follows symbolic links.
   * Does not rewrite identical content. Writes to devices and pipes directly.
   * @param options.expected the bytes that were read. The file must still contain them.
   * @param options.newerThan gives an unchanged file that is older than this a new time. In milliseconds since 1970.
   * @throws {FileError} for an I/O error, and for a file with several hard links or without write permission.
   * @throws {TypeError} for a text with a lone surrogate, which UTF-8 cannot encode.
   */
  async write(
    path: string,
    content: string | Uint8Array,
    { expected, newerThan }: { readonly expected?: Uint8Array; readonly newerThan?: number } = {},
  ): Promise<WriteOutcome> {
    const bytes = encode(content);
    try {
      const target = await findTarget(path);
      noteContent(target.path, bytes);
      if (target.kind === 'stream') {
        await writeStream(await this.#openFile(target.path, 'a'), bytes, path);
        return 'written';
      }
      const { existing } = target;
      if (existing === undefined) {
        if (expected !== undefined) throw changed(path);
      } else {
        if (existing.size === bytes.length && holds(target.path, bytes)) {
          if (newerThan !== undefined && existing.mtimeMs < newerThan) touch(target.path, newerThan);
          return 'unchanged';
        }
        await refuseProtected(target.path, existing);
      }
      await this.#replace(target, bytes, expected);
      return existing === undefined ? 'created' : 'written';
    } catch (error) {
      throw writeError(path, error);
    }
  }

  /** Waits until the names of all written files are on the disk. @throws {FileError} if the disk fails. */
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
    if (this.#durable === 'each') await this.#syncs.sync(folder);
    else this.#touched.add(folder);
  }

  #mayCreateSync({ existing }: Target & { kind: 'file' }): boolean {
    return this.#durable === 'batch' && existing === undefined && this.#open === undefined;
  }

  /** Writes a temporary file next to the target and renames it. */
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
      refuseIfAbandoned(path);
      if (expected !== undefined) refuseChanged(path, expected);
      // Synchronous, so that another program has no time to write between the comparison and this.
      renameSync(temporary, path);
    } catch (error) {
      await promises.unlink(temporary).catch(() => {});
      throw error;
    } finally {
      release(temporary);
    }
  }

  /** Node loads `promises` when it is first read, which costs a start that writes no file 3 ms. */
  #openFile(path: string, flags: string, mode?: number): Promise<FileHandle> {
    return (this.#open ?? promises.open)(path, flags, mode);
  }

  async #openTemporary(folder: string, mode: number | undefined): Promise<[string, FileHandle]> {
    const temporary = reserve(folder);
    try {
      return [temporary, await this.#openFile(temporary, 'wx', mode)];
    } catch (error) {
      release(temporary);
      if (!this.#makeFolders || codeOf(error) !== 'ENOENT') throw error;
    }
    await this.#makeFolder(folder);
    const again = reserve(folder);
    return [again, await this.#openFile(again, 'wx', mode)];
  }

  async #makeFolder(folder: string): Promise<void> {
    const first = await makeFolders(folder);
    // The names of new folders must reach the disk, too.
    for (
      let made = folder;
      first !== undefined && made.length >= first.length && made !== dirname(made);
      made = dirname(made)
    ) {
      this.#touched.add(dirname(made));
    }
  }
}

/** Puts the names in folders on the disk. Files that are renamed during one call share the next. */
class FolderSyncs {
  readonly #running = new Map<string, Promise<void>>();
  readonly #next = new Map<string, Promise<void>>();

  /** @throws {FileError} if the disk fails. */
  sync(folder: string): Promise<void> {
    const next = this.#next.get(folder) ?? this.#after(folder);
    this.#next.set(folder, next);
    return next;
  }

  async #after(folder: string): Promise<void> {
    await this.#running.get(folder)?.catch(() => {});
    this.#next.delete(folder);
    const running = syncFolder(folder);
    this.#running.set(folder, running);
    await running;
  }
}

/** As `mkdir` with `recursive`, which returns ENOENT on a read-only disk: then making only the first folder fails as it should. */
async function makeFolders(folder: string): Promise<string | undefined> {
  try {
    return await promises.mkdir(folder, { recursive: true });
  } catch (error) {
    if (codeOf(error) !== 'ENOENT') throw error;
    let first = resolve(folder);
    while (dirname(first) !== first && !existsSync(dirname(first))) first = dirname(first);
    await promises.mkdir(first);
    throw error;
  }
}

/** Gives a file a time that is not older. Whoever may write a file may not always set its time, which is no reason to fail. */
export function touch(path: string, newerThan: number): void {
  const time = new Date(Math.max(Date.now(), Math.ceil(newerThan)));
  try {
    utimesSync(path, time, time);
  } catch {
    return;
  }
}

/** UTF-8. @throws {TypeError} for a lone surrogate. */
export function encode(content: string | Uint8Array): Uint8Array {
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

function writeError(path: string, error: unknown): FileError {
  if (codeOf(error) !== 'ENOENT' || error instanceof FileError) return fileError(path, error);
  if (error instanceof Error && 'syscall' in error && error.syscall === 'rename') {
    const message = `another program removed the temporary file of '${path}'`;
    return new FileError(path, 'ECHANGED', message, 'Run again.', error);
  }
  const message = `no such folder '${dirname(path)}'`;
  return new FileError(path, 'ENOENT', message, 'Create it, or check the spelling of the path.', error);
}
