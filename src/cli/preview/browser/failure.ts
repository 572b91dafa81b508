import { positionAt } from '../../../text/index.ts';
import { Invalid, UsageError } from '../../exit.ts';
import { FileError, systemError } from '../../files/error.ts';
import type { Messages } from '../../messages/messages.ts';
import type { Failure } from './state.ts';

/** Describes a failure for a page. A bug is reported as a bug and does not end the preview. */
export function failureOf(error: unknown, { text }: Messages): Failure {
  if (error instanceof FileError && error.code === 'ENOENT')
    return { message: text(error.message), advice: text('The page continues when the file is back.') };
  const known = error instanceof FileError || error instanceof UsageError ? error : systemError(error);
  if (known)
    return { message: text(known.message), ...(known.advice === undefined ? {} : { advice: text(known.advice) }) };
  if (error instanceof Invalid) {
    const [first] = error.diagnostics;
    if (first) {
      const { line, column } = positionAt(first.source, first.span.start);
      const message = `${first.source.path}:${line}:${column}: ${text(first.message)}`;
      return { message, ...(first.advice === undefined ? {} : { advice: text(first.advice) }) };
    }
  }
  const message = `internal error: ${error instanceof Error ? error.message : String(error)}`;
  return { message: text(message), advice: text('Report this bug in copydesk, with the note if you can.') };
}
