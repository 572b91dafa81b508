import { read } from '../reading.ts';
import type { Rule } from '../rule.ts';

export const unclosedFence: Rule = {
  id: 'unclosed-fence',
  group: 'markup',
  what: 'A code block is opened and never closed, and a part that the house requires is missing.',
  why: 'In CommonMark a fence without an end makes code of all that follows, the sections among it: the likeliest reason that one is missing.',
  severity: 'warning',
  bad: { body: 'A chipmaker opened a laboratory.\n\n```\nrobots: 40' },
  good: { body: 'A chipmaker opened a laboratory.\n\n```\nrobots: 40\n```' },
  check: (context) => read(context, 'unclosed-fence'),
};
