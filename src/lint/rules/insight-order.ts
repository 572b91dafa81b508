import type { Rule } from '../rule.ts';

export const insightOrder: Rule = {
  id: 'insight-order',
  group: 'insight',
  what: 'The named parts of the insight do not stand in the order of the house.',
  why: 'Readers who come back know where to look: the reference post goes from the background over capital and comparison to the essence. `insight` in `house.yaml` has the parts in their order.',
  severity: 'warning',
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
        const message = `'${nameOf(at)}' stands behind '${nameOf(furthest)}'`;
        const advice = `The order is ${ids.map((_, index) => nameOf(index)).join(', ')}.`;
        yield { message, advice, span: heading.span };
      }
      furthest = Math.max(furthest, at);
    }
  },
};
