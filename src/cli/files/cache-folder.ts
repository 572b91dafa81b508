import { existsSync, lstatSync, mkdirSync, readdirSync, renameSync, unlinkSync, writeFileSync } from 'node:fs';
import { dirname, isAbsolute, join } from 'node:path';

/**
 * Where the user's caches lie: `$XDG_CACHE_HOME/copydesk`, or `~/.cache/copydesk`; whether it is there is another question.
 * @returns undefined where the environment names neither.
 */
export function cacheFolder(environment: Readonly<Record<string, string | undefined>>): string | undefined {
  const { XDG_CACHE_HOME = '', HOME, USERPROFILE } = environment;
  // The XDG specification has a relative one passed over.
  if (isAbsolute(XDG_CACHE_HOME)) return join(XDG_CACHE_HOME, 'copydesk');
  const home = HOME || USERPROFILE || '';
  return isAbsolute(home) ? join(home, '.cache', 'copydesk') : undefined;
}

/** Whether a folder is the user's alone: what somebody else could have put there is not believed. @throws when it is missing. */
export function isOwn(folder: string): boolean {
  const { uid, mode } = lstatSync(folder);
  return process.getuid === undefined || (uid === process.getuid() && (mode & 0o022) === 0);
}

/** Makes the folder where it is missing, and tells whether it is the user's alone. @throws when it cannot be made. */
function makeOwn(folder: string): boolean {
  // One level at a time: Node's recursive mkdir never ends in /proc.
  for (const level of [dirname(folder), folder]) if (!existsSync(level)) mkdirSync(level, { mode: 0o700 });
  return isOwn(folder);
}

/** A cache that was not written for so long is of a version that is not there any more; a temporary file lives for milliseconds. */
const STALE_AFTER_MS: Readonly<Record<string, number>> = { cache: 90 * 86_400_000, tmp: 3_600_000 };

/**
 * Puts a file into a cache, whole or not at all: others may read and write it at the same time, and the last one stays.
 * Removes what was left there by programs that were killed or replaced. Never throws: it only costs the next run its cache.
 * @returns whether it was written.
 */
export function writeCacheFile(path: string, data: Uint8Array): boolean {
  // In a container every run has the same process identifier.
  const temporary = `${path}.${process.pid}-${Math.floor(Math.random() * 0xffffffff).toString(16)}.tmp`;
  try {
    if (!makeOwn(dirname(path))) return false;
    writeFileSync(temporary, data, { mode: 0o600, flag: 'wx' });
    renameSync(temporary, path);
  } catch {
    quietly(() => unlinkSync(temporary));
    return false;
  }
  quietly(() => sweep(dirname(path)));
  return true;
}

function sweep(folder: string): void {
  for (const name of readdirSync(folder)) {
    const age = STALE_AFTER_MS[name.slice(name.lastIndexOf('.') + 1)];
    const path = join(folder, name);
    if (age !== undefined && Date.now() - lstatSync(path).mtimeMs > age) unlinkSync(path);
  }
}

/** For what may fail in any way: `force` of `rmSync` forgives only that there is nothing of the name. */
function quietly(tidy: () => void): void {
  try {
    tidy();
  } catch {
    return;
  }
}
