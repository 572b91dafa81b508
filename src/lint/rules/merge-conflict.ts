import type { Rule } from '../rule.ts';

export const mergeConflict: Rule = {
  id: 'merge-conflict',
  group: 'front matter',
  what: 'Two versions of a passage stand in the note, between the lines with which git marks a conflict.',
  why: 'A post would print both. Nobody can tell which is right but who merges them; a formatter that went on would make quotations and a heading of the marks, and hide them. In a code block they are an example.',
  severity: 'fatal',
  bad: {
    note: '---\nheadline: Lab Opens at Night\nsource: The Lab\n---\n\n<<<<<<< HEAD\nA lab opened.\n=======\nTwo labs opened.\n>>>>>>> desk\n',
  },
  good: { note: '---\nheadline: Lab Opens at Night\nsource: The Lab\n---\n\nTwo labs opened.\n' },
  // Found before there is a copy to look at: the reader ends there.
  check: () => [],
};
