import type { Rule } from '../rule.ts';
import { passMatches } from '../typography.ts';

export const hanPunctuation: Rule = {
  id: 'han-punctuation',
  group: 'Chinese',
  what: 'Chinese text has half-width punctuation, hyphens for a dash, or full stops for an ellipsis.',
  why: 'Chinese text has full-width punctuation, ，。：；？！（）, a dash of two characters, ——, and an ellipsis of two, …… (GB/T 15834; W3C, Requirements for Chinese Text Layout). Inside a Latin run and in numbers it stays half-width: 3.5, 12:30, Node.js. A house says it with `typography.han` in `house.yaml`.',
  severity: 'warning',
  fix: 'safe',
  bad: { body: '机器人在夜里做实验,人在白天读结果.', house: 'abab-zh' },
  good: { body: '机器人在夜里做实验，人在白天读结果。', house: 'abab-zh' },
  *check(context) {
    yield* passMatches(context, 'han-punctuation', {
      message: 'Chinese text has full-width punctuation: ，。：；？！',
    });
    yield* passMatches(context, 'han-brackets', { message: 'Chinese text has full-width parentheses: （）' });
    yield* passMatches(context, 'han-dashes', { message: 'the dash of Chinese text is ——' });
    yield* passMatches(context, 'han-ellipsis', { message: 'the ellipsis of Chinese text is ……' });
  },
};
