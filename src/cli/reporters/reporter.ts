import type { Rule } from '../../lint/rules/index.ts';
import type { Diagnostic, Severity } from '../../model/diagnostic.ts';
import type { Messages } from '../messages/messages.ts';
import type { Paint } from '../terminal/colour.ts';

/** A checked note, or one that could not be decoded. */
export interface CheckedNote {
  /** As messages show it. */
  readonly name: string;
  /** As the file has it, with its byte order mark and its line ends. */
  readonly text: string;
  /** In the order of the text. */
  readonly findings: readonly Diagnostic[];
}

/** The totals of a run. Findings are counted, not their locations. */
export interface ReportTotals {
  /** The notes that were checked. */
  readonly notes: number;
  /** Files that are not notes, or are ignored. */
  readonly skipped: number;
  /** Files that could not be read or written. */
  readonly refused: number;
  readonly fatal: number;
  readonly errors: number;
  readonly warnings: number;
  readonly information: number;
  /** Findings that the baseline knows, which are not among these. */
  readonly known: number;
  /** Findings that `--fix` fixed, and the notes that it changed. */
  readonly fixed: number;
  readonly changed: number;
}

/** Prints findings. The caller prints each result immediately, so that memory does not grow. */
export interface Reporter {
  /** It is safe for a terminal, and may have colours: nothing more is to be escaped. */
  readonly isPainted?: boolean;
  start?(): string;
  note(checked: CheckedNote): string;
  end?(totals: ReportTotals): string;
}

export interface ReporterOptions {
  readonly paint: Paint;
  /** Columns, where it goes to a terminal. */
  readonly width: number | undefined;
  /** Only for a person: what programs read stays English. */
  readonly messages: Messages;
  /** Also print suggestions. */
  readonly verbose: boolean;
  /** Findings by which the run fails. */
  readonly fails: (severity: Severity) => boolean;
  /** Loads all that a note of the run may be checked by, by name. */
  readonly rules: () => Promise<ReadonlyMap<string, Rule>>;
}

/** The message and the advice of a finding on one line. */
export function sentence({ message, advice }: Pick<Diagnostic, 'message' | 'advice'>): string {
  return advice === undefined ? message : `${message}. ${advice}`;
}
