import type { Diagnostic, Problem, Severity } from '../model/diagnostic.ts';
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
