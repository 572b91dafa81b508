import type { Rule } from '../rule.ts';
import { passMatches } from '../typography.ts';

export const hanSpacing: Rule = {
  id: 'han-spacing',
  group: 'Chinese',
  what: 'Han and Latin letters or digits stand together without a space, or a space stands beside full-width punctuation.',
  why: 'Between Han and a Latin word or a number there is a gap of a quarter of a character, which a plain text can only give as a space; full-width punctuation brings its own (W3C, Requirements for Chinese Text Layout, "Mixed text composition"). No space stands before %, ‰ and °C: `typography.han` in `house.yaml`.',
  severity: 'warning',
  fix: 'safe',
  bad: { body: '这间实验室有12台机器人。', house: 'abab-zh' },
  good: { body: '这间实验室有 12 台机器人。', house: 'abab-zh' },
  check: (context) =>
    passMatches(context, 'han-spacing', { message: 'the space between Han and Latin is not as the house has it' }),
};
