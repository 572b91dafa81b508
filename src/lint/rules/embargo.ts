import { read } from '../reading.ts';
import type { Rule } from '../rule.ts';

export const embargo: Rule = {
  id: 'embargo',
  group: 'publication',
  what: 'The story is under embargo.',
  why: 'Whoever gave the story set the moment before which nobody prints it. That moment stands under `embargo` in the front matter; once it has passed, the rule is silent.',
  severity: 'error',
  bad: { front: { embargo: '2999-01-01T09:00:00Z' } },
  good: { front: { embargo: '2020-01-01T09:00:00Z' } },
  check: (context) => read(context, 'embargo'),
};
