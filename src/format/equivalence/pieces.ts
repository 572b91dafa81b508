import type { Note, NoteSection } from '../../model/note.ts';
import { withoutComments } from '../../read/markdown/html.ts';
import type { Span } from '../../text/index.ts';
import { commonmarkPieces, type Piece } from './commonmark.ts';
import { markedPieces } from './marked.ts';

/** A line end that is written as a reference. */
const LINE_END = /&(?:#(?:0{0,5}1[03]|[xX]0{0,5}[aAdD])|NewLine);/g;

/** The blocks of a text as HTML, by both parsers. */
export function bothPieces(text: string): { marked: readonly Piece[]; commonmark: readonly Piece[] } {
  // It is a space to whoever reads the prose, and not to be taken for a line end of the HTML; one as long is put for it.
  const spaced = text.replace(LINE_END, ({ length }) => `&#${'32'.padStart(length - 3, '0')};`);
  const { pieces, tables } = markedPieces(spaced);
  return { marked: pieces, commonmark: commonmarkPieces(spaced, tables) };
}

/** The pieces of each section, without a heading that may be spelt otherwise; the headline and the source line by themselves. */
export function bySection({ source, headline, sourceLine, sections }: Note, pieces: readonly Piece[], from: number) {
  const lastLine = (span: Span | undefined) => span && source.text.lastIndexOf('\n', span.end - 1) + 1;
  const starts = sections.map(({ heading }) => lastLine(heading?.span));
  const known = new Set(sections.flatMap(({ kind }, index) => (kind === 'unknown' ? [] : [starts[index]])));
  const movable = new Map([
    [lastLine(headline?.span), 'headline'],
    [lastLine(sourceLine?.block.span), 'source'],
  ]);
  const names = sectionNames(sections);
  const found = new Map(names.map((name) => [name, '']));
  let at = 0;
  let next = 1;
  for (const { last, html } of pieces) {
    if (isComment(html)) continue;
    const offset = from + last;
    while ((starts[next] ?? offset) < offset) next++;
    // Where a parser sees no heading, for it no section begins.
    const begins = starts[next] === offset && /^<h[1-6]\b/.test(html);
    if (begins) at = next;
    if (begins && known.has(offset)) continue;
    // The headings in an insight name its parts, at whatever level.
    const masked = sections[at]?.kind === 'insight' ? html.replace(/(<\/?h)[1-6]>/g, '$1>') : html;
    const name = movable.get(offset) ?? names[at] ?? '';
    found.set(name, `${found.get(name) ?? ''}\n${masked}`);
  }
  // Nobody sees where they stand.
  const comments = pieces.map(({ html }) => html).filter(isComment);
  return found.set('comments', comments.sort().join('\n'));
}

function isComment(html: string): boolean {
  return html.startsWith('<!--') && withoutComments(html).text.trim() === '';
}

/** `insight`, `insight 2` where there are two; an unknown section by its heading. */
function sectionNames(sections: readonly NoteSection[]): string[] {
  const seen = new Map<string, number>();
  return sections.map(({ kind, id, heading }) => {
    const name = kind === 'unknown' ? `${heading?.depth} ${heading?.text}` : (id ?? kind);
    const count = (seen.get(name) ?? 0) + 1;
    seen.set(name, count);
    return `${name} ${count}`;
  });
}
