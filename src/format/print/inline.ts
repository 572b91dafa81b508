import type { CstInline, CstMark } from '../../model/cst.ts';
import { applyEdits, type Edit, type Span, span } from '../../text/index.ts';
import type { FormatLevel } from './print-plan.ts';

/** Inline text in the one shape: on one line but for hard breaks and HTML, emphasis by stars. Nothing else is touched. */
export function inlineText({ text, marks }: CstInline, level: FormatLevel): string {
  if (marks.length === 0) return trim(text);
  return trim(
    applyEdits(
      text,
      marks.flatMap((mark) => edits(mark, text, level, marks)),
    ),
  );
}

/** Not `trim`, which would take no-break spaces too, nor an expression, which would try every blank of the text. */
function trim(text: string): string {
  let start = 0;
  let end = text.length;
  while (isBlank(text, start)) start++;
  while (end > start && isBlank(text, end - 1)) end--;
  return text.slice(start, end);
}

function isBlank(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code === 0x20 || code === 0x09;
}

function edits(mark: CstMark, text: string, level: FormatLevel, marks: readonly CstMark[]): Edit[] {
  switch (mark.type) {
    case 'soft':
      return [{ span: mark.span, text: level === 'careful' && mark.isTight && mark.glue === '' ? '\n' : mark.glue }];
    case 'hard':
      return [{ span: mark.span, text: '\\\n' }];
    case 'underscores':
      return level === 'careful' || touchesMarks(mark, text, marks) ? [] : stars(mark);
  }
}

type Underscores = Extract<CstMark, { type: 'underscores' }>;

function stars({ span: { start, end }, width }: Underscores): Edit[] {
  const text = '*'.repeat(width);
  return [
    { span: span(start, start + width), text },
    { span: span(end - width, end), text },
  ];
}

/** Stars beside stars would be one run, and mean something else, but where both are of one run already: `___so___`. */
function touchesMarks(mark: Underscores, text: string, marks: readonly CstMark[]): boolean {
  const inner = (one: Underscores) => span(one.span.start + one.width, one.span.end - one.width);
  let outside = mark.span;
  let inside = inner(mark);
  for (const other of marks) {
    if (other.type !== 'underscores') continue;
    if (isSame(inner(other), outside)) outside = other.span;
    if (isSame(other.span, inside)) inside = inner(other);
  }
  return [outside.start - 1, outside.end, inside.start, inside.end - 1].some((at) =>
    '*_'.includes(text.charAt(at) || ' '),
  );
}

function isSame(a: Span, b: Span): boolean {
  return a.start === b.start && a.end === b.end;
}
