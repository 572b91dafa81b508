import type { Rule } from '../rule.ts';

export const lawCount: Rule = {
  id: 'law-count',
  group: 'laws',
  what: 'There are more or fewer laws than the house wants.',
  why: 'A post ends in three laws, as the reference post: fewer look like an afterthought, and of more none is remembered. `counts.laws` in `house.yaml` gives the number.',
  severity: 'warning',
  bad: {
    laws: '- When labs run at night, the scarce thing is no longer time, but questions.\n- The first machine to replace is not the hand, but the schedule.',
  },
  good: {
    laws: '- When labs run at night, the scarce thing is no longer time, but questions.\n- The first machine to replace is not the hand, but the schedule.\n- Automation never begins with a robot, but rather with a list.',
  },
  *check({ laws, lawPassages, house }) {
    const { min, max } = house.counts.laws;
    const count = lawPassages.length;
    if (!laws || count === 0 || (count >= min && count <= max)) return;
    const message = count === 1 ? 'there is one law' : `there are ${count} laws`;
    const advice = count > max ? `Keep the best ${max}.` : `Write ${min === max ? min : `${min} at least`}.`;
    yield { message, advice, span: laws.heading?.span ?? laws.span };
  },
};
