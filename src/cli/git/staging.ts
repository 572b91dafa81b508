import { UsageError } from '../exit.ts';
import type { Git } from './git.ts';
import type { Repository } from './repository.ts';

/** What a tree or the index says of one path. An absent one has the mode 000000. */
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

/** A blob that takes the place of another in the index. */
export interface Replacement {
  readonly entry: Staged;
  readonly oid: string;
}

/**
 * A sparse index holds folders in place of files that are not checked out, and `update-index` puts a file beside its own
 * folder. Whole for the moment, it is made sparse again by the next command.
 */
const WHOLE = ['-c', 'index.sparse=false'];

/**
 * Everything that is staged, in the order of the index.
 * @throws {UsageError} while there are files that a merge left in conflict.
 */
export async function findStaged({ git, base }: Repository): Promise<Staged[]> {
  const options = ['--cached', '--raw', '-z', '--no-renames', '--ita-invisible-in-index', '--ignore-submodules=none'];
  // Paths are wanted from the top, whatever the user has set for reading.
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
  const more = others.length === 0 ? '' : ` and ${others.length} more`;
  const advice = 'Resolve the conflict, run `git add` on the file, and run again.';
  return new UsageError(`unresolved merge conflict in '${first}'${more}`, advice);
}

/** A regular file, executable or not: no link, no submodule, and not a deletion. */
export function isFile({ mode }: Blob): boolean {
  return mode === '100644' || mode === '100755';
}

/**
 * Puts blobs into the index, all in one step, and keeps what a user has told git of the files (sparse checkout,
 * assume-unchanged). An entry that is no longer what was formatted is left.
 * @returns the entries that were left.
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
    // A replaced entry knows nothing of its file: without this, the next `git status` reads each of them.
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
  /** As `git ls-files -v` has it: S for skip-worktree, small for assume-unchanged. */
  readonly tag: string;
}

/** The whole index: to be asked for single paths, git would compare each of them with each entry. */
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
