import { read } from '../reading.ts';
import type { Rule } from '../rule.ts';

export const withdrawn: Rule = {
  id: 'withdrawn',
  group: 'publication',
  what: 'The story is withdrawn.',
  why: 'A story whose `status` is `withdrawn` is kept in the archive and never printed again.',
  severity: 'error',
  bad: { front: { status: 'withdrawn' } },
  good: { front: { status: 'ready' } },
  check: (context) => read(context, 'withdrawn'),
};
