import { findingsOf } from './json.ts';
import type { Report } from './report.ts';

/** A line for each finding, with its path. */
export function jsonLinesReport(): Report {
  return {
    note: (checked) =>
      findingsOf(checked)
        .map((finding) => `${JSON.stringify({ path: checked.name, ...finding })}\n`)
        .join(''),
  };
}
