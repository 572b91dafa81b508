import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import manifest from '../../../package.json' with { type: 'json' };
import type { Rule } from '../../lint/rules/index.ts';
import { type Diagnostic, locationsOf, type Severity } from '../../model/diagnostic.ts';
import type { Span } from '../../text/index.ts';
import { uniqueFingerprints } from '../check/fingerprint.ts';
import { pathsFromTop } from '../files/paths.ts';
import { FileLocations } from './locations.ts';
import { type Reporter, sentence } from './reporter.ts';

const LEVEL: Readonly<Record<Severity | 'off', 'error' | 'warning' | 'note' | 'none'>> = {
  fatal: 'error',
  error: 'error',
  warning: 'warning',
  information: 'note',
  off: 'none',
};

/** SARIF 2.1.0 (OASIS), one run, with the fixes: https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html */
export function sarifReporter(rules: ReadonlyMap<string, Rule>): Reporter {
  const index = new Map([...rules.keys()].map((id, at) => [id, at]));
  const pathOf = pathsFromTop();
  let isFirst = true;
  return {
    start: () => `{"version":"2.1.0","$schema":"${SCHEMA}","runs":[{${head([...rules.values()])},"results":[`,
    note(checked) {
      const location = locationOf(checked.name, pathOf(checked.name));
      const prints = uniqueFingerprints(location.uri, checked.findings);
      return checked.findings
        .map((finding, at) => {
          const comma = isFirst ? '' : ',';
          isFirst = false;
          return `${comma}\n${JSON.stringify(resultOf(finding, checked.text, location, index.get(finding.rule), prints[at]))}`;
        })
        .join('');
    },
    end: () => `${isFirst ? '' : '\n'}]}]}\n`,
  };
}

const SCHEMA = 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json';

function head(rules: readonly Rule[]): string {
  const driver = {
    name: manifest.name,
    semanticVersion: manifest.version,
    informationUri: `https://www.npmjs.com/package/${manifest.name}`,
    rules: rules.map(descriptorOf),
  };
  // A lone carriage return ends a line, too: without a word of it, regions would be counted otherwise.
  return `"columnKind":"utf16CodeUnits","newlineSequences":["\\r\\n","\\n","\\r"],"tool":${JSON.stringify({ driver })}`;
}

function descriptorOf({ id, what, why, severity, group }: Rule) {
  return {
    id,
    shortDescription: { text: what },
    help: { text: why, markdown: why },
    defaultConfiguration: { enabled: severity !== 'off', level: LEVEL[severity] },
    properties: { tags: [group] },
  };
}

function resultOf(
  finding: Diagnostic,
  text: string,
  artifactLocation: ReturnType<typeof locationOf>,
  ruleIndex: number | undefined,
  print: string | undefined,
) {
  const places = new FileLocations(text, finding.source);
  const place = (span: Span) => ({ physicalLocation: { artifactLocation, region: regionOf(span, places) } });
  const [, ...others] = locationsOf(finding);
  return {
    ruleId: finding.rule,
    ...(ruleIndex === undefined ? {} : { ruleIndex }),
    level: LEVEL[finding.severity],
    message: { text: sentence(finding) },
    locations: [place(finding.span)],
    ...(others.length > 0 ? { relatedLocations: others.map((span, at) => ({ id: at + 1, ...place(span) })) } : {}),
    partialFingerprints: { 'copydesk/v1': print },
    ...(finding.fix ? { fixes: [fixOf(finding.fix, artifactLocation, places)] } : {}),
  };
}

function fixOf(fix: NonNullable<Diagnostic['fix']>, artifactLocation: object, places: FileLocations) {
  const replacements = fix.edits.map((edit) => ({
    deletedRegion: regionOf(edit.span, places),
    insertedContent: { text: places.edit(edit).text },
  }));
  const text = fix.isSafe ? 'Fix' : 'Fix, and check that the meaning is unchanged';
  return { description: { text }, artifactChanges: [{ artifactLocation, replacements }] };
}

/** Only lines and columns: they do not depend on a byte order mark, as the standard requires (3.30). */
function regionOf(span: Span, places: FileLocations) {
  const { line, column, endLine, endColumn } = places.of(span);
  return { startLine: line, startColumn: column, endLine, endColumn };
}

/** Relative to the top of the repository (%SRCROOT%) for a file below it. */
function locationOf(name: string, path: string | undefined) {
  if (path === undefined) return { uri: pathToFileURL(resolve(name)).href };
  return { uri: path.split('/').map(encodeURIComponent).join('/'), uriBaseId: '%SRCROOT%' };
}
