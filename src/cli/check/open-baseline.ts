import { UsageError } from '../exit.ts';
import type { CheckRequest } from '../requests.ts';
import type { Baseline } from './baseline.ts';

/**
 * The baseline of a request, which is loaded only where there is one.
 * @throws {UsageError} where standard input would have to be what it knows: only files have a place in it.
 * @throws what `Baseline.open` throws.
 */
export async function openBaseline(request: CheckRequest, isStdin: boolean): Promise<Baseline | undefined> {
  const { baseline: path, rules, stdinFilepath } = request;
  if (path === undefined) return undefined;
  if (isStdin && stdinFilepath === undefined) {
    throw new UsageError(
      "'--baseline' needs files, but the note comes from stdin",
      'Name the file with --stdin-filepath.',
    );
  }
  const baseline = (await import('./baseline.ts')).Baseline.open(path, rules);
  if (isStdin && baseline.isNew) {
    throw new UsageError(`no such baseline '${path}'`, `Create it with \`copydesk check --baseline ${path} FOLDER\`.`);
  }
  return baseline;
}
