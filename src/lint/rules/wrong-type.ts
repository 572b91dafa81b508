import { read } from '../reading.ts';
import type { Rule } from '../rule.ts';

export const wrongType: Rule = {
  id: 'wrong-type',
  group: 'front matter',
  what: 'A value of the front matter is none that its key can have.',
  why: 'A value that cannot be read cannot be printed: a slug becomes a name of a file, a date a moment, a status one of four. The keys and their values stand in `docs/notes.md`; language tags follow BCP 47, dates ISO 8601.',
  severity: 'error',
  bad: { front: { slug: 'Lab Opens!' } },
  good: { front: { slug: 'lab-opens' } },
  check: (context) => read(context, 'wrong-type'),
};
