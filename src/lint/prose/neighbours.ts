/** The words around a place in a text, up to the next mark. */
export interface Neighbours {
  /** The words before it, the nearest first, in lower case. */
  readonly before: readonly string[];
  /** The words after it, in lower case. */
  readonly after: readonly string[];
  /** Whether the sentence or a quotation starts with the words before it. */
  readonly isStart: boolean;
  /** Whether a mark or the end of the text follows the words after it. False if there are more words. */
  readonly isEnd: boolean;
  /** Whether a mark follows the words after it. */
  readonly isMark: boolean;
  /** The rest of the clause after it, at most 100 characters. */
  readonly rest: string;
}

/** How many words count on either side. */
const MOST = 4;
const REACH = 80;

/** A word, perhaps after an opening mark. */
const WORD = /^(["“‘([]*)([\w$€£%'’-]+)$/;

/** Returns the words on both sides of a span. An empty line separates passages. */
export function neighboursOf(text: string, start: number, end: number): Neighbours {
  const left = text.slice(Math.max(0, start - REACH), start);
  const before: string[] = [];
  let reached = left.length;
  while (before.length < MOST && left.charAt(reached - 1) === ' ') {
    const begin = 1 + Math.max(left.lastIndexOf(' ', reached - 2), left.lastIndexOf('\n', reached - 2));
    const [, open = '', word] = WORD.exec(left.slice(begin, reached - 1)) ?? [];
    if (word === undefined) break;
    before.push(word.toLowerCase());
    reached = begin + open.length;
  }
  const isWhole = reached > 0 || start <= REACH;
  const isStart =
    isWhole && before.length < MOST && /(?:^|\n\n|[.!?:] |[.!?]["”’)] |["“‘(])$/.test(left.slice(0, reached));
  const right = text.slice(end, end + REACH);
  const after: string[] = [];
  let at = 0;
  while (after.length < MOST) {
    const word = /^ ([\w$€£%'’-]+)/.exec(right.slice(at))?.[1];
    if (word === undefined) break;
    after.push(word.toLowerCase());
    at += word.length + 1;
  }
  const next = right.slice(at);
  const isMark = /^[.,;:!?](?=[\s"”’)]|$)/.test(next);
  const isEnd = after.length < MOST && (isMark || end + at === text.length || /^(?:["”]|\n\n)/.test(next));
  return {
    before,
    after,
    isStart,
    isEnd,
    isMark,
    rest: /^(?:[^.,;:!?\n]|\n(?!\n))*/.exec(text.slice(end, end + 100))?.[0] ?? '',
  };
}
