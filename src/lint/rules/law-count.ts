import type { Rule } from '../rule.ts';

export const lawCount: Rule = {
  id: 'law-count',
  group: 'laws',
  what: 'More or fewer laws than the house wants.',
  why: 'A post ends with three laws, like the reference post. Fewer look like an afterthought, and readers do not remember more.',
  severity: 'warning',
  options: ['counts.laws'],
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
    const number = min === max ? String(min) : `${min} to ${max}`;
    const message = `${count} ${count === 1 ? 'law' : 'laws'}; the house wants ${number}`;
    const advice = count > max ? `Keep the best ${max}.` : 'Write more laws.';
    yield { message, advice, span: laws.heading?.span ?? laws.span };
  },
};
