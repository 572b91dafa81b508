import { UsageError } from '../exit.ts';

/** Git's messages are matched in English. */
export const ENGLISH = { LC_ALL: 'C' };

/** What to say where git has no repository to offer. */
export interface Unoffered {
  readonly message: string;
  readonly advice: string;
}

/**
 * The error of a command that asked git for its repository in vain.
 * @param said what git said in English, without its `fatal:`.
 * @param none where the folder belongs to no repository.
 * @param bare where it has no working files. Anything else is a repository that git refuses, as it puts it itself.
 */
export function refusal(said: string, none: Unoffered, bare: Unoffered): UsageError {
  if (/^not a git repository/m.test(said)) return new UsageError(none.message, none.advice);
  if (said === '' || /^this operation must be run in a work tree/m.test(said)) {
    return new UsageError(bare.message, bare.advice);
  }
  const [fault, ...more] = said.split('\n').filter((line) => line.trim() !== '');
  const advice = more.join('\n').replaceAll('\t', '  ');
  return new UsageError(`git refuses this repository: ${fault}`, advice || 'Fix this and run again.');
}
