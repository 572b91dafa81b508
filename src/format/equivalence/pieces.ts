import type { Note, NoteSection } from '../../model/note.ts';
import type { Span } from '../../text/index.ts';
import type { BlockHtml } from './block-html.ts';
import { commonmarkPieces } from './commonmark.ts';
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

/** The blocks of a section. */
export class SectionHtml {
  readonly #pieces: BlockHtml[] = [];
  /** Headings in an insight name its parts, so their level does not matter. */
  readonly #isInInsight: boolean[] = [];

  add(piece: BlockHtml, isInInsight: boolean): void {
    this.#pieces.push(piece);
    this.#isInInsight.push(isInInsight);
  }

  get html(): string {
    return this.#pieces.map((_, index) => this.#htmlAt(index)).join('\n');
  }

  equals(other: SectionHtml): boolean {
    const isSame = this.#pieces.every((_, index) => this.#isSameAt(index, other));
    return (isSame && this.#pieces.length === other.#pieces.length) || this.html === other.html;
  }

  #isSameAt(index: number, other: SectionHtml): boolean {
    const own = this.#pieces[index];
    const isSame = own?.isSame(other.#pieces[index]) && this.#isInInsight[index] === other.#isInInsight[index];
    return isSame || this.#htmlAt(index) === other.#htmlAt(index);
  }

  #htmlAt(index: number): string {
    const html = this.#pieces[index]?.html ?? '';
    return this.#isInInsight[index] ? html.replace(/(<\/?h)[1-6]>/g, '$1>') : html;
  }
}

/** The HTML of each section without its heading, which may be renamed. The headline and the source line are separate. */
export function bySection(
  { source, headline, sourceLine, sections }: Note,
  pieces: readonly BlockHtml[],
  from: number,
): ReadonlyMap<string, SectionHtml> {
  const lastLine = (span: Span | undefined) => span && source.text.lastIndexOf('\n', span.end - 1) + 1;
  const starts = sections.map(({ heading }) => lastLine(heading?.span));
  const known = new Set(sections.flatMap(({ kind }, index) => (kind === 'unknown' ? [] : [starts[index]])));
  const movable = new Map([
    [lastLine(headline?.span), 'headline'],
    [lastLine(sourceLine?.block.span), 'source'],
  ]);
  const names = sectionNames(sections);
  const found = new Map(names.map((name) => [name, new SectionHtml()]));
  let at = 0;
  let next = 1;
  const comments: BlockHtml[] = [];
  for (const piece of pieces) {
    if (piece.isComment) {
      comments.push(piece);
      continue;
    }
    const offset = from + piece.last;
    while ((starts[next] ?? offset) < offset) next++;
    // If a parser sees no heading, no section starts for it.
    const begins = starts[next] === offset && piece.isHeading;
    if (begins) at = next;
    if (begins && known.has(offset)) continue;
    const name = movable.get(offset) ?? names[at] ?? '';
    sectionOf(found, name).add(piece, sections[at]?.kind === 'insight');
  }
  // Readers do not see where a comment is.
  comments.sort((a, b) => (a.html < b.html ? -1 : +(a.html > b.html)));
  for (const comment of comments) sectionOf(found, 'comments').add(comment, false);
  return found;
}

function sectionOf(found: Map<string, SectionHtml>, name: string): SectionHtml {
  const section = found.get(name) ?? new SectionHtml();
  found.set(name, section);
  return section;
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
