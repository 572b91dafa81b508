import { codePointAfter, codePointBefore, isFullWidthPunctuation, isHan, isKana, VERBATIM } from '../text/index.ts';

const VERBATIM_CODE = VERBATIM.charCodeAt(0);

/** Han or kana. */
export function isIdeograph(codePoint: number): boolean {
  return isHan(codePoint) || isKana(codePoint);
}

/** Han, kana, or punctuation that is full-width by itself. */
export function isWide(codePoint: number): boolean {
  return isIdeograph(codePoint) || isFullWidthPunctuation(codePoint);
}

export function isDigit(codePoint: number): boolean {
  return codePoint >= 0x30 && codePoint <= 0x39;
}

/** A letter of a script that is written with spaces (Latin, Greek, Cyrillic), or a combining mark. */
export function isLetter(codePoint: number): boolean {
  if (codePoint < 0x80) return (codePoint >= 0x41 && codePoint <= 0x5a) || (codePoint >= 0x61 && codePoint <= 0x7a);
  if (codePoint < 0xc0) return codePoint === 0xaa || codePoint === 0xb5 || codePoint === 0xba;
  return (
    (codePoint <= 0x52f && codePoint !== 0xd7 && codePoint !== 0xf7) || (codePoint >= 0x1e00 && codePoint <= 0x1fff)
  );
}

/** A letter, a digit, code or a URL: a Latin word in Han text. */
export function isLatin(codePoint: number): boolean {
  return isDigit(codePoint) || codePoint === VERBATIM_CODE || isLetter(codePoint);
}

/** A space or tab. Not a line end, U+00A0 or U+3000. */
export function isBlank(codePoint: number): boolean {
  return codePoint === 0x20 || codePoint === 0x09;
}

/** The character before `offset` and any blanks; -1 at the start. */
export function visibleBefore(text: string, offset: number): number {
  let at = offset;
  while (at > 0 && isBlank(text.charCodeAt(at - 1))) at--;
  return codePointBefore(text, at);
}

/** The character after `offset` and any blanks; -1 at the end. */
export function visibleAfter(text: string, offset: number): number {
  let at = offset;
  while (at < text.length && isBlank(text.charCodeAt(at))) at++;
  return codePointAfter(text, at);
}

/** Marks around a word. They do not decide what is beside a dash or an ellipsis: the word does. */
const AROUND = ` \t"'“”‘’()`;

/** The character before `offset` and any blanks, quotation marks and brackets; -1 at the start. */
export function wordBefore(text: string, offset: number): number {
  let at = offset;
  while (at > 0 && AROUND.includes(text.charAt(at - 1))) at--;
  return codePointBefore(text, at);
}

/** The character after `offset` and any blanks, quotation marks and brackets; -1 at the end. */
export function wordAfter(text: string, offset: number): number {
  let at = offset;
  while (at < text.length && AROUND.includes(text.charAt(at))) at++;
  return codePointAfter(text, at);
}
