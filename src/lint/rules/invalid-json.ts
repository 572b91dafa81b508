import type { Rule } from '../rule.ts';

export const invalidJson: Rule = {
  id: 'invalid-json',
  group: 'front matter',
  what: 'A note that is JSON is not valid JSON.',
  why: 'What cannot be read cannot be printed or checked, so the note is left as it is. JSON (RFC 8259) allows no comma before a closing bracket and no other quotation marks than `"`.',
  severity: 'fatal',
  bad: { note: '{ "headline": "Lab Opens at Night", "source": "The Lab", }' },
  good: { note: '{ "headline": "Lab Opens at Night", "source": "The Lab" }' },
  // Found before there is a copy to look at: the reader ends there.
  check: () => [],
};
