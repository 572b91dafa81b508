import { read } from '../reading.ts';
import type { Rule } from '../rule.ts';

export const emptyNote: Rule = {
  id: 'empty-note',
  group: 'body',
  what: 'The note is empty.',
  why: 'An empty file in a folder of notes is mostly one that was not saved. Nothing else is said of it than that.',
  severity: 'error',
  bad: { note: '\n' },
  good: { note: '---\nheadline: Lab Opens at Night\nsource: The Lab\n---\n\nA lab opened.\n' },
  check: (context) => read(context, 'empty-note'),
};
