import type { Note, NoteBlock } from '../../../model/note.ts';
import type { Passage, PassageMark } from '../../../model/passage.ts';
import { unescapeText } from '../../../read/markdown/unescape.ts';
import type { ReadResult } from '../../../read/note.ts';
import { type Span, span } from '../../../text/index.ts';
import { fieldLinks } from '../links.ts';

/** The destination of a link as written, without quotation marks and angle brackets. */
export interface WrittenLink {
  /** Without the escapes of Markdown. */
  readonly target: string;
  readonly span: Span;
}

/** The destinations in a note, each once: those of links and their definitions, and the URLs and files of its keys. */
export function writtenLinks({ note }: ReadResult): readonly WrittenLink[] {
  if (!note) return [];
  const { text } = note.source;
  const marks = passagesOf(note).flatMap((passage) => passage.marks);
  const found: WrittenLink[] = [
    ...fieldLinks(note).map((link) => ({ target: link.target, span: withoutQuotes(text, link.span) })),
    ...marks.flatMap((mark) => (mark.type === 'link' ? destinationOf(text, mark) : [])),
    ...note.linkDefinitions().map(({ href, span }) => ({ target: href, span })),
  ];
  return [...new Map(found.map((link) => [link.span.start, link])).values()];
}

/** Also those that are never printed, so that the links in them do not break. */
function passagesOf({ headline, sections, sourceLine, footnotes }: Note): readonly Passage[] {
  const blocks: (NoteBlock | undefined)[] = [
    headline?.block,
    sourceLine?.block,
    ...sections.flatMap((one) => one.blocks),
  ];
  return [...new Set(blocks)]
    .flatMap((block) => block?.passages ?? [])
    .concat(footnotes().flatMap((one) => one.passages()));
}

function withoutQuotes(text: string, { start, end }: Span): Span {
  return /["']/.test(text.charAt(start)) ? span(start + 1, end - 1) : span(start, end);
}

type LinkMark = PassageMark & { readonly type: 'link' };

/** What may come between the parenthesis and the destination: a new line, in a quotation as well. */
const LEAD = /^[ \t]*(?:\n[ \t>]*)?/;
const DESTINATION = /^(?:<(?:\\.|[^<>\n\\])*>|\S*)/;

/** Empty for a link whose destination is in a definition. */
function destinationOf(text: string, { href, isBare, span: { start, end } }: LinkMark): readonly WrittenLink[] {
  const raw = text.slice(start, end);
  if (isBare) return [{ target: href, span: span(start, end) }];
  if (raw.startsWith('<')) return [{ target: href, span: span(start + 1, end - 1) }];
  // A code span in the text or the title of a link may look like its end.
  for (let at = raw.indexOf(']('); at !== -1; at = raw.indexOf('](', at + 1)) {
    const from = at + 2 + (LEAD.exec(raw.slice(at + 2))?.[0].length ?? 0);
    const [whole = ''] = DESTINATION.exec(raw.slice(from)) ?? [];
    const isBracketed = whole.startsWith('<');
    const isLast = from + whole.length === raw.length;
    const written = isBracketed ? whole.slice(1, -1) : isLast ? whole.slice(0, -1) : whole;
    const place = start + from + (isBracketed ? 1 : 0);
    if (unescapeText(written) === href) return [{ target: href, span: span(place, place + written.length) }];
  }
  return [];
}
