import { codePointAfter, codePointBefore, type Edit, isFullWidthPunctuation } from '../text/index.ts';
import { isBlank, isDigit, isLatin, visibleAfter, visibleBefore } from './marks.ts';
import type { Pass } from './pass.ts';

/** Two or three hyphens that no other adjoins, or one with a space on either side. */
const TYPED = /(?<!-)-{2,3}(?!-)|(?<= )-(?= )/g;
const QUOTES = `"'“”‘’`;

/**
 * Typed dashes: `word--word`, `word -- word`, and a hyphen with spaces between words. `em` keeps the spaces that the
 * writer set and adds none; `spaced-en` has one on either side, save before closing and beside full-width punctuation. Left as they are:
 * a hyphen in a word, `2019-2024` and other numbers, a minus, `--flag`, `<!-- -->`, a rule of hyphens.
 */
export const dashes: Pass = {
  name: 'dashes',
  trigger: ({ dashes }) => (dashes === 'keep' ? undefined : '--| - '),
  edits: (text, { dashes }) => {
    const edits: Edit[] = [];
    for (const { 0: typed, index: start } of text.matchAll(TYPED)) {
      const end = start + typed.length;
      if (!(typed === '-' ? isSpacedDash(text, start) : isDoubleDash(text, start, end))) continue;
      edits.push({ span: { start, end }, text: dashes === 'em' ? '—' : spacedEn(text, start, end) });
    }
    return edits;
  },
};

/** Between words: `up - and away`. Before a number it may be a minus, and at the start of a line it is a bullet. */
function isSpacedDash(text: string, start: number): boolean {
  const before = visibleBefore(text, start);
  const after = visibleAfter(text, start + 1);
  return isText(before) && isText(after) && !isDigit(after);
}

function isDoubleDash(text: string, start: number, end: number): boolean {
  const before = codePointBefore(text, start);
  const after = codePointAfter(text, end);
  if (before === 0x21 || before === 0x3c || after === 0x3e) return false;
  if (isDigit(before) && isDigit(after)) return false;
  const opens = !isText(before) || isOpening(text, start);
  if (opens && isText(after)) return false;
  return isText(visibleBefore(text, start)) || isText(visibleAfter(text, end));
}

/** Neither blank nor the end of a line, nor another hyphen or dash. */
function isText(codePoint: number): boolean {
  if (codePoint === -1 || codePoint === 0x0a || isBlank(codePoint)) return false;
  return codePoint !== 0x2d && codePoint !== 0x2013 && codePoint !== 0x2014;
}

/** A bracket, or a quotation mark at the start of a word, before the hyphens: `(--flag`, `"--flag"`. */
function isOpening(text: string, start: number): boolean {
  const mark = text.charAt(start - 1);
  if ('([{`'.includes(mark)) return true;
  return QUOTES.includes(mark) && !isText(codePointBefore(text, start - 1));
}

function spacedEn(text: string, start: number, end: number): string {
  const before = codePointBefore(text, start);
  const left = isText(before) && !isFullWidthPunctuation(before) ? ' ' : '';
  return `${left}–${isWordStart(text, end) ? ' ' : ''}`;
}

function isWordStart(text: string, at: number): boolean {
  const after = codePointAfter(text, at);
  if (!isText(after) || isFullWidthPunctuation(after)) return false;
  if (QUOTES.includes(text.charAt(at))) return isLatin(codePointAfter(text, at + 1));
  return !'.,:;!?)]}…'.includes(text.charAt(at));
}
