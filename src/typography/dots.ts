import { codePointAfter, codePointBefore, type Edit, isHan, isKana } from '../text/index.ts';
import { isDigit } from './marks.ts';
import { type Pass, replaceAt } from './pass.ts';

const DOTS = /[\u2022\u2027\u2219\u22c5\u30fb\uff65]/g;

/** U+30FB and its half-width form separate words in Japanese. */
const KATAKANA_DOTS = '\u30fb\uff65';
const OPERATORS = '\u2219\u22c5';
const BULLETS = '\u2022\u2027';

/**
 * The dot between words, and between the parts of a transcribed name, becomes U+00B7. Unchanged: a bullet at the start of a
 * line, a dot between numbers (multiplication), and the katakana dot of Japanese text.
 */
export const dots: Pass = {
  name: 'dots',
  trigger: ({ dots }) => (dots === 'middle' ? DOTS.source : undefined),
  edits: (text) => {
    const edits: Edit[] = [];
    let japanese: boolean | undefined;
    for (const { 0: dot, index } of text.matchAll(DOTS)) {
      if (!separates(text, index, OPERATORS.includes(dot))) continue;
      if (KATAKANA_DOTS.includes(dot)) {
        japanese ??= hasKana(text);
        if (japanese) continue;
      }
      edits.push(replaceAt(index, '·'));
    }
    return edits;
  },
};

function separates(text: string, at: number, operator: boolean): boolean {
  const before = codePointBefore(text, at);
  const after = codePointAfter(text, at + 1);
  if (isHan(before) && isHan(after)) return true;
  if (!isSpace(before) || !isSpace(after)) return false;
  const left = codePointBefore(text, at - 1);
  const right = codePointAfter(text, at + 2);
  if (operator && (isDigit(left) || isDigit(right))) return false;
  return isWordEdge(left) && isWordEdge(right);
}

function isSpace(codePoint: number): boolean {
  return codePoint === 0x20 || codePoint === 0xa0;
}

/** Not whitespace, a line end or another dot: a row of dots is an ornament. */
function isWordEdge(codePoint: number): boolean {
  if (codePoint === -1 || codePoint === 0x0a || codePoint === 0x09 || isSpace(codePoint)) return false;
  return !`${BULLETS}${OPERATORS}${KATAKANA_DOTS}`.includes(String.fromCodePoint(codePoint));
}

function hasKana(text: string): boolean {
  for (const character of text) if (isKana(character.codePointAt(0) ?? -1)) return true;
  return false;
}
