import type { Rule } from '../rule.ts';

export const tooComplex: Rule = {
  id: 'too-complex',
  group: 'front matter',
  what: 'The note is nested deeper, or has more of something, than any newsroom writes.',
  why: 'A text that was made to be hard to read would keep the desk waiting for minutes. The limits are far beyond real prose, whose deepest list has four levels; mostly it is a paste that went wrong.',
  severity: 'fatal',
  bad: { note: `---\nheadline: Lab Opens at Night\nsource: The Lab\n---\n\n${'>'.repeat(101)} A lab opened.\n` },
  good: { note: '---\nheadline: Lab Opens at Night\nsource: The Lab\n---\n\n> A lab opened.\n' },
  // Found before there is a copy to look at: the reader ends there.
  check: () => [],
};
