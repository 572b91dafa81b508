import type { Severity } from '../../model/diagnostic.ts';
import type { Paint } from './colour.ts';

/** How a severity is called in a message: what a writer must mend is an error, whatever the exit code. */
const CALLED: Readonly<Record<Severity, string>> = {
  fatal: 'error',
  error: 'error',
  warning: 'warning',
  information: 'note',
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

/** The word for a severity, in its colour. */
export function called(severity: Severity, paint: Paint): string {
  return severityPaint(severity, paint)(CALLED[severity]);
}
