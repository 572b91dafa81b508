import type { House } from '../../model/house.ts';
import { isBare, type Mark, type MarkKind, type RichText } from './rich-text.ts';

/** Text that is put in at an offset. What closes something comes before what opens something. */
interface Insertion {
  readonly at: number;
  readonly text: string;
  readonly closes: boolean;
}

/**
 * Writes formatting that a channel lacks as characters: `> ` before the lines of a quotation, the label of the house around
 * struck-out words, and the URL after a link. Emphasis and code leave no trace. The other marks move with the text.
 */
export function spellOut(part: RichText, kinds: readonly MarkKind[], house: House): RichText {
  const found = part.marks.filter(({ kind }) => kinds.includes(kind)).flatMap((mark) => insertions(part, mark, house));
  if (found.length === 0) return { text: part.text, marks: without(part.marks, kinds) };
  found.sort((a, b) => a.at - b.at || Number(b.closes) - Number(a.closes));
  let text = '';
  let reached = 0;
  for (const { at, text: more } of found) {
    text += part.text.slice(reached, at) + more;
    reached = at;
  }
  text += part.text.slice(reached);
  const shift = (offset: number, isEnd: boolean): number =>
    found.reduce(
      (sum, { at, text: { length } }) => (at < offset || (at === offset && !isEnd) ? sum + length : sum),
      offset,
    );
  const marks = without(part.marks, kinds).map((mark) => ({
    ...mark,
    start: shift(mark.start, false),
    end: shift(mark.end, true),
  }));
  return { text, marks };
}

function without(marks: readonly Mark[], kinds: readonly MarkKind[]): readonly Mark[] {
  return marks.filter(({ kind }) => !kinds.includes(kind));
}

function insertions(part: RichText, mark: Mark, { labels }: House): Insertion[] {
  const { kind, start, end, url = '', continues } = mark;
  if (kind === 'strike')
    return [
      { at: start, text: `[${labels.struck}${labels.colon}`, closes: false },
      { at: end, text: ']', closes: true },
    ];
  if (kind === 'link')
    return continues || isBare(part, mark)
      ? []
      : [{ at: end, text: `${labels.open}${url}${labels.close}`, closes: true }];
  if (kind !== 'quote') return [];
  const lines = [start];
  for (let at = start; at < end; at++) if (part.text[at] === '\n') lines.push(at + 1);
  return lines.map((at) => ({ at, text: part.text[at] === '\n' ? '>' : '> ', closes: false }));
}
