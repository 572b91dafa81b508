import type { Diagnostic } from '../../model/diagnostic.ts';
import { positionAt } from '../../text/index.ts';
import type { Paint } from './colour.ts';
import { codeFrame } from './frame.ts';
import { terminalSafe } from './safe.ts';
import { called } from './severity.ts';

/** `path:line:column`, how bad, what, which rule; then the place. As lines, safe for a terminal. */
export function diagnosticLines(diagnostic: Diagnostic, paint: Paint, width: number | undefined): string[] {
  const { source, span, severity, message, rule } = diagnostic;
  const { line, column } = positionAt(source, span.start);
  const where = paint.bold(terminalSafe(`${source.path}:${line}:${column}`));
  const head = `${where}: ${called(severity, paint)}: ${terminalSafe(message)} ${paint.dim(`[${terminalSafe(rule)}]`)}`;
  return [head, ...codeFrame(diagnostic, { paint, width: width ?? 100 })];
}

/** What to do, as a line of its own. */
export function adviceLines({ advice }: Pick<Diagnostic, 'advice'>): string[] {
  return advice === undefined ? [] : [`  ${terminalSafe(advice)}`];
}
