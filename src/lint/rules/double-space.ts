import type { Rule } from '../rule.ts';
import { passMatches } from '../typography.ts';

export const doubleSpace: Rule = {
  id: 'double-space',
  group: 'spaces',
  what: 'More than one space, or a tab, stands where one space does.',
  why: 'Two spaces behind a full stop are a habit of the typewriter; the AP Stylebook and the Chicago Manual of Style want one. A web page prints one, a post in plain text both: `typography.spaces` in `house.yaml`.',
  severity: 'warning',
  fix: 'safe',
  bad: { body: 'The lab opened.  It has twelve robots.' },
  good: { body: 'The lab opened. It has twelve robots.' },
  check: (context) => passMatches(context, 'spaces', { message: 'there is more space here than one' }),
};
