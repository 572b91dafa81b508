import { read } from '../reading.ts';
import type { Rule } from '../rule.ts';

export const missingInsight: Rule = {
  id: 'missing-insight',
  group: 'insight',
  what: 'There is no insight.',
  why: 'The reference post of the house has one, of four paragraphs. It stands under a heading `## Insight`; `required` in `house.yaml` says which parts a post needs.',
  severity: 'error',
  bad: { insight: '' },
  good: { insight: 'The company has automated its fabs for a decade.' },
  check: (context) => read(context, 'missing-insight'),
};
