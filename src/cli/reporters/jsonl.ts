import { findingsOf } from './json.ts';
import type { Reporter } from './reporter.ts';

/** JSON Lines: one line per finding, with its path. */
export function jsonLinesReporter(): Reporter {
  return {
    note: (checked) =>
      findingsOf(checked)
        .map((finding) => `${JSON.stringify({ path: checked.name, ...finding })}\n`)
        .join(''),
  };
}
