import type { Diagnostic } from '../../model/diagnostic.ts';
import { positionAt } from '../../text/index.ts';
import { type Reporter, type ReporterOptions, sentence } from './reporter.ts';

/** JUnit XML for build servers: one suite per note, one case per finding. Only what fails the run is a failure. */
export function junitReporter({ fails }: Pick<ReporterOptions, 'fails'>): Reporter {
  return {
    start: () => '<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="copydesk">\n',
    note({ name, findings }) {
      const failures = findings.filter(({ severity }) => severity !== 'fatal' && fails(severity)).length;
      const errors = findings.filter(({ severity }) => severity === 'fatal').length;
      const suite = `tests="${Math.max(1, findings.length)}" failures="${failures}" errors="${errors}" skipped="0"`;
      const cases = findings.length === 0 ? [`    <testcase classname="${xml(name)}" name="house style"/>\n`] : [];
      for (const finding of findings) cases.push(testcase(name, finding, fails(finding.severity)));
      return `  <testsuite name="${xml(name)}" ${suite}>\n${cases.join('')}  </testsuite>\n`;
    },
    end: () => '</testsuites>\n',
  };
}

function testcase(name: string, finding: Diagnostic, isFailure: boolean): string {
  const { rule, severity, message, source, span } = finding;
  const { line, column } = positionAt(source, span.start);
  const place = `${name}:${line}:${column}`;
  const open = `    <testcase classname="${xml(name)}" name="${xml(`${rule} at ${line}:${column}`)}"`;
  const said = xml(`${place}: ${severity}: ${sentence(finding)}`);
  if (!isFailure) return `${open}>\n      <system-out>${said}</system-out>\n    </testcase>\n`;
  const tag = severity === 'fatal' ? 'error' : 'failure';
  return `${open}>\n      <${tag} type="${severity}" message="${xml(message)}">${said}</${tag}>\n    </testcase>\n`;
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
};

/** Escapes text and attribute values. A character that XML 1.0 does not allow becomes U+FFFD. */
function xml(text: string): string {
  return text
    .replace(
      /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g,
      '\ufffd',
    )
    .replace(/[&<>"']/g, (found) => ENTITIES[found] ?? found)
    .replace(/[\t\n\r]/g, (found) => `&#${found.charCodeAt(0)};`);
}
