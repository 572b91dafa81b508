import type { Diagnostic, Severity } from '../model/diagnostic.ts';
import type { Source, Span } from '../text/index.ts';

/** What a reader found, before it is said where. */
export interface Finding {
  readonly rule: string;
  readonly message: string;
  readonly advice?: string;
  readonly meant?: string | undefined;
  readonly span: Span;
}

/** Collects the diagnostics of one note. */
export class DiagnosticCollector {
  readonly diagnostics: Diagnostic[] = [];
  readonly source: Source;

  constructor(source: Source) {
    this.source = source;
  }

  add(severity: Severity, { rule, message, advice, meant, span }: Finding): void {
    this.diagnostics.push({
      rule,
      severity,
      message,
      span,
      source: this.source,
      ...(advice === undefined ? {} : { advice }),
      ...(meant === undefined ? {} : { meant }),
    });
  }

  /** Is there anything that keeps the post from being printed? */
  get failed(): boolean {
    return this.diagnostics.some(({ severity }) => severity === 'fatal' || severity === 'error');
  }
}
