import { inPassage } from '../passages.ts';
import { lengthOf } from '../prose/words.ts';
import type { Rule } from '../rule.ts';

export const lawLength: Rule = {
  id: 'law-length',
  group: 'laws',
  what: 'A law that is longer or shorter than the house allows.',
  why: 'A law must be short enough to say in one breath and long enough to say something. Laws of the reference post have 15 to 21 words. The limit counts words, or characters in Chinese and Japanese.',
  severity: 'warning',
  options: ['counts.law'],
  bad: {
    laws: '- Time is short.\n- The first machine to replace is not the hand, but the schedule.\n- Automation never begins with a robot, but rather with a list.',
  },
  good: {
    laws: '- When labs run at night, the scarce thing is no longer time, but questions.\n- The first machine to replace is not the hand, but the schedule.\n- Automation never begins with a robot, but rather with a list.',
  },
  *check(context) {
    if (context.isForeign) return;
    const { min, max } = context.house.counts.law;
    for (const passages of context.lawPassages) {
      const [first] = passages;
      const { count, unit } = lengthOf(context, passages.map(({ text }) => text).join('\n'));
      if (!first || count === 0 || (count >= min && count <= max)) continue;
      const message = `law has ${count} ${count === 1 ? unit.slice(0, -1) : unit}; the house wants ${count > max ? `at most ${max}` : `at least ${min}`}`;
      const advice = count > max ? 'Shorten the law.' : 'Write a longer law.';
      yield* inPassage(first, [{ message, advice, span: { start: 0, end: first.text.length } }]);
    }
  },
};
