import { tokensIn } from './tokens.ts';

/** A part of a quotation without omissions, as pieces between the words that the writer put in brackets. */
type Segment = readonly string[];

const OMISSION = /\[?(?:\.{3,}|…+|\. \. \.(?: \.)?)\]?/u;
/** `[t]he` and `[T]he` have a changed capital; `[the lab]` and `（……）` are words of the writer. */
const CAPITAL = /[[［](\p{L})[\]］](?=\p{L})/gu;
const INSERTED = /[[［][^[\]［］]*[\]］]/u;
/** How many words of the source the writer's words in brackets may replace. */
const REPLACED = 8;

/** Whether a text has the words of a quotation in the same order, apart from marked omissions and additions. */
export function standsIn(quotation: string, words: string): boolean {
  let from = 0;
  for (const segment of segmentsOf(quotation)) {
    const end = endOf(segment, words, from);
    if (end === -1) return false;
    from = end;
  }
  return true;
}

function segmentsOf(quotation: string): readonly Segment[] {
  return quotation
    .replace(CAPITAL, '$1')
    .split(OMISSION)
    .map((part) => part.split(INSERTED).map(joined))
    .map(withoutEmptyEnds)
    .filter((segment) => segment.length > 0);
}

function joined(text: string): string {
  const keys = tokensIn(text).map(({ key }) => key);
  return keys.length === 0 ? '' : ` ${keys.join(' ')} `;
}

function withoutEmptyEnds(pieces: Segment): Segment {
  return pieces.filter((piece) => piece !== '');
}

/** The offset after the first occurrence of a segment, or -1. The space after a word also precedes the next one. */
function endOf([first = '', ...rest]: Segment, words: string, from: number): number {
  for (let at = words.indexOf(first, from); at !== -1; at = words.indexOf(first, at + 1)) {
    let end = at + first.length - 1;
    const isWhole = rest.every((piece) => {
      const next = words.indexOf(piece, end);
      if (next === -1 || words.slice(end, next).split(' ').length > REPLACED + 1) return false;
      end = next + piece.length - 1;
      return true;
    });
    if (isWhole) return end;
  }
  return -1;
}
