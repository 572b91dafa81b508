import { DiagnosticSeverity, DiagnosticTag, type Diagnostic as EditorDiagnostic } from 'vscode-languageserver/node';
import { type Diagnostic, locationsOf, type Severity } from '../../model/diagnostic.ts';
import { ENGLISH, type Messages } from '../messages/messages.ts';
import type { Places } from './places.ts';

/** The program that diagnostics name. */
export const SOURCE = 'copydesk';

const SEVERITIES: Readonly<Record<Severity, DiagnosticSeverity>> = {
  fatal: DiagnosticSeverity.Error,
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
};

/** The editor's diagnostics of a finding: one for each of its locations. */
export function editorDiagnostics(
  finding: Diagnostic,
  places: Places,
  { text }: Messages = ENGLISH,
): EditorDiagnostic[] {
  const { rule, severity, message, advice } = finding;
  return locationsOf(finding).map((location) => ({
    range: places.range(location),
    severity: SEVERITIES[severity],
    source: SOURCE,
    code: rule,
    message: advice === undefined ? text(message) : `${text(message)}\n${text(advice)}`,
    ...(rule === 'unused-suppression' ? { tags: [DiagnosticTag.Unnecessary] } : {}),
  }));
}
