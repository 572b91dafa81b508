import type { Token } from 'marked';
import type { Origin, Passage, PassageMark } from '../../model/passage.ts';
import { joinsWithNothing, type Span, span } from '../../text/index.ts';
import { type Piece, Pieces, wordsOf } from './passage-pieces.ts';
import type { SourceBlock } from './source-block.ts';

/** What a passage is beside its text. */
export type PassageFacts = Pick<Passage, 'kind' | 'isQuoted' | 'item'>;

/** The lines of a block's text in the source: where each begins in the text, and there; undefined where it was changed on the way. */
export interface TextLine {
  readonly at: number;
  readonly start: number | undefined;
}

/**
 * The passage of a block's inline text, whose tokens' `raw` together are the text. What marked has changed, so that it is
 * not found again, is told with the place of all that it stands in.
 */
export function passageOf(
  text: string,
  tokens: readonly Token[],
  lines: readonly TextLine[],
  sourceBlock: SourceBlock,
  facts: PassageFacts,
): { readonly passage: Passage; readonly comments: readonly Span[] } {
  const pieces = new Pieces(text);
  if (pieces.all(tokens, 0) === undefined) pieces.replace(0, 0, wordsOf(tokens), text.length);
  const places = new Lines(lines, sourceBlock, text.length);
  const comments = pieces.list.filter(({ kind }) => kind === 'comment').map(({ from, to }) => places.spanOf(from, to));
  return { passage: assemble(pieces, places, facts), comments };
}

/** The way from the offsets of a block's text to those of the source. */
class Lines {
  readonly #lines: readonly TextLine[];
  readonly #length: number;
  readonly #sourceBlock: SourceBlock;
  #cursor = 0;

  constructor(lines: readonly TextLine[], sourceBlock: SourceBlock, length: number) {
    this.#lines = lines;
    this.#length = length;
    this.#sourceBlock = sourceBlock;
  }

  get whole(): Span {
    return this.#sourceBlock.span;
  }

  /** Pieces come in order, so the next is on the same line or a later one; a mark begins earlier. */
  #lineOf(offset: number): TextLine | undefined {
    if (offset > this.#length) return undefined;
    if ((this.#lines[this.#cursor]?.at ?? 0) > offset) this.#cursor = 0;
    while ((this.#lines[this.#cursor + 1]?.at ?? Number.POSITIVE_INFINITY) <= offset) this.#cursor++;
    return this.#lines[this.#cursor];
  }

  /** Where a piece stands; the whole block where its line was changed on the way. */
  spanOf(from: number, to: number): Span {
    const first = this.#lineOf(from);
    const last = this.#lineOf(to);
    if (first?.start === undefined || last?.start === undefined) return this.whole;
    return span(first.start + from - first.at, last.start + to - last.at);
  }

  /** The same for a text: the whole block, too, where something else stands there. */
  exactly(words: string, from: number, to: number): Span | undefined {
    const found = this.spanOf(from, to);
    const { source, span: place } = this.#sourceBlock;
    return source.slice(found.start - place.start, found.end - place.start) === words ? found : undefined;
  }
}

/** The blanks at the end. Many blanks inside are looked at once, and not anew from each of them. */
const TAIL = /(?<![ \t\n])[ \t\n]+$/;

function assemble({ list, marks }: Pieces, lines: Lines, facts: PassageFacts): Passage {
  let text = '';
  /** Its last character: to look at the text itself would copy all of it for each piece. */
  let end = '';
  const origins: Origin[] = [];
  const starts: number[] = [];
  let afterComment = false;
  let afterSoft = false;
  // A blank between a comment and either end of the passage is nobody's.
  const lastSeen = list.findLastIndex(({ kind }) => kind !== 'comment' && kind !== 'soft');
  for (const [index, piece] of list.entries()) {
    starts.push(text.length);
    let { text: words, from, to } = piece;
    if (piece.kind === 'comment') {
      afterComment = true;
      continue;
    }
    if (piece.kind === 'soft') words = text === '' || index > lastSeen ? '' : glue(list, index);
    const skipsBlanks = text === '' || end === '\n' || afterSoft || (afterComment && end === ' ');
    if (piece.kind === 'exact') {
      if (skipsBlanks) {
        const blanks = /^[ \t]*/.exec(words)?.[0].length ?? 0;
        words = words.slice(blanks);
        from += blanks;
      }
      if (index === lastSeen || endsLine(list[index + 1])) {
        const kept = words.trimEnd() === '' ? '' : words.replace(TAIL, '');
        to -= words.length - kept.length;
        words = kept;
      }
    }
    if (piece.kind === 'soft') afterSoft = true;
    if (words === '') continue;
    afterSoft &&= piece.kind === 'soft';
    afterComment = false;
    const exact = piece.kind === 'exact' ? lines.exactly(words, from, to) : undefined;
    const other = piece.kind === 'exact' ? lines.whole : lines.spanOf(from, to);
    origins.push({ at: text.length, span: exact ?? other, isExact: exact !== undefined });
    text += words;
    end = words.charAt(words.length - 1);
  }
  starts.push(text.length);
  const [first] = origins;
  const last = origins.at(-1);
  return {
    ...facts,
    text,
    origins,
    span: first && last ? span(first.span.start, last.span.end) : lines.whole,
    marks: marks.map(({ first: begin, last: until, from, to, ...mark }) => ({
      ...mark,
      text: span(starts[begin] ?? 0, starts[until + 1] ?? text.length),
      span: lines.spanOf(from, to),
    })) as PassageMark[],
  };
}

/** Blanks before it are nothing. */
function endsLine(next: Piece | undefined): boolean {
  return next === undefined || next.kind === 'soft' || next.text === '\n';
}

/** What a reader sees of a line end: see `joinsWithNothing`. */
function glue(list: readonly Piece[], index: number): '' | ' ' {
  const before = seenFrom(list, index, -1)?.text.slice(-64) ?? '';
  const after = seenFrom(list, index, 1)?.text.slice(0, 64) ?? '';
  return joinsWithNothing(before, after) ? '' : ' ';
}

/** The next piece in a direction that a reader sees something of. */
function seenFrom(list: readonly Piece[], index: number, step: 1 | -1): Piece | undefined {
  for (let at = index + step; ; at += step) {
    const piece = list[at];
    if (!piece || (piece.kind !== 'comment' && piece.kind !== 'soft' && piece.text.trim() !== '')) return piece;
  }
}
