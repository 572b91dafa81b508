import { join } from 'node:path';
import { UsageError } from '../exit.ts';
import { realPath } from '../files/paths.ts';
import type { Environment } from './git.ts';
import { Repository } from './repository.ts';

/** The files that a sparse checkout leaves out of the working tree. Empty outside a repository, and without git. */
export async function filesLeftOut(environment: Environment, option: string): Promise<ReadonlySet<string>> {
  try {
    const { git, top } = await Repository.open(environment, option);
    const { stdout } = await git.run(['ls-files', '-t', '-z']);
    const lines = stdout.toString().split('\0');
    return new Set(lines.filter((line) => line.startsWith('S ')).map((line) => join(realPath(top), line.slice(2))));
  } catch (error) {
    if (error instanceof UsageError) return new Set();
    throw error;
  }
}
