import { read } from '../reading.ts';
import type { Rule } from '../rule.ts';

export const missingSection: Rule = {
  id: 'missing-section',
  group: 'sections',
  what: 'A section that the house requires is missing, or empty.',
  why: 'A house may have sections of its own, under `sections` in `house.yaml`, and require them under `required`.',
  severity: 'error',
  bad: { houseSays: { sections: [{ id: 'watch', heading: 'What to Watch' }], required: ['watch'] } },
  good: {
    laws: '- Automation never begins with a robot, but rather with a list.\n\n## What to Watch\n\nThe second lab opens in May.',
    houseSays: { sections: [{ id: 'watch', heading: 'What to Watch' }], required: ['watch'] },
  },
  check: (context) => read(context, 'missing-section'),
};
