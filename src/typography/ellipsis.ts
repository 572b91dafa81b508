import { codePointAfter, codePointBefore, type Edit } from '../text/index.ts';
import { isWide } from './marks.ts';
import type { Pass } from './pass.ts';

/** Three full stops, tight or spaced; of four, the first ends the sentence; five and more, and paths, are something else. */
const TYPED = /(?<![./\\])(\.?)(\.\.\.)(?![./\\])|(?<!\. ?)(\. \. \.)(?! ?\.)/g;

/** Three full stops become …, or … three full stops. The doubled …… of Han text, and … beside Han, stay. */
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
