import type { Edit } from '../text/index.ts';
import type { Pass } from './pass.ts';

const BLANKS = /[ \t]+/g;

/** One space between words, none at the ends of a line. U+00A0, U+3000 and the like are deliberate and stay. */
export const spaces: Pass = {
  name: 'spaces',
  trigger: ({ spaces }) => (spaces === 'single' ? ' {2}|\\t|^ | $|\\n | \\n' : undefined),
  edits: (text) => {
    const edits: Edit[] = [];
    for (const { 0: blanks, index: start } of text.matchAll(BLANKS)) {
      const end = start + blanks.length;
      const outer = start === 0 || end === text.length || text[start - 1] === '\n' || text[end] === '\n';
      if (outer) edits.push({ span: { start, end }, text: '' });
      else if (!blanks.startsWith(' ')) edits.push({ span: { start, end }, text: ' ' });
      else if (blanks.length > 1) edits.push({ span: { start: start + 1, end }, text: '' });
    }
    return edits;
  },
};
