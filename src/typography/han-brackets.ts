import { codePointAfter, codePointBefore, type Edit, hasHan, isFullWidthPunctuation } from '../text/index.ts';
import { isIdeograph, isLatin, visibleAfter, visibleBefore } from './marks.ts';
import { type Pass, replaceAt } from './pass.ts';

/**
 * Parentheses with Han inside or beside them become full-width. Unchanged: one without its partner (`1)`), and Latin in
 * parentheses directly after a Latin word, as in f(x).
 */
export const hanBrackets: Pass = {
  name: 'han-brackets',
  trigger: ({ han }) => (han === 'full-width' ? '[()]' : undefined),
  edits: (text) => {
    if (!hasHan(text)) return [];
    const edits: Edit[] = [];
    for (const { open, close, ideographs } of bracketPairs(text)) {
      if (!isHanPair(text, open, close, ideographs)) continue;
      if (text[open] === '(') edits.push(replaceAt(open, '（'));
      if (text[close] === ')') edits.push(replaceAt(close, '）'));
    }
    return edits;
  },
};

interface BracketPair {
  readonly open: number;
  readonly close: number;
  /** The number of Han characters between them. */
  readonly ideographs: number;
}

function bracketPairs(text: string): BracketPair[] {
  const pairs: BracketPair[] = [];
  let open: { at: number; ideographs: number }[] = [];
  let ideographs = 0;
  for (let at = 0; at < text.length; at++) {
    const character = text.charAt(at);
    if (character === '\n') open = [];
    else if (character === '(' || character === '（') open.push({ at, ideographs });
    else if (character === ')' || character === '）') {
      const partner = open.pop();
      if (partner) pairs.push({ open: partner.at, close: at, ideographs: ideographs - partner.ideographs });
    } else if (isIdeograph(codePointAfter(text, at))) ideographs++;
  }
  return pairs;
}

function isHanPair(text: string, open: number, close: number, ideographs: number): boolean {
  if (ideographs > 0 || text[open] === '（' || text[close] === '）') return true;
  if (isLatin(codePointBefore(text, open))) return false;
  return isHanSide(visibleBefore(text, open)) || isHanSide(visibleAfter(text, close + 1));
}

/** Han or its punctuation; brackets are left out, because whether they are full-width is decided here. */
function isHanSide(codePoint: number): boolean {
  if (codePoint === 0xff08 || codePoint === 0xff09) return false;
  return isIdeograph(codePoint) || isFullWidthPunctuation(codePoint);
}
