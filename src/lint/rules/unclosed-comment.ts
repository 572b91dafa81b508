import { read } from '../reading.ts';
import type { Rule } from '../rule.ts';

export const unclosedComment: Rule = {
  id: 'unclosed-comment',
  group: 'markup',
  what: 'A comment is opened and never closed.',
  why: 'In CommonMark a comment ends with `-->`. Without it, text that was meant for readers is hidden, or a note that was meant for the desk is printed.',
  severity: 'warning',
  bad: { body: 'A chipmaker opened a laboratory. <!-- Check the date.' },
  good: { body: 'A chipmaker opened a laboratory. <!-- Check the date. -->' },
  check: (context) => read(context, 'unclosed-comment'),
};
