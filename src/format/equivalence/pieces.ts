import type { Note, NoteSection } from '../../model/note.ts';
import { withoutComments } from '../../read/markdown/html.ts';
import type { Span } from '../../text/index.ts';
import { type BlockHtml, commonmarkPieces } from './commonmark.ts';
import { markedPieces } from './marked.ts';

/** A line end written as a character reference. */
const LINE_END = /&(?:#(?:0{0,5}1[03]|[xX]0{0,5}[aAdD])|NewLine);/g;

/** The blocks of a text as HTML by both parsers. */
export function bothPieces(text: string): { marked: readonly BlockHtml[]; commonmark: readonly BlockHtml[] } {
  // Readers see a space. Replace it by a reference of the same length, so that it does not look like a line end of the HTML.
  const spaced = text.replace(LINE_END, ({ length }) => `&#${'32'.padStart(length - 3, '0')};`);
  const { pieces, tables } = markedPieces(spaced);
  return { marked: pieces, commonmark: commonmarkPieces(spaced, tables) };
}

/** The HTML of each section without its heading, which may be renamed. The headline and the source line are separate. */
export function bySection(
  { source, headline, sourceLine, sections }: Note,
  pieces: readonly BlockHtml[],
  from: number,
) {
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
    // If a parser sees no heading, no section starts for it.
    const begins = starts[next] === offset && /^<h[1-6]\b/.test(html);
    if (begins) at = next;
    if (begins && known.has(offset)) continue;
    // Headings in an insight name its parts, so their level does not matter.
    const masked = sections[at]?.kind === 'insight' ? html.replace(/(<\/?h)[1-6]>/g, '$1>') : html;
    const name = movable.get(offset) ?? names[at] ?? '';
    found.set(name, `${found.get(name) ?? ''}\n${masked}`);
  }
  // Readers do not see where a comment is.
  const comments = pieces.map(({ html }) => html).filter(isComment);
  return found.set('comments', comments.sort().join('\n'));
}

function isComment(html: string): boolean {
  return html.startsWith('<!--') && withoutComments(html).text.trim() === '';
}

/** `insight 1`, `insight 2` and so on. An unknown section has the name of its heading. */
function sectionNames(sections: readonly NoteSection[]): string[] {
  const seen = new Map<string, number>();
  return sections.map(({ kind, id, heading }) => {
    const name = kind === 'unknown' ? `${heading?.depth} ${heading?.text}` : (id ?? kind);
    const count = (seen.get(name) ?? 0) + 1;
    seen.set(name, count);
    return `${name} ${count}`;
  });
}
