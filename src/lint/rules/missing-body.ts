import { read } from '../reading.ts';
import type { Rule } from '../rule.ts';

export const missingBody: Rule = {
  id: 'missing-body',
  group: 'body',
  what: 'There is no body: no text before the first section.',
  why: 'The body is the story. It stands above the first section; `required` in `house.yaml` says which parts a post needs.',
  severity: 'error',
  bad: { body: '' },
  good: { body: 'A chipmaker opened a laboratory.' },
  check: (context) => read(context, 'missing-body'),
};
