import type { Rule } from '../rule.ts';

export const insightOrder: Rule = {
  id: 'insight-order',
  group: 'insight',
  what: 'Insight parts that are not in the order of the house.',
  why: 'Regular readers know where to look. The reference post goes from background to capital, comparison and essence.',
  severity: 'warning',
  options: ['insight'],
  bad: {
    insight:
      '### Capital\n\nIn terms of capital, it spends less on shifts.\n\n### Background\n\nThe company has automated its fabs for a decade.',
  },
  good: {
    insight:
      '### Background\n\nThe company has automated its fabs for a decade.\n\n### Capital\n\nIn terms of capital, it spends less on shifts.',
  },
  *check({ parts, house }) {
    const ids = house.insight.map(({ id }) => id);
    const nameOf = (at: number) => house.insight[at]?.names[0] ?? ids[at] ?? '';
    let furthest = -1;
    for (const { role, heading } of parts) {
      const at = role === undefined ? -1 : ids.indexOf(role);
      if (at === -1 || !heading) continue;
      if (at < furthest) {
        const message = `'${nameOf(at)}' comes after '${nameOf(furthest)}'`;
        const advice = `Use this order: ${ids.map((_, index) => nameOf(index)).join(', ')}.`;
        yield { message, advice, span: heading.span };
      }
      furthest = Math.max(furthest, at);
    }
  },
};
