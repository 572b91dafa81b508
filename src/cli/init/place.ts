import { existsSync, readdirSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { readTextFile } from '../files/read.ts';
import { Repository } from '../git/repository.ts';
import type { Host } from '../host.ts';
import { HOOKS, type HookFile } from './files.ts';

/** The folders of a repository that hold hook files, absolute. */
export interface HookFolders {
  /** The top of the working tree. */
  readonly top: string;
  /** The folder where git looks for hooks: `core.hooksPath`, or the one that all working trees share. */
  readonly hooks: string;
}

/** A file that exists, and the part of it that configures hooks. */
export interface ExistingFile {
  readonly path: string;
  readonly text: string;
}

/** @throws {UsageError} outside a repository, and without git. */
export async function findHookFolders({ environment }: Host): Promise<HookFolders> {
  const { git, top } = await Repository.open(environment, '--hook');
  return { top, hooks: resolve(top, await git.line(['rev-parse', '--git-path', 'hooks'])) };
}

/**
 * The file to write and its path. If the folder of git's hooks is husky's, husky overwrites it at each install. Its hooks run
 * the file of the same name in the folder above, with node_modules/.bin on PATH.
 */
export function placed(
  file: HookFile,
  { top, hooks }: HookFolders,
): { readonly file: HookFile; readonly path: string } {
  if (!file.path.startsWith('hooks/')) return { file, path: join(top, file.path) };
  const path = join(hooks, basename(file.path));
  const above = dirname(hooks);
  const isHuskys = basename(hooks) === '_' && (basename(above) === '.husky' || existsSync(join(hooks, 'h')));
  const [huskys = file] = HOOKS.husky.files;
  return isHuskys ? { file: huskys, path: join(above, basename(path)) } : { file, path };
}

/** An existing file that holds the same configuration under another name. */
export function findOther({ path, alsoCalled, packageKey }: HookFile, { top }: HookFolders): ExistingFile | undefined {
  const names = alsoCalled ? readdirSync(top).filter((name) => name !== path && alsoCalled.test(name)) : [];
  const [name] = names.sort();
  if (name !== undefined) return { path: join(top, name), text: readTextFile(join(top, name)) };
  const manifest = join(top, 'package.json');
  const text = packageKey !== undefined && existsSync(manifest) && jsonValue(packageKey, readTextFile(manifest));
  return text ? { path: manifest, text } : undefined;
}

/** The value of a key of a JSON object, as JSON. Undefined if the text has no such key or is not JSON. */
function jsonValue(key: string, json: string): string | undefined {
  try {
    const data: unknown = JSON.parse(json);
    return typeof data === 'object' && data !== null
      ? JSON.stringify(new Map(Object.entries(data)).get(key))
      : undefined;
  } catch {
    return undefined;
  }
}
