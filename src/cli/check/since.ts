import { basename, dirname, join, resolve } from 'node:path';
import { UsageError } from '../exit.ts';
import type { Input } from '../files/inputs.ts';
import { realPath } from '../files/paths.ts';
import type { Environment, Git } from '../git/git.ts';
import { Repository } from '../git/repository.ts';

/**
 * The inputs that have changed since a revision: in commits after the branch point, in the index or in the
 * working tree.
 * @throws {UsageError} outside a repository, and for an unknown revision.
 */
export async function changedSince(
  revision: string,
  inputs: readonly Input[],
  environment: Environment,
): Promise<Input[]> {
  const { git, top } = await Repository.open(environment, '--since');
  const base = await baseOf(revision, git);
  const answers = await Promise.all([
    git.run(['diff', '--name-only', '-z', '--no-renames', '--diff-filter=d', base, '--']),
    git.run(['ls-files', '--others', '--exclude-standard', '-z']),
  ]);
  const names = answers.flatMap(({ stdout }) => stdout.toString().split('\0'));
  const changed = new Set(names.map((name) => join(realPath(top), name)));
  return inputs.filter(({ path }) => changed.has(join(realPath(dirname(resolve(path))), basename(path))));
}

/** The merge base of the current branch and the revision, or the revision itself. */
async function baseOf(revision: string, git: Git): Promise<string> {
  const options = { answers: (code: number) => code <= 1 || code === 128 };
  const found = await git.run(
    ['rev-parse', '--verify', '--quiet', '--end-of-options', `${revision}^{commit}`],
    options,
  );
  const commit = found.stdout.toString().trim();
  if (found.code !== 0 || commit === '') {
    throw new UsageError(`unknown git revision '${revision}'`, 'Name a commit, a branch or a tag.');
  }
  const fork = await git.run(['merge-base', commit, 'HEAD'], options);
  return fork.code === 0 ? fork.stdout.toString().trim() : commit;
}
