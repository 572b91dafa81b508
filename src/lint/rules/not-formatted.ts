import type { Edit } from '../../text/index.ts';
import type { Rule } from '../rule.ts';

export const notFormatted: Rule = {
  id: 'not-formatted',
  group: 'formatting',
  what: 'The note is not in the one shape that `copydesk format` gives it.',
  why: 'Notes that have one shape are compared and merged by what they say, and no one argues over blanks. The shape is described in `docs/format.md`; `format` never changes a character of what is said; what it leaves as written is not reported.',
  severity: 'warning',
  fix: 'safe',
  bad: { body: 'A chipmaker opened a __laboratory__.\n\n\n\nIts robots work at night.' },
  good: { body: 'A chipmaker opened a **laboratory**.\n\nIts robots work at night.' },
  *check({ source: { text }, shape }) {
    if (shape === undefined || shape === text) return;
    const edit = difference(text, shape);
    const start = text.lastIndexOf('\n', Math.min(edit.span.start, text.length - 1) - 1) + 1;
    const end = text.indexOf('\n', start);
    yield {
      message: 'the note is not in the one shape, from here on',
      advice: 'Let copydesk format --write bring it into shape.',
      span: { start, end: end === -1 ? text.length : end },
      fix: { edits: [edit], isSafe: true },
    };
  },
};

/** The one edit that makes a text another: all between what they begin and what they end with. */
function difference(before: string, after: string): Edit {
  const most = Math.min(before.length, after.length);
  let start = 0;
  while (start < most && before[start] === after[start]) start++;
  let left = 0;
  while (left < most - start && before[before.length - 1 - left] === after[after.length - 1 - left]) left++;
  return { span: { start, end: before.length - left }, text: after.slice(start, after.length - left) };
}
