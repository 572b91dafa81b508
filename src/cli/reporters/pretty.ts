import { type Diagnostic, locationsOf } from '../../model/diagnostic.ts';
import { applyEdits, type Edit, lineAt, positionAt, type Span } from '../../text/index.ts';
import type { Paint } from '../terminal/colour.ts';
import { adviceLines, type DiagnosticOptions, diagnosticLines } from '../terminal/diagnostic.ts';
import { windowed } from '../terminal/window.ts';
import type { Reporter, ReporterOptions } from './reporter.ts';

/** For a writer at a terminal: position, message, advice, and the line before and after a fix. */
export function prettyReporter({
  verbose,
  ...options
}: DiagnosticOptions & Pick<ReporterOptions, 'verbose'>): Reporter {
  return {
    isPainted: true,
    note({ findings }) {
      const told = findings.filter(({ severity }) => verbose || severity !== 'information');
      return told.map((finding) => `${linesOf(finding, options).join('\n')}\n\n`).join('');
    },
  };
}

function linesOf(finding: Diagnostic, options: DiagnosticOptions): string[] {
  const { paint, width, messages } = options;
  return [
    ...diagnosticLines(finding, options),
    ...adviceLines(finding, messages),
    ...otherPlaces(finding).map((text) => `  ${messages.text(text)}`),
    ...fixLines(finding, paint, width ?? 100),
  ];
}

/** The most lines that one finding lists. */
const NAMED = 8;

function otherPlaces(finding: Diagnostic): string[] {
  const { source, span } = finding;
  const locations = locationsOf(finding);
  if (locations.length < 2) return [];
  const first = positionAt(source, span.start).line;
  const lines = [...new Set(locations.slice(1).map(({ start }) => positionAt(source, start).line))];
  if (lines.length === 1 && lines[0] === first) return [`${locations.length} times on this line.`];
  const named = lines.slice(0, NAMED).join(', ');
  const more = lines.length > NAMED ? ' and more' : '';
  return [`${locations.length} times, also on line${lines.length === 1 ? '' : 's'} ${named}${more}.`];
}

/** The line before and after a fix that stays within it. */
function fixLines({ source, fix, rule }: Diagnostic, paint: Paint, width: number): string[] {
  const [first] = fix?.edits ?? [];
  if (!fix || !first || rule === 'not-formatted') return [];
  const { line, column } = positionAt(source, first.span.start);
  const before = lineAt(source, line);
  const offset = first.span.start - (column - 1);
  const edits = fix.edits
    .filter(({ span }) => span.start >= offset && span.end <= offset + before.length)
    .map(({ span, text }) => ({ text, span: { start: span.start - offset, end: span.end - offset } }));
  if (edits.length === 0 || edits.some(({ text }) => text.includes('\n'))) return [];
  const room = Math.max(20, width - 4);
  const { text: old, edits: near, extent } = nearby(before, edits, ROOMS_BESIDE * room);
  const made = applyEdits(old, near);
  const shown = windowed(old, extent.start, extent.end, room).shown;
  const { shown: changed } = windowed(made, extent.start, extent.end + made.length - old.length, room);
  const flag = fix.isSafe ? '' : paint.dim('  (--unsafe-fixes)');
  return [`  ${paint.red(`- ${shown}`)}`, `  ${paint.green(`+ ${changed}`)}${flag}`];
}

/** More than `windowed` looks at on each side of a span. */
const ROOMS_BESIDE = 8;

/** The part of a line around its edits, because a line can be a whole book and have a fix for each word. */
function nearby(line: string, edits: readonly Edit[], units: number) {
  const { start, end } = extentOf(edits);
  const from = Math.max(0, start - units);
  const moved = edits.map(({ span, text }) => ({ text, span: { start: span.start - from, end: span.end - from } }));
  return { text: line.slice(from, end + units), edits: moved, extent: { start: start - from, end: end - from } };
}

/** From the first edit to the last. */
function extentOf(edits: readonly Edit[]): Span {
  return {
    start: Math.min(...edits.map(({ span }) => span.start)),
    end: Math.max(...edits.map(({ span }) => span.end)),
  };
}
