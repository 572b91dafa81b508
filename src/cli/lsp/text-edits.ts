import { diffArrays } from 'diff';
import { type Edit, span } from '../../text/index.ts';

/** The time to find the smallest edits grows with the square of the changed lines. More of them replace the whole text. */
const MOST_CHANGED_LINES = 2000;

/** Returns small edits that make one text of the other, so that the cursor of the editor stays where it is. */
export function editsBetween(before: string, after: string): readonly Edit[] {
  if (before === after) return [];
  const [old, fresh] = [linesOf(before), linesOf(after)];
  const changes = diffArrays(old, fresh, { maxEditLength: MOST_CHANGED_LINES });
  if (!changes) return [trimmed({ span: span(0, before.length), text: after }, before)];
  const edits: Edit[] = [];
  let at = 0;
  let removed = '';
  let added = '';
  const finish = (): void => {
    if (removed !== '' || added !== '')
      edits.push(trimmed({ span: span(at - removed.length, at), text: added }, before));
    removed = '';
    added = '';
  };
  for (const { value, added: isAdded, removed: isRemoved } of changes) {
    const text = value.join('');
    if (isAdded) added += text;
    else {
      if (!isRemoved) finish();
      at += text.length;
      if (isRemoved) removed += text;
    }
  }
  finish();
  return edits;
}

/** The lines of a text with their ends. */
function linesOf(text: string): string[] {
  return text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
}

/** The edit without what it keeps at its start and its end. Never divides a pair of surrogates. */
function trimmed({ span: { start, end }, text }: Edit, before: string): Edit {
  const old = before.slice(start, end);
  const most = Math.min(old.length, text.length);
  let head = 0;
  while (head < most && old[head] === text[head]) head++;
  if (head > 0 && /[\ud800-\udbff]/.test(old.charAt(head - 1))) head--;
  let tail = 0;
  while (tail < most - head && old.at(-1 - tail) === text.at(-1 - tail)) tail++;
  if (tail > 0 && /[\udc00-\udfff]/.test(old.charAt(old.length - tail))) tail--;
  return { span: span(start + head, end - tail), text: text.slice(head, text.length - tail) };
}
