import type { Rule } from '../rule.ts';

export const insightCount: Rule = {
  id: 'insight-count',
  group: 'insight',
  what: 'The insight has more or fewer parts than the house wants.',
  why: 'The insight of the reference post has four paragraphs, and each plays a part: who is behind it and what they did before, where the money goes, who else does the like, and what it comes down to. `counts.insight` in `house.yaml` gives the number. Without headings every paragraph is a part; with them a part is what stands under one.',
  severity: 'warning',
  bad: {
    insight: 'The company has automated its fabs for a decade.\n\nIn terms of capital, it spends less on shifts.',
  },
  good: {
    insight:
      'The company has automated its fabs for a decade.\n\nIn terms of capital, it spends less on shifts.\n\nSimilar to its peers, the lab starts small.\n\nEssentially, machines take the routine.',
  },
  *check({ insight, parts, house }) {
    const { min, max } = house.counts.insight;
    const count = parts.length;
    if (!insight || count === 0 || (count >= min && count <= max)) return;
    const message = `the insight has ${count} ${count === 1 ? 'part' : 'parts'}`;
    const number = min === max ? String(min) : `${min} to ${max}`;
    const order = house.insight.map(({ names, id }) => names[0] ?? id).join(', ');
    const advice = `Give it ${number}${order ? `: ${order}` : ''}.`;
    yield { message, advice, span: insight.heading?.span ?? insight.span };
  },
};
