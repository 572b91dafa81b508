import { read } from '../reading.ts';
import type { Rule } from '../rule.ts';

export const missingSource: Rule = {
  id: 'missing-source',
  group: 'source',
  what: 'There is no source.',
  why: 'A reader has to know where the news comes from: the reference post prints it under the body, as `Source: …`. It stands under `source` in the front matter, or as the last line of the body, behind a blank line.',
  severity: 'error',
  bad: { front: { source: null } },
  good: { front: { source: null }, body: 'A chipmaker opened a laboratory.\n\nSource: Company Statement' },
  check: (context) => read(context, 'missing-source'),
};
