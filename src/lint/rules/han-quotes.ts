import type { Rule } from '../rule.ts';
import { passMatches } from '../typography.ts';

export const hanQuotes: Rule = {
  id: 'han-quotes',
  group: 'Chinese',
  what: 'A quotation in Chinese text stands in straight quotation marks.',
  why: 'Chinese text quotes with “ ”, and with ‘ ’ inside (GB/T 15834; W3C, Requirements for Chinese Text Layout): straight marks are half as wide and do not say which end is which. Corner brackets 「」 stay, and so does a quotation in a stretch of Latin text: `typography.han` in `house.yaml`.',
  severity: 'warning',
  fix: 'safe',
  bad: { body: '他们称之为"夜间科学"。', house: 'abab-zh' },
  good: { body: '他们称之为“夜间科学”。', house: 'abab-zh' },
  check: (context) => passMatches(context, 'han-quotes', { message: 'Chinese text quotes with “ ” and ‘ ’' }),
};
