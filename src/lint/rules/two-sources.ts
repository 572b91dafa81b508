import { read } from '../reading.ts';
import type { Rule } from '../rule.ts';

export const twoSources: Rule = {
  id: 'two-sources',
  group: 'source',
  what: 'The last line of the body gives another source than the front matter.',
  why: 'Only the one of the front matter is printed as the source; the line stays as text, and readers see two.',
  severity: 'warning',
  bad: { body: 'A chipmaker opened a laboratory.\n\nSource: Public Information' },
  good: { body: 'A chipmaker opened a laboratory.\n\nSource: Company Statement' },
  check: (context) => read(context, 'two-sources'),
};
