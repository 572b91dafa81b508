import type { Severity } from '../../model/diagnostic.ts';
import { uniqueFingerprints } from '../check/fingerprint.ts';
import { pathsFromTop } from '../files/paths.ts';
import { shownPath } from '../run/read-note.ts';
import { FileLocations } from './locations.ts';
import { type Reporter, sentence } from './reporter.ts';

const SEVERITY: Readonly<Record<Severity, 'info' | 'minor' | 'major' | 'critical'>> = {
  fatal: 'critical',
  error: 'major',
  warning: 'minor',
  information: 'info',
};

/** GitLab's code quality report: an array with one object per finding. */
export function gitlabReporter(): Reporter {
  const pathOf = pathsFromTop();
  let isFirst = true;
  return {
    start: () => '[',
    note({ name, text, findings }) {
      // Paths of a report are relative to the repository, and have no ./ in front.
      const path = pathOf(name) ?? shownPath(name);
      const prints = uniqueFingerprints(path, findings);
      const lines = findings.map((finding, index) => {
        const { line, endLine } = new FileLocations(text, finding.source).of(finding.span);
        const comma = isFirst ? '' : ',';
        isFirst = false;
        const entry = {
          description: sentence(finding),
          check_name: finding.rule,
          fingerprint: prints[index],
          severity: SEVERITY[finding.severity],
          location: { path, lines: { begin: line, end: endLine } },
        };
        return `${comma}\n${JSON.stringify(entry)}`;
      });
      return lines.join('');
    },
    end: () => `${isFirst ? '' : '\n'}]\n`,
  };
}
