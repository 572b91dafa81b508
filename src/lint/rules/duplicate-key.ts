import { read } from '../reading.ts';
import type { Rule } from '../rule.ts';

export const duplicateKey: Rule = {
  id: 'duplicate-key',
  group: 'front matter',
  what: 'A key of the front matter is given twice, by one name or by two that mean the same.',
  why: 'Two values for one thing contradict each other, and only one can be printed. YAML 1.2 itself allows a key once; an alias, such as `title` for `headline`, is the same key to the desk.',
  severity: 'error',
  bad: { front: { hed: 'Lab Opens at Night' } },
  good: { front: { dek: 'Robots take the night shift.' } },
  check: (context) => read(context, 'duplicate-key'),
};
