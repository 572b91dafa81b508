import { graphemes, wrapPieces } from '../../typography/index.ts';

/** A part of a text that stays on one line. */
export interface Piece {
  readonly start: number;
  readonly end: number;
  /** How bad it is to end a line before it: from 0, at a comma, to SPLIT, inside a word. */
  readonly cost: number;
}

/** The cost of a break inside a word. */
export const SPLIT = 1;

/**
 * The costs of other breaks. A line that is a third shorter than the others costs as much as 0.1. A line should not end with the
 * first word of a clause, or start with the last one.
 */
const COSTS = { clause: 0, word: 0.04, hanWord: 0.15, stray: 0.15, hyphen: 0.1, small: 0.1, quantity: 0.15 } as const;

const CLAUSE_END = /[,;:.!?—–，。；：！？、…][)\]"'”’）》」』]*$/;
const HAN = /[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef]/;
/** Where a Latin word may be broken: after a dash, and after a hyphen between letters. */
const DASH = /(?<=[\p{L}\d][—–])(?=[\p{L}\d])|(?<=\p{L}{2}-)(?=\p{L}{2})/u;

/**
 * The pieces of a text, in order.
 * @param words the words of the text, if it is Chinese or Japanese.
 * @param small words with which a line should not end.
 */
export function piecesOf(text: string, words: readonly string[], small: ReadonlySet<string>): readonly Piece[] {
  const starts = new Set<number>();
  let word = 0;
  for (const { length } of words) {
    starts.add(word);
    word += length;
  }
  const pieces: Piece[] = [];
  let at = 0;
  for (const { blank, text: whole } of wrapPieces(text, true)) {
    at += blank.length;
    for (const [index, part] of whole.split(DASH).entries()) {
      const before = pieces.at(-1);
      const clauses = [before && pieces.at(-2), { start: at, end: at + part.length }];
      const isStray = clauses.some((one) => one && CLAUSE_END.test(text.slice(one.start, one.end)));
      const cost = before ? costOf(text, before, at, { isInside: index > 0, isStray, starts, small }) : 0;
      pieces.push({ start: at, end: at + part.length, cost });
      at += part.length;
    }
  }
  return pieces;
}

/** Breaks the pieces that are wider than a line of the smallest letters: between graphemes, because no line holds them. */
export function breakWide(
  pieces: readonly Piece[],
  text: string,
  isWide: (start: number, end: number) => boolean,
): readonly Piece[] {
  return pieces.flatMap((piece) => {
    if (!isWide(piece.start, piece.end)) return [piece];
    let at = piece.start;
    return graphemes(text.slice(piece.start, piece.end)).map((grapheme, index): Piece => {
      const start = at;
      at += grapheme.length;
      return { start, end: at, cost: index === 0 ? piece.cost : SPLIT };
    });
  });
}

interface Place {
  /** Inside a Latin word. */
  readonly isInside: boolean;
  /** After the first word of a clause, or before its last one. */
  readonly isStray: boolean;
  readonly starts: ReadonlySet<number>;
  readonly small: ReadonlySet<string>;
}

function costOf(text: string, before: Piece, at: number, { isInside, isStray, starts, small }: Place): number {
  const left = text.slice(before.start, before.end);
  const right = text.slice(at);
  // A dash stays with the words before it.
  if (/^[—–]/.test(right)) return SPLIT;
  if (CLAUSE_END.test(left)) return COSTS.clause;
  if (isInside) return COSTS.hyphen;
  if (/\d[%)]?$/.test(left) && /^\p{L}/u.test(right)) return before.end === at ? SPLIT : COSTS.quantity;
  if (small.has(left.toLowerCase())) return COSTS.small;
  const isHan = before.end === at || (HAN.test(left) && HAN.test(right.charAt(0)));
  if (isHan && starts.size > 0 && !starts.has(at)) return SPLIT;
  return (isHan ? COSTS.hanWord : COSTS.word) + (isStray ? COSTS.stray : 0);
}
