import type { Rule } from '../rule.ts';

export const unusedSuppression: Rule = {
  id: 'unused-suppression',
  group: 'desk',
  what: 'A comment copydesk-ignore ignores nothing: the rule finds nothing there.',
  why: 'An exception that is not needed any more hides the next fault in its place.',
  severity: 'warning',
  bad: { body: '<!-- copydesk-ignore repeated-word: the name of a band -->\n\nThe band opened the laboratory.' },
  good: { body: '<!-- copydesk-ignore repeated-word: the name of a band -->\n\nThe The opened the laboratory.' },
  // Found by the engine, once every rule has spoken.
  check: () => [],
};
