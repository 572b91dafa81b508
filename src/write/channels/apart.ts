import type { Mark, MarkKind } from './rich-text.ts';

/**
 * Marks that every channel accepts together: code has no other formatting, in a link it is text, and a mark inside one of its
 * kind adds nothing.
 * @param blocks formatting that can contain any other.
 */
export function apart(marks: readonly Mark[], blocks: readonly MarkKind[] = ['quote', 'item']): readonly Mark[] {
  const links = marks.filter(({ kind }) => kind === 'link');
  const isCode = ({ kind }: Mark): boolean => kind === 'code' || kind === 'pre';
  const code = marks.filter((mark) => isCode(mark) && !links.some((link) => overlap(mark, link)));
  const isKept = new Set(code);
  const reached = new Map<MarkKind, number>();
  const found: Mark[] = [];
  for (const mark of marks) {
    if (isCode(mark)) {
      if (isKept.has(mark)) found.push(mark);
      continue;
    }
    const kind = mark.kind === 'heading' ? 'bold' : mark.kind;
    // An item inside an item is a list of its own.
    if (kind !== 'item' && mark.end <= (reached.get(kind) ?? 0)) continue;
    reached.set(kind, mark.end);
    found.push(...(blocks.includes(mark.kind) ? [mark] : around(mark, code)));
  }
  return found.sort((a, b) => a.start - b.start || b.end - a.end);
}

function overlap(one: Mark, other: Mark): boolean {
  return one.start < other.end && other.start < one.end;
}

/** The pieces of a mark outside code. */
function around(mark: Mark, code: readonly Mark[]): readonly Mark[] {
  const pieces: Mark[] = [];
  let { start } = mark;
  for (const inner of code) {
    if (!overlap(inner, mark)) continue;
    if (inner.start > start) pieces.push({ ...mark, start, end: inner.start });
    start = Math.max(start, inner.end);
  }
  if (start < mark.end) pieces.push({ ...mark, start });
  return pieces;
}
