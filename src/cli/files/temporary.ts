import { promises, unlinkSync } from 'node:fs';
import { join } from 'node:path';
import { codeOf, FileError } from './error.ts';

/** The names of our temporary files: `.copydesk-<pid>-<hex>.tmp`. */
const OURS = /^\.copydesk-(\d+)-[0-9a-f]+\.tmp$/;
/** A temporary file lives for milliseconds: after an hour its process identifier has been given to somebody else. */
const STALE_AFTER_MS = 3_600_000;

const inFlight = new Set<string>();
const run = Math.floor(Math.random() * 0xffffffff);
let count = 0;
let abandoned = false;

/** A new name in the folder, registered until `release`. Uniqueness comes from opening it `wx`; the name only has to be likely. */
export function reserve(folder: string): string {
  refuseIfAbandoned(folder);
  count += 1;
  const path = join(folder, `.copydesk-${process.pid}-${run.toString(16)}${count.toString(16).padStart(4, '0')}.tmp`);
  inFlight.add(path);
  return path;
}

/** The temporary file has got its final name, or is gone. */
export function release(path: string): void {
  inFlight.delete(path);
}

/** @throws {FileError} `EABANDONED` once the program is stopping: nothing new is begun then. */
export function refuseIfAbandoned(path: string): void {
  if (abandoned) throw new FileError(path, 'EABANDONED', `stopped before writing ${path}`, 'Run again.');
}

/** How long to wait for a temporary file that a thread may still be creating. */
const PATIENCE_MS = 100;

/**
 * For the handler of SIGINT and SIGTERM: synchronously removes every temporary file of this process, and lets no writer
 * begin or finish another. Files that already have their final name stay. Never throws.
 */
export function abandon(): void {
  abandoned = true;
  const clock = new Int32Array(new SharedArrayBuffer(4));
  const until = Date.now() + PATIENCE_MS;
  // A missing file may still appear: a thread of the pool finishes creating it although the program ends.
  while (inFlight.size > 0) {
    for (const path of inFlight) if (isRemoved(path)) inFlight.delete(path);
    if (Date.now() > until) break;
    if (inFlight.size > 0) Atomics.wait(clock, 0, 0, 1);
  }
  inFlight.clear();
}

function isRemoved(path: string): boolean {
  try {
    unlinkSync(path);
    return true;
  } catch {
    return false;
  }
}

/** Removes what an earlier run of ours that was killed left in a folder. Best effort: never rejects. */
export async function sweep(folder: string): Promise<void> {
  const names = await promises.readdir(folder).catch(() => []);
  for (const name of names) {
    const pid = OURS.exec(name)?.[1];
    if (pid === undefined) continue;
    const path = join(folder, name);
    if (!inFlight.has(path) && (!isAlive(Number(pid)) || (await isOld(path))))
      await promises.unlink(path).catch(() => {});
  }
}

function isAlive(pid: number): boolean {
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
