import { read } from '../reading.ts';
import type { Rule } from '../rule.ts';

export const duplicateSection: Rule = {
  id: 'duplicate-section',
  group: 'sections',
  what: 'A section stands twice.',
  why: 'A post has one insight and one list of laws. Of two, only the first could be printed, and text would be lost.',
  severity: 'error',
  bad: {
    laws: '- Automation never begins with a robot, but rather with a list.\n\n## Laws\n\n- A second list is one too many.',
  },
  good: { laws: '- Automation never begins with a robot, but rather with a list.\n- A second item is welcome.' },
  check: (context) => read(context, 'duplicate-section'),
};
