import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';
import { UsageError } from '../exit.ts';
import { ENGLISH, refusal } from '../git/refusal.ts';

/** The places of a repository that hooks are kept in, as absolute paths. */
export interface HookFolders {
  /** The top of the working tree. */
  readonly top: string;
  /** Where git looks for its hooks: `core.hooksPath`, or the one folder that all working trees share. */
  readonly hooks: string;
}

/** @throws {UsageError} outside a repository, and without git. */
export function findRepository(folder: string): HookFolders {
  const top = resolve(folder, ask(folder, '--show-toplevel'));
  return { top, hooks: resolve(top, ask(top, '--git-path', 'hooks')) };
}

function ask(folder: string, ...args: readonly string[]): string {
  const { status, error, stdout, stderr } = spawnSync('git', ['rev-parse', ...args], {
    cwd: folder,
    encoding: 'utf8',
    env: { ...process.env, ...ENGLISH },
  });
  if (error) throw new UsageError('a hook needs git, which could not be run', error.message);
  if (status === 0) return stdout.replace(/\r?\n$/, '');
  const said = stderr.trim().replace(/^(?:fatal|error): /gm, '');
  const none = {
    message: 'a hook needs a repository of git, and this folder is in none',
    advice: `git says: ${said}\nMake one with git init, or leave out --hook.`,
  };
  const bare = {
    message: 'a hook needs a repository with working files, and there are none here',
    advice: 'Run it in the folder of the working files, or leave out --hook.',
  };
  throw refusal(said, none, bare);
}
