import { codePointAfter, codePointBefore, type Edit, hasHan } from '../text/index.ts';
import { isIdeograph, isWide, wordAfter, wordBefore } from './marks.ts';
import { insertAt, type Pass } from './pass.ts';

/** Three full stops, with or without spaces. Of four, the first ends the sentence. Five or more, and paths, do not match. */
const TYPED = /(?<![./\\])(\.?)(\.\.\.)(?![./\\])|(?<!\. ?)(\. \. \.)(?! ?\.)/g;

/** Three full stops become …, or the reverse. The …… of Han text, and … beside Han, stay. */
export const ellipsis: Pass = {
  name: 'ellipsis',
  trigger: ({ ellipsis }) => {
    if (ellipsis === 'keep') return undefined;
    return ellipsis === 'character' ? '\\.\\.\\.|\\. \\. \\.' : '…';
  },
  edits: (text, { ellipsis }) => (ellipsis === 'character' ? toCharacter(text) : toDots(text)),
};

function toCharacter(text: string): Edit[] {
  const edits: Edit[] = [];
  for (const { 0: typed, 1: period = '', index } of text.matchAll(TYPED)) {
    // The first of the three may be the full stop of an abbreviation.
    if (period === '' && /(?:^|[^A-Za-z])(?:[A-Za-z]\.)+[A-Za-z]$/.test(text.slice(Math.max(0, index - 12), index)))
      continue;
    edits.push({ span: { start: index + period.length, end: index + typed.length }, text: '…' });
  }
  return edits;
}

function toDots(text: string): Edit[] {
  const edits: Edit[] = [];
  for (const { index } of text.matchAll(/(?<!…)…(?!…)/g)) {
    const end = index + 1;
    if (isWide(codePointBefore(text, index)) || isWide(codePointAfter(text, end))) continue;
    edits.push({ span: { start: index, end }, text: '...' });
  }
  return edits;
}

const TYPED_IN_HAN = /(?<![./\\])\.{3,}(?![/\\])|(?<!。)。{3,}|(?<!…)…(?!…)/g;

/** In Han text, `...`, `。。。` and a single … beside Han become six dots, …… (GB/T 15834). */
export const hanEllipsis: Pass = {
  name: 'han-ellipsis',
  trigger: ({ han }) => (han === 'full-width' ? TYPED_IN_HAN.source : undefined),
  edits: (text) => {
    if (!hasHan(text)) return [];
    const edits: Edit[] = [];
    for (const { 0: typed, index: start } of text.matchAll(TYPED_IN_HAN)) {
      const end = start + typed.length;
      if (typed === '…') {
        const beside = isIdeograph(wordBefore(text, start)) || isIdeograph(wordAfter(text, end));
        if (beside) edits.push(insertAt(end, '…'));
      } else if (typed.startsWith('。') || isWide(wordBefore(text, start)) || isWide(wordAfter(text, end))) {
        edits.push({ span: { start, end }, text: '……' });
      }
    }
    return edits;
  },
};
