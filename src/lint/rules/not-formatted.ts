import type { Edit } from '../../text/index.ts';
import type { Rule } from '../rule.ts';

export const notFormatted: Rule = {
  id: 'not-formatted',
  group: 'formatting',
  what: 'A note that differs from what `copydesk format` writes.',
  why: 'If all notes have one format, a comparison shows only changes of content. Prettier and gofmt have the same aim. `format` never changes content, and text that it leaves as written is not reported. `docs/format.md` describes the format.',
  severity: 'warning',
  fix: 'safe',
  bad: { body: 'A chipmaker opened a __laboratory__.\n\n\n\nIts robots work at night.' },
  good: { body: 'A chipmaker opened a **laboratory**.\n\nIts robots work at night.' },
  *check({ source: { text }, formatted }) {
    if (formatted === undefined || formatted === text) return;
    const edit = difference(text, formatted);
    const start = text.lastIndexOf('\n', Math.min(edit.span.start, text.length - 1) - 1) + 1;
    const end = text.indexOf('\n', start);
    yield {
      message: 'not formatted',
      advice: 'Run `copydesk format --write`.',
      span: { start, end: end === -1 ? text.length : end },
      fix: { edits: [edit], isSafe: true },
    };
  },
};

/** Returns one edit that turns a text into another: it replaces everything between their common start and end. */
function difference(before: string, after: string): Edit {
  const most = Math.min(before.length, after.length);
  let start = 0;
  while (start < most && before[start] === after[start]) start++;
  let left = 0;
  while (left < most - start && before[before.length - 1 - left] === after[after.length - 1 - left]) left++;
  return { span: { start, end: before.length - left }, text: after.slice(start, after.length - left) };
}
