import { codePointAfter, codePointBefore, type Edit, hasHan } from '../text/index.ts';
import { isBlank, isDigit, isLatin, isWide, visibleAfter, visibleBefore } from './marks.ts';
import type { Pass } from './pass.ts';

/**
 * The dash of Han text is ——: two or three hyphens beside Han become it. A single — stays, because between Han
 * it is also the connector of GB/T 15834, as in 中国—东盟博览会; so do `--flag` and numbers.
 */
export const hanDashes: Pass = {
  name: 'han-dashes',
  trigger: ({ han }) => (han === 'full-width' ? '--' : undefined),
  edits: (text) => {
    if (!hasHan(text)) return [];
    const edits: Edit[] = [];
    for (const { 0: typed, index: start } of text.matchAll(/(?<!-)-{2,3}(?!-)/g)) {
      const end = start + typed.length;
      if (isDash(text, start, end)) edits.push({ span: { start, end }, text: '——' });
    }
    return edits;
  },
};

function isDash(text: string, start: number, end: number): boolean {
  if (!isWide(visibleBefore(text, start)) && !isWide(visibleAfter(text, end))) return false;
  const before = codePointBefore(text, start);
  const after = codePointAfter(text, end);
  if (isDigit(before) && isDigit(after)) return false;
  const flag = (before === -1 || before === 0x0a || isBlank(before)) && isLatin(after);
  return !flag && before !== 0x21 && after !== 0x3e;
}
