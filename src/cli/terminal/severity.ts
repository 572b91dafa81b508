import type { Severity } from '../../model/diagnostic.ts';
import type { Messages } from '../messages/messages.ts';
import type { Paint } from './colour.ts';

/** The word for a severity in messages: `fatal` and `error` differ only in the exit code. */
const CALLED: Readonly<Record<Severity, string>> = {
  fatal: 'error',
  error: 'error',
  warning: 'warning',
  information: 'suggestion',
};

/** The colour of a severity. */
export function severityPaint(severity: Severity, paint: Paint): (text: string) => string {
  switch (severity) {
    case 'fatal':
    case 'error':
      return paint.red;
    case 'warning':
      return paint.yellow;
    case 'information':
      return paint.blue;
  }
}

/** The word for a severity, in its colour, before a message. */
export function called(severity: Severity, paint: Paint, { text, colon }: Messages): string {
  return severityPaint(severity, paint)(text(CALLED[severity])) + colon;
}
