import type { CstInline, CstMark } from '../../model/cst.ts';
import { applyEdits, type Edit, type Span, span } from '../../text/index.ts';
import type { FormatLevel } from './print-plan.ts';

/** Inline text on one line, apart from hard breaks and HTML, with emphasis by asterisks. Nothing else changes. */
export function inlineText({ text, marks }: CstInline, level: FormatLevel): string {
  if (marks.length === 0) return trim(text);
  return trim(
    applyEdits(
      text,
      marks.flatMap((mark) => edits(mark, text, level, marks)),
    ),
  );
}

/** Not `String.trim`, which also removes no-break spaces, and not a regular expression, which tries every space of the text. */
function trim(text: string): string {
  let start = 0;
  let end = text.length;
  while (isSpace(text, start)) start++;
  while (end > start && isSpace(text, end - 1)) end--;
  return text.slice(start, end);
}

function isSpace(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code === 0x20 || code === 0x09;
}

function edits(mark: CstMark, text: string, level: FormatLevel, marks: readonly CstMark[]): Edit[] {
  switch (mark.type) {
    case 'soft':
      return [{ span: mark.span, text: level === 'minimal' && mark.isTight && mark.glue === '' ? '\n' : mark.glue }];
    case 'kept':
      return [{ span: mark.span, text: mark.text }];
    case 'hard':
      return [{ span: mark.span, text: '\\\n' }];
    case 'underscores':
      return level === 'minimal' || touchesEmphasis(mark, text, marks) ? [] : stars(mark);
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

/** Whether asterisks would touch others and become one run. Marks of one run may touch: `___so___`. */
function touchesEmphasis(mark: Underscores, text: string, marks: readonly CstMark[]): boolean {
  const inner = (one: Underscores) => span(one.span.start + one.width, one.span.end - one.width);
  let outside = mark.span;
  let inside = inner(mark);
  for (const other of marks) {
    if (other.type !== 'underscores') continue;
    if (isSame(inner(other), outside)) outside = other.span;
    if (isSame(other.span, inside)) inside = inner(other);
  }
  const { start, end } = outside;
  return [
    beyondTildes(text, start - 1, -1),
    beyondTildes(text, end, 1),
    beyondTildes(text, inside.start, 1),
    beyondTildes(text, inside.end - 1, -1),
  ].some((character) => '*_'.includes(character || ' '));
}

/** The next character that is not a tilde. In `*~~_so_~~*`, other parsers would pair the asterisks around the tildes. */
function beyondTildes(text: string, from: number, step: 1 | -1): string {
  let at = from;
  while (text.charAt(at) === '~') at += step;
  return text.charAt(at);
}

function isSame(a: Span, b: Span): boolean {
  return a.start === b.start && a.end === b.end;
}
