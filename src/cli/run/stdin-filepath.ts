import { UsageError } from '../exit.ts';

/** @throws {UsageError} for `--stdin-filepath` where standard input is no note: it would name nothing. */
export function refuseNameOfNothing(stdinFilepath: string | undefined, readsStdin: boolean): void {
  if (stdinFilepath === undefined || readsStdin) return;
  const advice = 'Leave it out, or name no files, so that the note is read from there.';
  throw new UsageError('--stdin-filepath names standard input, which is not read here', advice);
}
