import { read } from '../reading.ts';
import type { Rule } from '../rule.ts';

export const dateWithoutOffset: Rule = {
  id: 'date-without-offset',
  group: 'front matter',
  what: 'A date of the front matter does not say which moment is meant.',
  why: 'A feed, a page and a partner in another country each need the same moment. ISO 8601 writes it with an offset, `2026-05-07T09:00:00+08:00`, or in UTC with `Z`; without one it is another moment wherever it is read.',
  severity: 'warning',
  bad: { front: { date: '2026-05-07T09:00:00' } },
  good: { front: { date: '2026-05-07T09:00:00+08:00' } },
  check: (context) => read(context, 'date-without-offset'),
};
