import { read } from '../reading.ts';
import type { Rule } from '../rule.ts';

export const twoHeadlines: Rule = {
  id: 'two-headlines',
  group: 'headline',
  what: 'The heading at the top differs from the headline of the front matter.',
  why: 'Only one of them is printed, the one of the front matter, and it may not be the one that was edited last.',
  severity: 'warning',
  bad: { body: '# Lab Opens at Noon\n\nA chipmaker opened a laboratory.' },
  good: { front: { headline: null }, body: '# Lab Opens at Night\n\nA chipmaker opened a laboratory.' },
  check: (context) => read(context, 'two-headlines'),
};
