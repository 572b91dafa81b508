import type { Diagnostic } from '../../model/diagnostic.ts';
import { positionAt } from '../../text/index.ts';
import type { Paint } from './colour.ts';
import { codeFrame } from './frame.ts';
import { terminalSafe } from './safe.ts';
import { called } from './severity.ts';

/** The lines of a diagnostic, safe for a terminal: position, severity, message and rule, then the code frame. */
export function diagnosticLines(diagnostic: Diagnostic, paint: Paint, width: number | undefined): string[] {
  const { source, span, severity, message, rule } = diagnostic;
  const { line, column } = positionAt(source, span.start);
  const where = paint.bold(terminalSafe(`${source.path}:${line}:${column}`));
  const head = `${where}: ${called(severity, paint)}: ${terminalSafe(message)} ${paint.dim(`[${terminalSafe(rule)}]`)}`;
  return [head, ...codeFrame(diagnostic, { paint, width: width ?? 100 })];
}

/** The line with the advice. */
export function adviceLines({ advice }: Pick<Diagnostic, 'advice'>): string[] {
  return advice === undefined ? [] : [`  ${terminalSafe(advice)}`];
}
