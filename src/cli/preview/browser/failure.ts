import { positionAt } from '../../../text/index.ts';
import { Invalid, UsageError } from '../../exit.ts';
import { FileError, systemError } from '../../files/error.ts';
import type { Failure } from './state.ts';

/** Says in a page why something failed. A bug is named as one, and does not end the preview. */
export function failureOf(error: unknown): Failure {
  const known = error instanceof FileError || error instanceof UsageError ? error : systemError(error);
  if (known) return { message: known.message, ...(known.advice === undefined ? {} : { advice: known.advice }) };
  if (error instanceof Invalid) {
    const [first] = error.diagnostics;
    if (first) {
      const { line, column } = positionAt(first.source, first.span.start);
      const message = `${first.source.path}:${line}:${column}: ${first.message}`;
      return { message, ...(first.advice === undefined ? {} : { advice: first.advice }) };
    }
  }
  const message = `internal error: ${error instanceof Error ? error.message : String(error)}`;
  return { message, advice: 'Report this bug in copydesk, with the note if you can.' };
}
