import type { Diagnostic } from '../model/diagnostic.ts';

/** The exit codes, frozen: see the README. */
export const EXIT = {
  fine: 0,
  /** Something was found: a note lacks what a post needs. */
  findings: 1,
  /** Usage, configuration, input that cannot be read or parsed, I/O. */
  trouble: 2,
  /** The program caught itself breaking its own promise. */
  broken: 3,
  /** Nothing matched what was named. */
  nothing: 4,
} as const;

export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

const RANK: readonly ExitCode[] = [EXIT.fine, EXIT.nothing, EXIT.findings, EXIT.trouble, EXIT.broken];

/** Over many files the worst wins. */
export function worse(a: ExitCode, b: ExitCode): ExitCode {
  return RANK.indexOf(b) > RANK.indexOf(a) ? b : a;
}

/** What was asked for cannot be meant: reported as one line with what to do, exit 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
  readonly advice: string | undefined;

  constructor(message: string, advice?: string) {
    super(message);
    this.advice = advice;
  }
}

/** A configuration, a house or a template with faults: its diagnostics say where. */
export class Invalid extends Error {
  override readonly name = 'Invalid';
  readonly diagnostics: readonly Diagnostic[];

  constructor(diagnostics: readonly Diagnostic[]) {
    super(diagnostics[0]?.message ?? 'invalid');
    this.diagnostics = diagnostics;
  }
}
