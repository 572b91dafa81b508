import type { Rule } from '../rule.ts';

export const invalidYaml: Rule = {
  id: 'invalid-yaml',
  group: 'front matter',
  what: 'The front matter is not valid YAML.',
  why: 'What cannot be read cannot be printed or checked, so the note is left as it is. Mostly it is an apostrophe or a colon in a value without quotation marks: YAML 1.2 gives both a meaning.',
  severity: 'fatal',
  bad: { note: '---\nheadline: Lab Opens: Robots Stay\nsource: The Lab\n---\n\nA lab opened.\n' },
  good: { note: '---\nheadline: "Lab Opens: Robots Stay"\nsource: The Lab\n---\n\nA lab opened.\n' },
  // Found before there is a copy to look at: the reader ends there.
  check: () => [],
};
