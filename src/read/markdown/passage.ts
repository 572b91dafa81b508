import type { Origin, Passage } from '../../model/passage.ts';
import { joinsWithNothing, type Span, span } from '../../text/index.ts';
import { wordsOf } from './article-inlines.ts';
import { type PassagePiece, Pieces } from './passage-pieces.ts';
import { Places } from './places.ts';
import type { SourceBlock } from './source-block.ts';
import type { Content } from './tree.ts';

/** What a passage has besides its text. */
export type PassageFacts = Pick<Passage, 'kind' | 'isQuoted' | 'item'>;

/** The passage of a text and the comments in it. What is not found in the source has the span of all that surrounds it. */
export function passageOf(
  content: Content,
  sourceBlock: SourceBlock,
  facts: PassageFacts,
): { readonly passage: Passage; readonly comments: readonly Span[] } {
  const { text, lines } = content;
  const { nodes, end } = content.inlines;
  const pieces = new Pieces();
  if (end === undefined) pieces.addUnknown(wordsOf(nodes), 0, text.length);
  else pieces.addAll(nodes);
  const places = new Places(lines, text.length, sourceBlock);
  const comments = pieces.list.filter(({ kind }) => kind === 'comment').map(({ from, to }) => places.spanOf(from, to));
  const passage = assemble(pieces, places, facts);
  if (pieces.tags.length === 0) return { passage, comments };
  return { passage: { ...passage, tags: pieces.tags.map(({ start, end }) => places.spanOf(start, end)) }, comments };
}

/** Trailing whitespace. The lookbehind keeps the search linear in text with many spaces. */
const TAIL = /(?<![ \t\n])[ \t\n]+$/;

function assemble({ list, marks }: Pieces, places: Places, facts: PassageFacts): Passage {
  let text = '';
  /** The last character. Reading it from the text would flatten the whole string for each piece. */
  let end = '';
  const origins: Origin[] = [];
  const starts: number[] = [];
  let afterComment = false;
  let afterSoft = false;
  // A space between a comment and either end of the passage is not seen.
  const lastSeen = list.findLastIndex(({ kind, text }) => kind !== 'comment' && kind !== 'soft' && text !== '');
  const ends = lineEnds(list);
  for (const [index, piece] of list.entries()) {
    starts.push(text.length);
    let { text: words, from, to } = piece;
    if (piece.kind === 'comment') {
      afterComment = true;
      continue;
    }
    if (piece.kind === 'soft') words = text === '' || index > lastSeen ? '' : glue(list, index);
    const skipsSpaces = text === '' || end === '\n' || afterSoft || (afterComment && end === ' ');
    if (piece.kind === 'exact' || isSpace(piece)) {
      if (skipsSpaces) {
        const indent = /^[ \t]*/.exec(words)?.[0].length ?? 0;
        words = words.slice(indent);
        from += indent;
      }
      if (index >= lastSeen || ends[index + 1]) {
        const kept = words.trimEnd() === '' ? '' : words.replace(TAIL, '');
        to -= words.length - kept.length;
        words = kept;
      }
    }
    if (piece.kind === 'soft') afterSoft = true;
    // A footnote has no words.
    if (piece.kind === 'other' && words === '') afterComment = true;
    if (words === '') continue;
    afterSoft &&= piece.kind === 'soft';
    afterComment = false;
    const exact = piece.kind === 'exact' ? places.exactly(words, from, to) : undefined;
    const other = piece.kind === 'exact' ? places.whole : places.spanOf(from, to);
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
    span: first && last ? span(first.span.start, last.span.end) : places.whole,
    marks: marks.map(({ facts: mark, first: begin, last: until, from, to }) => ({
      ...mark,
      text: span(starts[begin] ?? 0, starts[until + 1] ?? text.length),
      span: places.spanOf(from, to),
    })),
  };
}

/** Whether a piece is only spaces, as written or by reference. */
function isSpace({ kind, text }: PassagePiece): boolean {
  return (kind === 'exact' || kind === 'other') && /^[ \t]+$/.test(text);
}

/** For each piece, whether the spaces before it are not seen, because only spaces come before the end of the line. */
function lineEnds(list: readonly PassagePiece[]): readonly boolean[] {
  const ends = [...list.map(({ kind, text }) => kind === 'soft' || text === '\n'), true];
  for (let at = list.length - 1; at >= 0; at--) {
    const piece = list[at];
    if (piece && isSpace(piece)) ends[at] = ends[at + 1] === true;
  }
  return ends;
}

/** What a reader sees of a line end. */
function glue(list: readonly PassagePiece[], index: number): '' | ' ' {
  const before = seenFrom(list, index, -1)?.text.slice(-64) ?? '';
  const after = seenFrom(list, index, 1)?.text.slice(0, 64) ?? '';
  return joinsWithNothing(before, after) ? '' : ' ';
}

/** The next visible piece in a direction. */
function seenFrom(list: readonly PassagePiece[], index: number, step: 1 | -1): PassagePiece | undefined {
  for (let at = index + step; ; at += step) {
    const piece = list[at];
    if (!piece || (piece.kind !== 'comment' && piece.kind !== 'soft' && piece.text.trim() !== '')) return piece;
  }
}
