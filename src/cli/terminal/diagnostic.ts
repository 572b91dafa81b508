import type { Diagnostic } from '../../model/diagnostic.ts';
import { positionAt } from '../../text/index.ts';
import type { Messages } from '../messages/messages.ts';
import type { Paint } from './colour.ts';
import { codeFrame } from './frame.ts';
import { terminalSafe } from './safe.ts';
import { called } from './severity.ts';

/** How diagnostics are printed. */
export interface DiagnosticOptions {
  readonly paint: Paint;
  /** Columns of the terminal. */
  readonly width: number | undefined;
  readonly messages: Messages;
}

/** The lines of a diagnostic, safe for a terminal: position, severity, message and rule, then the code frame. */
export function diagnosticLines(diagnostic: Diagnostic, { paint, width, messages }: DiagnosticOptions): string[] {
  const { source, span, severity, rule } = diagnostic;
  const { line, column } = positionAt(source, span.start);
  const where = paint.bold(terminalSafe(`${source.path}:${line}:${column}`));
  const what = terminalSafe(messages.text(diagnostic.message));
  const head = `${where}: ${called(severity, paint, messages)}${what} ${paint.dim(`[${terminalSafe(rule)}]`)}`;
  return [head, ...codeFrame(diagnostic, { paint, width: width ?? 100 })];
}

/** The line with the advice. */
export function adviceLines({ advice }: Pick<Diagnostic, 'advice'>, messages: Messages): string[] {
  return advice === undefined ? [] : [`  ${terminalSafe(messages.text(advice))}`];
}
