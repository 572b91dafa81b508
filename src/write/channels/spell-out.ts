import type { House } from '../../model/house.ts';
import { isBare, type Mark, type MarkKind, type RichText } from './rich-text.ts';

/** Text that is put in at an offset. What closes something comes before what opens something. */
interface Insertion {
  readonly at: number;
  readonly text: string;
  readonly closes: boolean;
  /** The index of its mark. */
  readonly of: number;
}

/**
 * Writes formatting that a channel lacks as characters: `> ` before the lines of a quotation, a bullet or a number before an
 * item, the label of the house around struck-out words, and the URL after a link. Emphasis and code leave no trace. The other
 * marks move with the text.
 */
export function spellOut(part: RichText, kinds: readonly MarkKind[], house: House): RichText {
  const found: Insertion[] = [];
  const kept: { readonly mark: Mark; readonly index: number }[] = [];
  for (const [index, mark] of part.marks.entries()) {
    if (!kinds.includes(mark.kind)) kept.push({ mark, index });
    else for (const insertion of insertions(part, mark, house)) found.push({ ...insertion, of: index });
  }
  if (found.length === 0) return { text: part.text, marks: kept.map(({ mark }) => mark) };
  // Where several marks end, the inner one closes first.
  found.sort((a, b) => a.at - b.at || Number(b.closes) - Number(a.closes) || (a.closes ? b.of - a.of : 0));
  let text = '';
  let reached = 0;
  for (const { at, text: more } of found) {
    text += part.text.slice(reached, at) + more;
    reached = at;
  }
  text += part.text.slice(reached);
  // What is put in at the start of a mark is in front of it, unless it belongs to a mark inside.
  const start = (offset: number, index: number): number =>
    found.reduce(
      (sum, { at, of, text: { length } }) => (at < offset || (at === offset && of < index) ? sum + length : sum),
      offset,
    );
  const end = (offset: number): number =>
    found.reduce((sum, { at, text: { length } }) => (at < offset ? sum + length : sum), offset);
  const marks = kept.map(({ mark, index }) => ({ ...mark, start: start(mark.start, index), end: end(mark.end) }));
  return { text, marks };
}

function insertions(part: RichText, mark: Mark, { labels }: House): readonly Omit<Insertion, 'of'>[] {
  const { kind, start, end, url = '', continues } = mark;
  switch (kind) {
    case 'strike':
      return [
        { at: start, text: `[${labels.struck}${labels.colon}`, closes: false },
        { at: end, text: ']', closes: true },
      ];
    case 'link':
      return continues || isBare(part, mark)
        ? []
        : [{ at: end, text: `${labels.open}${url}${labels.close}`, closes: true }];
    case 'quote':
      return [start, ...linesIn(part.text, mark)].map((at) => ({
        at,
        text: part.text[at] === '\n' ? '>' : '> ',
        closes: false,
      }));
    case 'item':
      return itemInsertions(part, mark, '•');
    default:
      return [];
  }
}

/** The marker of an item, and the indentation of its other lines. Empty lines and code have none. */
export function itemInsertions({ text, marks }: RichText, mark: Mark, bullet: string) {
  const marker = mark.number === undefined ? `${bullet} ` : `${mark.number}. `;
  const code = marks.filter(({ kind }) => kind === 'pre');
  const isIndented = (at: number): boolean =>
    text[at] !== '\n' && !code.some(({ start, end }) => start < at && at < end);
  const indentation = linesIn(text, mark)
    .filter(isIndented)
    .map((at) => ({ at, text: ' '.repeat(marker.length), closes: false }));
  return mark.isContinued ? indentation : [{ at: mark.start, text: marker, closes: false }, ...indentation];
}

/** Where the lines of a mark start, other than its first one. */
export function linesIn(text: string, { start, end }: Mark): readonly number[] {
  const lines: number[] = [];
  for (let at = start; at < end; at++) if (text[at] === '\n') lines.push(at + 1);
  return lines;
}
