import { existsSync, readFileSync, statSync } from 'node:fs';
import { dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';

/** Whether a folder is the top of a repository: `.git` is a folder, or a file in a linked work tree and a submodule. */
export function isRepositoryTop(folder: string): boolean {
  return existsSync(join(folder, '.git'));
}

/** The top of the repository that contains a folder; undefined outside a repository. */
export function repositoryTop(folder: string): string | undefined {
  for (let at = folder; ; at = dirname(at)) {
    if (isRepositoryTop(at)) return at;
    if (dirname(at) === at) return undefined;
  }
}

/**
 * Says of files how they look from the top of the repository that the run was started in, as code scanning does, with
 * slashes; outside of a repository from the current folder. What is not below that is undefined.
 */
export function pathsFromTop(): (path: string) => string | undefined {
  const here = process.cwd();
  const top = repositoryTop(here) ?? here;
  return (path) => {
    // Standard input without a name.
    if (path === '<stdin>') return path;
    const short = relative(top, path);
    const isOutside = short === '' || isAbsolute(short) || short.split(sep)[0] === '..';
    return isOutside ? undefined : short.split(sep).join('/');
  };
}

/**
 * Where git keeps what all work trees of a repository share, its `info/exclude` among it. A `.git` that is a file names
 * the work tree's own folder, which has a file `commondir` where there is one to share.
 * @returns undefined for what git could not make sense of either.
 */
export function sharedGitFolder(top: string): string | undefined {
  const git = join(top, '.git');
  try {
    if (statSync(git).isDirectory()) return git;
    const own = /^gitdir: (.+?)\r?\n?$/.exec(readFileSync(git, 'utf8'))?.[1];
    if (own === undefined) return undefined;
    const folder = resolve(top, own);
    const shared = join(folder, 'commondir');
    return existsSync(shared) ? resolve(folder, readFileSync(shared, 'utf8').trim()) : folder;
  } catch {
    return undefined;
  }
}
