import { threadWriter } from './channel.ts';
import { TELEGRAM } from './limits/telegram.ts';
import type { Mark, MarkKind, RichText } from './rich-text.ts';

/** A `MessageEntity` of the Bot API. Offsets are UTF-16 units. */
interface Entity {
  readonly type: string;
  readonly offset: number;
  readonly length: number;
  readonly url?: string;
  readonly language?: string;
}

const TYPES: Readonly<Record<MarkKind, string>> = {
  bold: 'bold',
  heading: 'bold',
  italic: 'italic',
  strike: 'strikethrough',
  code: 'code',
  pre: 'pre',
  quote: 'blockquote',
  link: 'text_link',
};

/** Messages for `sendMessage`. Entities need no escaping. */
export const telegram = threadWriter({
  name: 'telegram',
  list: 'messages',
  fits: (part) => part.text.length <= TELEGRAM.units.max && entitiesOf(part).length <= TELEGRAM.entities.max,
  post: (part) => {
    const entities = entitiesOf(part);
    return entities.length === 0 ? { text: part.text } : { text: part.text, entities };
  },
});

function entitiesOf({ marks }: RichText): Entity[] {
  return apart(marks).map(({ kind, start, end, url, lang }) => ({
    type: TYPES[kind],
    offset: start,
    length: end - start,
    ...(url === undefined ? {} : { url }),
    ...(lang === undefined ? {} : { language: lang }),
  }));
}

/**
 * Marks that Telegram accepts together: code has no other formatting, in a link it is text, and a mark inside one of its kind
 * adds nothing.
 */
function apart(marks: readonly Mark[]): readonly Mark[] {
  const links = marks.filter(({ kind }) => kind === 'link');
  const isCode = ({ kind }: Mark): boolean => kind === 'code' || kind === 'pre';
  const code = marks.filter((mark) => isCode(mark) && !links.some((link) => overlap(mark, link)));
  const reached = new Map<string, number>();
  const found: Mark[] = [];
  for (const mark of marks) {
    if (isCode(mark)) {
      if (code.includes(mark)) found.push(mark);
      continue;
    }
    const type = TYPES[mark.kind];
    if (mark.end <= (reached.get(type) ?? 0)) continue;
    reached.set(type, mark.end);
    found.push(...(mark.kind === 'quote' ? [mark] : around(mark, code)));
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
