import type { Diagnostic } from '../../model/diagnostic.ts';
import { positionAt } from '../../text/index.ts';
import { escapeXmlAttribute as xml } from '../../write/xml.ts';
import { type Reporter, type ReporterOptions, sentence } from './reporter.ts';

/** The schema of Ant wants a time, a host and properties. They are constants, so that the same notes give the same report. */
const CONSTANTS = 'package="copydesk" timestamp="1970-01-01T00:00:00" hostname="localhost" time="0"';

/**
 * JUnit XML for build servers, valid by the schemas of Ant and Jenkins: one suite per note, one case per finding. Only what
 * fails the run is a failure; the other findings are the output of the suite.
 */
export function junitReporter({ fails }: Pick<ReporterOptions, 'fails'>): Reporter {
  let id = 0;
  return {
    start: () => '<?xml version="1.0" encoding="UTF-8"?>\n<testsuites>\n',
    note({ name, findings }) {
      const failures = findings.filter(({ severity }) => severity !== 'fatal' && fails(severity)).length;
      const errors = findings.filter(({ severity }) => severity === 'fatal').length;
      const counts = `tests="${Math.max(1, findings.length)}" failures="${failures}" errors="${errors}" skipped="0"`;
      const cases = findings.length === 0 ? [`${opened(name, 'house style')}/>\n`] : [];
      for (const finding of findings) cases.push(testcase(name, finding, fails(finding.severity)));
      const output = findings.filter(({ severity }) => !fails(severity)).map((finding) => said(name, finding));
      return [
        `  <testsuite id="${id++}" name="${xml(name)}" ${CONSTANTS} ${counts}>\n    <properties/>\n`,
        ...cases,
        `    <system-out>${output.join('\n')}</system-out>\n    <system-err/>\n  </testsuite>\n`,
      ].join('');
    },
    end: () => '</testsuites>\n',
  };
}

function testcase(name: string, finding: Diagnostic, isFailure: boolean): string {
  const { rule, severity, message, source, span } = finding;
  const { line, column } = positionAt(source, span.start);
  const open = opened(name, `${rule} at ${line}:${column}`);
  if (!isFailure) return `${open}/>\n`;
  const tag = severity === 'fatal' ? 'error' : 'failure';
  return `${open}>\n      <${tag} type="${severity}" message="${xml(message)}">${said(name, finding)}</${tag}>\n    </testcase>\n`;
}

function opened(suite: string, name: string): string {
  return `    <testcase classname="${xml(suite)}" name="${xml(name)}" time="0"`;
}

function said(name: string, finding: Diagnostic): string {
  const { line, column } = positionAt(finding.source, finding.span.start);
  return xml(`${name}:${line}:${column}: ${finding.severity}: ${sentence(finding)}`);
}
