import { type Diagnostic, type Problem, SEVERITIES, type Severity } from '../model/diagnostic.ts';
import type { Source } from '../text/index.ts';

/** Collects the diagnostics of one file. */
export class DiagnosticCollector {
  readonly diagnostics: Diagnostic[] = [];
  readonly source: Source;

  constructor(source: Source) {
    this.source = source;
  }

  add(severity: Severity, problem: Problem): void {
    this.diagnostics.push({ ...problem, severity, source: this.source });
  }

  /** Whether something prevents the post from being printed. */
  get failed(): boolean {
    return this.diagnostics.some(({ severity }) => severity === 'fatal' || severity === 'error');
  }
}

/**
 * Removes each missing part that a misspelt key or heading explains, so that one slip is one message. The misspelling takes
 * the severity of the missing part if that is worse, because the post still cannot be rendered.
 */
export function keepRootCauses(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  const missing = new Map<string, Diagnostic>();
  for (const diagnostic of diagnostics)
    if (diagnostic.part !== undefined && diagnostic.meant === undefined) missing.set(diagnostic.part, diagnostic);
  const explained = new Set<Diagnostic>();
  const kept = diagnostics.map((diagnostic) => {
    const { part, meant, severity } = diagnostic;
    const consequence = part === undefined || meant === undefined ? undefined : missing.get(part);
    if (!consequence) return diagnostic;
    explained.add(consequence);
    return { ...diagnostic, severity: worse(severity, consequence.severity) };
  });
  return explained.size === 0 ? diagnostics : kept.filter((diagnostic) => !explained.has(diagnostic));
}

function worse(a: Severity, b: Severity): Severity {
  return SEVERITIES.indexOf(a) < SEVERITIES.indexOf(b) ? a : b;
}
