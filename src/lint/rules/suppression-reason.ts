import type { Rule } from '../rule.ts';

export const suppressionReason: Rule = {
  id: 'suppression-reason',
  group: 'desk',
  what: 'A comment copydesk-ignore gives no reason.',
  why: 'Whoever reads the note next has to know whether the exception still holds. Without a reason the comment ignores nothing.',
  severity: 'warning',
  bad: { body: '<!-- copydesk-ignore repeated-word -->\n\nThe The opened the laboratory.' },
  good: { body: '<!-- copydesk-ignore repeated-word: the name of a band -->\n\nThe The opened the laboratory.' },
  // Found by the engine, once every rule has spoken.
  check: () => [],
};
