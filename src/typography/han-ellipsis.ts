import { codePointAfter, codePointBefore, type Edit, hasHan } from '../text/index.ts';
import { isIdeograph, isWide, visibleAfter, visibleBefore } from './marks.ts';
import { insertAt, type Pass } from './pass.ts';

const TYPED = /(?<![./\\])\.{3,}(?![/\\])|(?<!。)。{3,}|(?<!…)…(?!…)/g;

/** The ellipsis of Han text is six dots, ……: `...`, `。。。` and a single … beside Han become it (GB/T 15834). */
export const hanEllipsis: Pass = {
  name: 'han-ellipsis',
  trigger: ({ han }) => (han === 'full-width' ? TYPED.source : undefined),
  edits: (text) => {
    if (!hasHan(text)) return [];
    const edits: Edit[] = [];
    for (const { 0: typed, index: start } of text.matchAll(TYPED)) {
      const end = start + typed.length;
      if (typed === '…') {
        const beside = isIdeograph(codePointBefore(text, start)) || isIdeograph(codePointAfter(text, end));
        if (beside) edits.push(insertAt(end, '…'));
      } else if (typed.startsWith('。') || isWide(visibleBefore(text, start)) || isWide(visibleAfter(text, end))) {
        edits.push({ span: { start, end }, text: '……' });
      }
    }
    return edits;
  },
};
