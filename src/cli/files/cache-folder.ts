import { existsSync, lstatSync, mkdirSync, readdirSync, renameSync, unlinkSync, writeFileSync } from 'node:fs';
import { dirname, isAbsolute, join } from 'node:path';

/**
 * The user's cache folder: `$XDG_CACHE_HOME/copydesk` or `~/.cache/copydesk`. It may not exist yet.
 * @returns undefined if the environment names neither.
 */
export function cacheFolder(environment: Readonly<Record<string, string | undefined>>): string | undefined {
  const { XDG_CACHE_HOME = '', HOME, USERPROFILE } = environment;
  // The XDG specification ignores a relative path.
  if (isAbsolute(XDG_CACHE_HOME)) return join(XDG_CACHE_HOME, 'copydesk');
  const home = HOME || USERPROFILE || '';
  return isAbsolute(home) ? join(home, '.cache', 'copydesk') : undefined;
}

/** The parts of the program that have a code cache each. */
export const START_KINDS = ['render', 'format', 'check', 'desk'] as const;

/** The file of the code cache of a bundle. Undefined if there is no folder for it, or if the environment turns it off. */
export function codeCachePath(
  kind: (typeof START_KINDS)[number],
  bundle: string,
  environment: Readonly<Record<string, string | undefined>>,
): string | undefined {
  const folder = environment.NODE_DISABLE_COMPILE_CACHE ? undefined : cacheFolder(environment);
  const parts = [kind, Buffer.from(bundle).toString('base64url').slice(-60), process.version, process.arch];
  return folder === undefined ? undefined : join(folder, `${parts.join('-')}.code`);
}

/** Whether only the user can write to a path: a cache that others can write is not trusted. @throws if it does not exist. */
export function isOwn(path: string): boolean {
  const { uid, mode } = lstatSync(path);
  return process.getuid === undefined || (uid === process.getuid() && (mode & 0o022) === 0);
}

/** Creates the folder if necessary, and checks `isOwn`. @throws if it cannot be created. */
function makeOwn(folder: string): boolean {
  // One level at a time, because Node's recursive mkdir never returns in /proc.
  for (const level of [dirname(folder), folder]) if (!existsSync(level)) mkdirSync(level, { mode: 0o700 });
  return isOwn(folder);
}

/** An old cache belongs to a version that is no longer installed. A temporary file lives for milliseconds. */
const STALE_AFTER_MS: Readonly<Record<string, number>> = {
  cache: 90 * 86_400_000,
  code: 90 * 86_400_000,
  tmp: 3_600_000,
};

/**
 * Writes a cache file whole or not at all. Other processes may read and write it at the same time; the last one wins. Removes
 * the files of killed runs and old versions. Never throws, because a failure only costs the next run its cache. Not by Writer:
 * a cache does not need its guarantees, and `start.ts` must stay small.
 * @returns whether it was written.
 */
export function writeCacheFile(path: string, data: Uint8Array): boolean {
  // In a container every run may have the same process ID.
  const temporary = `${path}.${process.pid}-${Math.floor(Math.random() * 0xffffffff).toString(16)}.tmp`;
  try {
    if (!makeOwn(dirname(path))) return false;
    writeFileSync(temporary, data, { mode: 0o600, flag: 'wx', flush: true });
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

/** Ignores every error. `force` of `rmSync` ignores only missing files. */
function quietly(tidy: () => void): void {
  try {
    tidy();
  } catch {
    return;
  }
}
