import { codePointAfter, codePointBefore, isFullWidthPunctuation } from '../../text/index.ts';
import { isIdeograph } from '../../typography/marks.ts';

/** Marks that are full-width in Chinese text. */
const WIDE_MARKS = new Set([...'“”‘’'].map((mark) => mark.charCodeAt(0)));

/** Joins pieces of Chinese text: a space between Chinese and Latin or digits, none beside Chinese or full-width marks. */
export function joined(pieces: readonly string[]): string {
  return pieces.reduce((text, piece) => (text === '' || piece === '' ? text + piece : seam(text, piece)), '');
}

function seam(left: string, right: string): string {
  const [before, after] = [left.trimEnd(), right.trimStart()];
  if (before === '' || after === '') return left + right;
  const [last, first] = [codePointBefore(before, before.length), codePointAfter(after, 0)];
  if (isWide(last) || isWide(first)) return before + after;
  if (isIdeograph(last) && isIdeograph(first)) return before + after;
  if ((isIdeograph(last) && isLatin(first)) || (isLatin(last) && isIdeograph(first))) return `${before} ${after}`;
  return left + right;
}

function isWide(codePoint: number): boolean {
  return isFullWidthPunctuation(codePoint) || WIDE_MARKS.has(codePoint);
}

/** A letter, a digit, or what starts or ends code and options. `%` follows a number without a space. */
function isLatin(codePoint: number): boolean {
  return (
    codePoint !== -1 && /[\p{L}\p{N}`'"$%~<>/_-]/u.test(String.fromCodePoint(codePoint)) && !isIdeograph(codePoint)
  );
}
