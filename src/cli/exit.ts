import type { Diagnostic } from '../model/diagnostic.ts';

/** The exit codes, frozen: see the README. */
export const EXIT = {
  fine: 0,
  /** Something was found in a note. */
  findings: 1,
  /** Usage, configuration, input that cannot be read or parsed, I/O. */
  trouble: 2,
  /** The program found a bug in itself before it did any harm. */
  broken: 3,
  /** No note was found. */
  nothing: 4,
} as const;

export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

const RANK: readonly ExitCode[] = [EXIT.fine, EXIT.nothing, EXIT.findings, EXIT.trouble, EXIT.broken];

/** The worse of two exit codes. */
export function worse(a: ExitCode, b: ExitCode): ExitCode {
  return RANK.indexOf(b) > RANK.indexOf(a) ? b : a;
}

/** A wrong use of the command line: reported in one line with advice, exit 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
  readonly advice: string | undefined;

  constructor(message: string, advice?: string) {
    super(message);
    this.advice = advice;
  }
}

/** A configuration, a house or a template with errors, as diagnostics. */
export class Invalid extends Error {
  override readonly name = 'Invalid';
  readonly diagnostics: readonly Diagnostic[];

  constructor(diagnostics: readonly Diagnostic[]) {
    super(diagnostics[0]?.message ?? 'invalid');
    this.diagnostics = diagnostics;
  }
}
