import { read } from '../reading.ts';
import type { Rule } from '../rule.ts';

export const missingHeadline: Rule = {
  id: 'missing-headline',
  group: 'headline',
  what: 'There is no headline.',
  why: 'Nothing can be printed, linked to or found without one. It stands under `headline` in the front matter, or as a `# Heading` at the top; `required` in `house.yaml` says which parts a post needs.',
  severity: 'error',
  bad: { front: { headline: null } },
  good: { front: { headline: 'Lab Opens at Night' } },
  check: (context) => read(context, 'missing-headline'),
};
