import { inPassage } from '../passages.ts';
import { lengthOf } from '../prose/words.ts';
import type { Rule } from '../rule.ts';

export const lawLength: Rule = {
  id: 'law-length',
  group: 'laws',
  what: 'A law is longer or shorter than the house allows.',
  why: 'A law has to be said in one breath, and to say something. Those of the reference post have 15, 19 and 21 words; `counts.law` in `house.yaml` gives the limits: in words, or in characters where a language is written without spaces.',
  severity: 'warning',
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
      const message = `the law has ${count} ${count === 1 ? unit.slice(0, -1) : unit}`;
      const advice = count > max ? `Cut it to ${max} at most.` : `Give it ${min} at least.`;
      yield* inPassage(first, [{ message, advice, span: { start: 0, end: first.text.length } }]);
    }
  },
};
