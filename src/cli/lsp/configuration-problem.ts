import type { Diagnostic } from '../../model/diagnostic.ts';
import { positionAt, type Source, span } from '../../text/index.ts';
import { Invalid, UsageError } from '../exit.ts';
import { FileError } from '../files/error.ts';
import type { Messages } from '../messages/messages.ts';

/** Whether a configuration, a house or an ignore file is at fault. */
export function isConfigurationError(error: unknown): error is Error & { readonly advice?: string | undefined } {
  return error instanceof Invalid || error instanceof UsageError || error instanceof FileError;
}

/** The reason why a note cannot be checked, at its top. */
export function configurationProblem(
  error: Error & { readonly advice?: string | undefined },
  source: Source,
  { text }: Messages,
): Diagnostic {
  const [first] = error instanceof Invalid ? error.diagnostics : [];
  const place = first && positionAt(first.source, first.span.start);
  const where = first && place ? `${first.source.path}:${place.line}:${place.column}: ` : '';
  const advice = first ? first.advice : error.advice;
  return {
    rule: 'invalid-configuration',
    severity: 'fatal',
    message: `${where}${text(error.message)}`,
    ...(advice === undefined ? {} : { advice }),
    source,
    span: span(0, 0),
  };
}
