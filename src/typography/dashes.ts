import { codePointAfter, codePointBefore, type Edit, hasHan, isFullWidthPunctuation } from '../text/index.ts';
import { isBlank, isDigit, isLatin, isWide, visibleAfter, visibleBefore, wordAfter, wordBefore } from './marks.ts';
import type { Pass } from './pass.ts';

/** Exactly two or three hyphens, or one with a space on each side. */
const TYPED = /(?<!-)-{2,3}(?!-)|(?<= )-(?= )/g;
const QUOTES = `"'“”‘’`;

/**
 * Typed dashes: `word--word`, `word -- word`, and a hyphen with spaces between words. `em` keeps the spaces of the writer.
 * `spaced-en` has one on each side, except before closing punctuation and beside full-width punctuation. Unchanged: a hyphen
 * in a word, `2019-2024` and other numbers, a minus, `--flag`, `<!-- -->`, a rule of hyphens.
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

/** `November 29 - December 2` is a range. */
const MONTH = /^ (?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)/;

/** Between words: `up - and away`. Before a number it may be a minus. At the start of a line it is a bullet. */
function isSpacedDash(text: string, start: number): boolean {
  const before = visibleBefore(text, start);
  const after = visibleAfter(text, start + 1);
  const isRange = isDigit(before) && MONTH.test(text.slice(start + 1, start + 8));
  return isText(before) && isText(after) && !isDigit(after) && !isRange;
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

/** Not whitespace, a line end, a hyphen or a dash. */
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

/**
 * Two or three hyphens beside Han become ——. A single — stays, because GB/T 15834 also uses it as a connector, as in
 * 中国—东盟博览会. `--flag` and numbers stay too.
 */
export const hanDashes: Pass = {
  name: 'han-dashes',
  trigger: ({ han }) => (han === 'full-width' ? '--' : undefined),
  edits: (text) => {
    if (!hasHan(text)) return [];
    const edits: Edit[] = [];
    for (const { 0: typed, index: start } of text.matchAll(/(?<!-)-{2,3}(?!-)/g)) {
      const end = start + typed.length;
      if (isHanDash(text, start, end)) edits.push({ span: { start, end }, text: '——' });
    }
    return edits;
  },
};

function isHanDash(text: string, start: number, end: number): boolean {
  if (!isWide(wordBefore(text, start)) && !isWide(wordAfter(text, end))) return false;
  const before = codePointBefore(text, start);
  const after = codePointAfter(text, end);
  if (isDigit(before) && isDigit(after)) return false;
  const flag = (before === -1 || before === 0x0a || isBlank(before)) && isLatin(after);
  return !flag && before !== 0x21 && after !== 0x3e;
}
