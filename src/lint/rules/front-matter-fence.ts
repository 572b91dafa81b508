import type { Rule } from '../rule.ts';

export const frontMatterFence: Rule = {
  id: 'front-matter-fence',
  group: 'front matter',
  what: 'The lines --- around the front matter are not what they should be.',
  why: 'Where the front matter ends decides what is a key and what is printed, so nobody should have to guess: it stands between two lines of three hyphens, the first at the very beginning of the note.',
  severity: 'fatal',
  bad: { note: '---\nheadline: Lab Opens at Night\nsource: The Lab\n----\n\nA lab opened.\n' },
  good: { note: '---\nheadline: Lab Opens at Night\nsource: The Lab\n---\n\nA lab opened.\n' },
  // Found before there is a copy to look at: the reader ends there.
  check: () => [],
};
