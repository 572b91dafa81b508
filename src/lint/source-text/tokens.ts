import type { Span } from '../../text/index.ts';

/** A word, a number, a sign of money or a Chinese character. */
export interface Token extends Span {
  /** The same for two spellings that differ only in typography, case or the style of small numbers. */
  readonly key: string;
}

const SMALL = new Map(
  'zero one two three four five six seven eight nine ten eleven twelve'
    .split(' ')
    .map((word, value) => [word, String(value)]),
);
const SIGNS: Readonly<Record<string, string>> = { '%': 'percent', '％': 'percent' };

/** Returns the words of a text. Punctuation is not a word. */
export function tokensIn(text: string): readonly Token[] {
  // In here, because it takes long to build, and most runs have no source text.
  const token =
    /\p{Script=Han}|[$£€¥]|[%％]|\d+(?:[.,]\d+)*|(?:(?!\p{Script=Han})[\p{L}\p{M}])+(?:['’ʼ](?:(?!\p{Script=Han})[\p{L}\p{M}])+)*|\p{N}/gu;
  const tokens: Token[] = [];
  for (const { 0: written, index } of text.matchAll(token)) {
    const key = keyOf(written);
    const previous = tokens.at(-1);
    const end = index + written.length;
    // `40 per cent` is `40 percent`, and `U.S.` is `US`.
    if (key === 'cent' && previous?.key === 'per') tokens.splice(-1, 1, { key: 'percent', start: previous.start, end });
    else if (previous && isInitial(text, previous, index, written))
      tokens.splice(-1, 1, { key: previous.key + key, start: previous.start, end });
    else tokens.push({ key, start: index, end });
  }
  return tokens;
}

/** Whether a letter goes on an abbreviation with full stops, such as `U.S.` */
function isInitial(text: string, previous: Token, index: number, written: string): boolean {
  if (written.length !== 1 || !/[A-Za-z]/.test(written) || previous.end !== index - 1) return false;
  const before = text.slice(previous.start, previous.end);
  return text.charAt(index - 1) === '.' && /^(?:[A-Za-z]\.)*[A-Za-z]$/.test(before);
}

function keyOf(written: string): string {
  if (/^\d/.test(written)) return written.replace(/,(?=\d{3}(?!\d))/g, '');
  const word = written.normalize('NFKC').toLowerCase().replace(/[’ʼ]/g, "'");
  return SIGNS[word] ?? SMALL.get(word) ?? word;
}
