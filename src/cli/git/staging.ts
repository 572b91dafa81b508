import { UsageError } from '../exit.ts';
import type { Git } from './git.ts';
import type { Repository } from './repository.ts';

/** The entry of a tree or the index for one path. The mode of a missing one is 000000. */
export interface Blob {
  readonly mode: string;
  readonly oid: string;
}

/** A path at which the index differs from the last commit. */
export interface Staged extends Blob {
  /** From the top of the repository, with `/`. */
  readonly path: string;
  readonly committed: Blob;
}

/** An index entry and the blob that replaces it. */
export interface Replacement {
  readonly entry: Staged;
  readonly oid: string;
}

/**
 * Expands a sparse index, which has folders in place of files that are not checked out: `update-index` would add a file next
 * to its own folder. The next git command makes the index sparse again.
 */
const WHOLE = ['-c', 'index.sparse=false'];

/**
 * All staged paths, in the order of the index.
 * @throws {UsageError} if a merge left files in conflict.
 */
export async function findStaged({ git, base }: Repository): Promise<Staged[]> {
  const options = ['--cached', '--raw', '-z', '--no-renames', '--ita-invisible-in-index', '--ignore-submodules=none'];
  // Overrides the user's setting: paths must start at the top.
  const { stdout } = await git.run(['-c', 'diff.relative=false', 'diff-index', ...options, base]);
  const fields = stdout.toString().split('\0');
  const staged: Staged[] = [];
  const unmerged: string[] = [];
  for (let at = 0; at + 1 < fields.length; at += 2) {
    const [was = '', mode = '', wasOid = '', oid = '', status] = (fields[at] ?? '').slice(1).split(' ');
    const path = fields[at + 1] ?? '';
    if (status === 'U') unmerged.push(path);
    else staged.push({ path, mode, oid, committed: { mode: was, oid: wasOid } });
  }
  if (unmerged.length > 0) throw inConflict(unmerged);
  return staged;
}

function inConflict([first, ...others]: readonly string[]): UsageError {
  const advice = 'Resolve the conflict, run `git add` on the file, and run again.';
  const more = others.length;
  return new UsageError(`unresolved merge conflict in '${first}'${more > 0 ? ` and ${more} more` : ''}`, advice);
}

/** Whether an entry is a regular file, and not a link, a submodule or a deletion. */
export function isFile({ mode }: Blob): boolean {
  return mode === '100644' || mode === '100755';
}

/**
 * Replaces blobs in the index in one step, and keeps the flags of the entries (skip-worktree, assume-unchanged). Skips an
 * entry that has changed since it was formatted.
 * @returns the skipped entries.
 */
export async function replaceStaged({ git }: Repository, replacements: readonly Replacement[]): Promise<Staged[]> {
  const now = await findEntries(git);
  const isSame = ({ entry }: Replacement) => now.get(entry.path)?.oid === entry.oid;
  const good = replacements.filter(isSame);
  if (good.length > 0) {
    const lines = good.map(({ entry, oid }) => `${entry.mode} ${oid} 0\t${entry.path}\0`);
    await git.run([...WHOLE, 'update-index', '-z', '--index-info'], { stdin: lines.join('') });
    const paths = good.map(({ entry }) => entry.path);
    const tagged = (pattern: RegExp) => paths.filter((path) => pattern.test(now.get(path)?.tag ?? ''));
    await mark(git, '--skip-worktree', tagged(/s/i));
    await mark(git, '--assume-unchanged', tagged(/[a-z]/));
    // A replaced entry has no file status. Without this, the next `git status` would read each file.
    await git.run([...WHOLE, 'update-index', '-q', '--refresh'], { answers: () => true });
  }
  return replacements.filter((one) => !isSame(one)).map(({ entry }) => entry);
}

async function mark(git: Git, as: string, paths: readonly string[]): Promise<void> {
  if (paths.length > 0)
    await git.run([...WHOLE, 'update-index', as, '-z', '--stdin'], { stdin: `${paths.join('\0')}\0` });
}

interface IndexEntry {
  readonly oid: string;
  /** The tag of `git ls-files -v`: S for skip-worktree, lower case for assume-unchanged. */
  readonly tag: string;
}

/** The whole index. For single paths, git would compare each path with each entry. */
async function findEntries(git: Git): Promise<Map<string, IndexEntry>> {
  const { stdout } = await git.run(['ls-files', '-v', '--stage', '-z']);
  const entries = new Map<string, IndexEntry>();
  for (const line of stdout.toString().split('\0')) {
    const tab = line.indexOf('\t');
    const [tag = '', , oid = ''] = line.slice(0, tab).split(' ');
    if (tab !== -1) entries.set(line.slice(tab + 1), { oid, tag });
  }
  return entries;
}
