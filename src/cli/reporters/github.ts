import type { Severity } from '../../model/diagnostic.ts';
import { pathsFromTop } from '../files/paths.ts';
import { shownPath } from '../run/read-note.ts';
import { FileLocations } from './locations.ts';
import { type Reporter, sentence } from './reporter.ts';

const COMMAND: Readonly<Record<Severity, string>> = {
  fatal: 'error',
  error: 'error',
  warning: 'warning',
  information: 'notice',
};

/** Workflow commands of GitHub Actions, which show each finding next to its line. */
export function githubReporter(): Reporter {
  const pathOf = pathsFromTop();
  return {
    note({ name, text, findings }) {
      // GitHub looks from the top of the repository, wherever the step was run.
      const path = property(pathOf(name) ?? shownPath(name));
      return findings
        .map((finding) => {
          const { line, column, endLine, endColumn } = new FileLocations(text, finding.source).of(finding.span);
          // Columns are only understood within one line, the last one inclusive.
          const end = endLine === line ? `,endColumn=${Math.max(column, endColumn - 1)}` : '';
          const title = `copydesk ${finding.rule}`;
          const properties = `file=${path},line=${line},endLine=${endLine},col=${column}${end},title=${property(title)}`;
          return `::${COMMAND[finding.severity]} ${properties}::${data(sentence(finding))}\n`;
        })
        .join('');
    },
  };
}

function data(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function property(text: string): string {
  return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
