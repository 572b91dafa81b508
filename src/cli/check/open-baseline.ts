import { UsageError } from '../exit.ts';
import type { CheckRequest } from '../requests.ts';
import type { Baseline } from './baseline.ts';

/**
 * The baseline of a request, loaded only if the request has one.
 * @throws {UsageError} for a note from stdin without a name, because a baseline knows notes by name.
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
