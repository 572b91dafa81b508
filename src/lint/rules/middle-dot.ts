import type { Rule } from '../rule.ts';
import { passMatches } from '../typography.ts';

export const middleDot: Rule = {
  id: 'middle-dot',
  group: 'punctuation',
  what: 'A bullet or another dot stands between words, where the house prints the middle dot ·.',
  why: 'The label of the reference post, `ABAB News · Cognitive Laws`, has U+00B7 with a space on either side, and GB/T 15834 has the same character between the parts of a transcribed name. Bullets and katakana dots look like it in one typeface and not in the next: `typography.dots` in `house.yaml`.',
  severity: 'warning',
  fix: 'safe',
  bad: { body: 'The lab is listed as Robots • Night Shift in the register.' },
  good: { body: 'The lab is listed as Robots · Night Shift in the register.' },
  *check(context) {
    for (const violation of passMatches(context, 'dots', {
      message: 'the dot between words is not the middle dot ·',
    })) {
      // A bullet that begins a line was meant for a list.
      const before = context.source.text.slice(Math.max(0, violation.span.start - 80), violation.span.start);
      if (!/(?:^|\n)[ \t>]*$/.test(before)) yield violation;
    }
  },
};
