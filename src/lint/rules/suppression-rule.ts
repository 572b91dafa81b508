import type { Rule } from '../rule.ts';

export const suppressionRule: Rule = {
  id: 'suppression-rule',
  group: 'desk',
  what: 'A comment copydesk-ignore names no rule, or one that does not exist.',
  why: 'A comment that ignores nothing in particular would ignore everything, and a misspelt name nothing at all. `copydesk explain` lists the names.',
  severity: 'warning',
  bad: { body: '<!-- copydesk-ignore: the name of a band -->\n\nThe The opened the laboratory.' },
  good: { body: '<!-- copydesk-ignore repeated-word: the name of a band -->\n\nThe The opened the laboratory.' },
  // Found by the engine, once every rule has spoken.
  check: () => [],
};
