import { read } from '../reading.ts';
import type { Rule } from '../rule.ts';

export const missingLaws: Rule = {
  id: 'missing-laws',
  group: 'laws',
  what: 'There are no laws.',
  why: 'The reference post of the house ends with three. They stand as a list under a heading `## Laws`; one is enough to print, and `required` in `house.yaml` says which parts a post needs.',
  severity: 'error',
  bad: { laws: '' },
  good: { laws: '- Automation never begins with a robot, but rather with a list.' },
  check: (context) => read(context, 'missing-laws'),
};
