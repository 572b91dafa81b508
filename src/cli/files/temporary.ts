import { closeSync, openSync, promises, renameSync, unlinkSync, writeSync } from 'node:fs';
import type { FileHandle } from 'node:fs/promises';
import { join } from 'node:path';
import { codeOf, FileError } from './error.ts';

/** The names of temporary files: `.copydesk-<pid>-<hex>.tmp`. */
const OURS = /^\.copydesk-(\d+)-[0-9a-f]+\.tmp$/;
/** A temporary file lives for milliseconds. After an hour its process ID belongs to another process. */
const STALE_AFTER_MS = 3_600_000;

/** The temporary files of this thread. */
const inFlight = new Set<string>();
/** What the threads of a run share: whether they must stop, and how many temporary files they have. */
let shared: Int32Array = new Int32Array(new SharedArrayBuffer(8));
const STOPS = 0;
const FILES = 1;
const run = Math.floor(Math.random() * 0xffffffff);
let count = 0;

/** For the worker threads of this one. */
export function sharedStop(): Int32Array {
  return shared;
}

/** Makes a worker stop with the thread that started it. */
export function shareStop(stop: Int32Array): void {
  shared = stop;
}

/** A new name in the folder, registered until `release`. Opening the file with `wx` ensures that the name is unique. */
export function reserve(folder: string): string {
  count += 1;
  const path = join(folder, `.copydesk-${process.pid}-${run.toString(16)}${count.toString(16).padStart(4, '0')}.tmp`);
  // Counted first: a thread that stops the others then waits for this one.
  inFlight.add(path);
  Atomics.add(shared, FILES, 1);
  try {
    refuseIfAbandoned(folder);
  } catch (error) {
    release(path);
    throw error;
  }
  return path;
}

/** Call it when the temporary file has its final name or is removed. */
export function release(path: string): void {
  if (inFlight.delete(path)) Atomics.sub(shared, FILES, 1);
}

/** @throws {FileError} `EABANDONED` if the program is stopping. */
export function refuseIfAbandoned(path: string): void {
  if (Atomics.load(shared, STOPS) > 0)
    throw new FileError(path, 'EABANDONED', `stopped before writing '${path}'`, 'Run again.');
}

/** The longest wait for a temporary file that a thread may still be creating, on a busy machine. */
const PATIENCE_MS = 1000;

/**
 * For the handler of SIGINT and SIGTERM: removes every temporary file of this process synchronously, and stops every writer
 * of every thread before its next step. Keeps files that have their final name. Never throws.
 */
export function abandon(): void {
  Atomics.store(shared, STOPS, 1);
  const clock = new Int32Array(new SharedArrayBuffer(4));
  const until = Date.now() + PATIENCE_MS;
  // A missing file may still appear: a thread can finish creating it while the program ends.
  while (Atomics.load(shared, FILES) > 0) {
    for (const path of inFlight) if (remove(path)) release(path);
    if (Date.now() > until) break;
    if (Atomics.load(shared, FILES) > 0) Atomics.wait(clock, 0, 0, 1);
  }
  inFlight.clear();
}

/** Removes a file if possible. Never throws, so that an earlier error is the one reported. */
function remove(path: string): boolean {
  try {
    unlinkSync(path);
    return true;
  } catch {
    return false;
  }
}

/** Removes the temporary files that killed runs left in a folder. Never rejects. */
export async function sweep(folder: string): Promise<void> {
  const names = await promises.readdir(folder).catch(() => []);
  for (const name of names) {
    const pid = OURS.exec(name)?.[1];
    if (pid === undefined) continue;
    const path = join(folder, name);
    const isLeft = !inFlight.has(path) && (!isAlive(Number(pid)) || (await isOld(path)));
    if (isLeft) await promises.unlink(path).catch(() => {});
  }
}

/** Whether a process exists, of any user. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // EPERM: the process exists, but belongs to another user.
    return codeOf(error) === 'EPERM';
  }
}

async function isOld(path: string): Promise<boolean> {
  const found = await promises.stat(path).catch(() => undefined);
  return found !== undefined && Date.now() - found.mtimeMs > STALE_AFTER_MS;
}

/**
 * Creates a file under a temporary name and renames it. Synchronous, because for a post that is faster than one call of the
 * thread pool.
 * @returns false if the folder does not exist.
 */
export function createSync(folder: string, path: string, bytes: Uint8Array): boolean {
  const temporary = reserve(folder);
  try {
    writeNew(temporary, bytes);
    renameSync(temporary, path);
    return true;
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return false;
    remove(temporary);
    throw error;
  } finally {
    release(temporary);
  }
}

/**
 * Creates a file synchronously, and removes it if it cannot be completed.
 * @throws {FileError} if it cannot be completed.
 */
export function writeNew(path: string, bytes: Uint8Array, mode?: number): void {
  const descriptor = openSync(path, 'wx', mode);
  try {
    for (let at = 0; at < bytes.length; ) {
      const written = writeSync(descriptor, bytes, at);
      if (written === 0) throw incomplete(path);
      at += written;
    }
  } catch (error) {
    remove(path);
    throw error;
  } finally {
    closeSync(descriptor);
  }
}

/** Writes every byte or throws. One `write` may take fewer bytes than it is given, as on a full disk. */
export async function writeAll(handle: FileHandle, bytes: Uint8Array, path: string): Promise<void> {
  for (let at = 0; at < bytes.length; ) {
    const { bytesWritten } = await handle.write(bytes, at, bytes.length - at);
    if (bytesWritten === 0) throw incomplete(path);
    at += bytesWritten;
  }
}

function incomplete(path: string): FileError {
  return new FileError(path, 'ESHORT', `only part of '${path}' was written`, 'Check the disk.');
}
