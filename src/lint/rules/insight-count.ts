import type { Rule } from '../rule.ts';

export const insightCount: Rule = {
  id: 'insight-count',
  group: 'insight',
  what: 'An insight with more or fewer paragraphs than the house wants.',
  why: 'The insight of the reference post has four paragraphs, each with its own task: background, capital, comparison and essence. With headings, everything under a heading counts as one paragraph.',
  severity: 'warning',
  options: ['counts.insight', 'insight'],
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
    const number = min === max ? String(min) : `${min} to ${max}`;
    const message = `Insight has ${count} ${count === 1 ? 'paragraph' : 'paragraphs'}; the house wants ${number}`;
    const order = house.insight.map(({ names, id }) => names[0] ?? id).join(', ');
    const advice = order ? `Expected: ${order}.` : `Write ${number}.`;
    yield { message, advice, span: insight.heading?.span ?? insight.span };
  },
};
