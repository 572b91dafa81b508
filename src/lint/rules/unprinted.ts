import { read } from '../reading.ts';
import type { Rule } from '../rule.ts';

export const unprinted: Rule = {
  id: 'unprinted',
  group: 'sections',
  what: 'The note has a part that the house does not print.',
  why: 'What a writer wrote should not disappear without a word. The parts that are printed, and their order, are `order` in `house.yaml`.',
  severity: 'warning',
  bad: { houseSays: { order: ['headline', 'body', 'source', 'insight'] } },
  good: { houseSays: { order: ['headline', 'source', 'body', 'laws', 'insight'] } },
  check: (context) => read(context, 'unprinted'),
};
