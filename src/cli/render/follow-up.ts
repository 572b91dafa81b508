import { FORMATS } from '../../write/index.ts';
import { UsageError } from '../exit.ts';

/** The error for a run of follow-ups in which no format has one. */
export function noFollowUp(): UsageError {
  const names = FORMATS.filter(({ followsUp }) => followsUp).map(({ name }) => name);
  return new UsageError("'--follow-up' applies only to channels", `Use --to with ${names.join(', ')}.`);
}
