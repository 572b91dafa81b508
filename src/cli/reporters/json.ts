import { type Diagnostic, locationsOf } from '../../model/diagnostic.ts';
import { FileLocations } from './locations.ts';
import type { CheckedNote, Reporter } from './reporter.ts';

/** The version of the report, see docs/check.schema.json. */
const VERSION = 1;

/** One JSON document with one line per note. */
export function jsonReporter(): Reporter {
  let isFirst = true;
  return {
    start: () => `{"version":${VERSION},"files":[`,
    note(checked) {
      const comma = isFirst ? '' : ',';
      isFirst = false;
      return `${comma}\n${JSON.stringify({ path: checked.name, findings: findingsOf(checked) })}`;
    },
    end: (totals) => `${isFirst ? '' : '\n'}],"summary":${JSON.stringify(totals)}}\n`,
  };
}

/** The findings of a note as plain data. */
export function findingsOf({ text, findings }: CheckedNote) {
  const [first] = findings;
  const places = first && new FileLocations(text, first.source);
  return places ? findings.map((finding) => findingOf(finding, places)) : [];
}

function findingOf(finding: Diagnostic, file: FileLocations) {
  const { rule, severity, message, advice, span, fix } = finding;
  return {
    rule,
    severity,
    message,
    ...(advice === undefined ? {} : { advice }),
    ...file.of(span),
    places: locationsOf(finding).map((place) => file.of(place)),
    ...(fix ? { fix: { isSafe: fix.isSafe, edits: fix.edits.map((edit) => file.edit(edit)) } } : {}),
  };
}
