import { builtInHouse, createHouse, extendHouse } from '../../src/house/create.ts';
import type { HouseData } from '../../src/house/read.ts';
import type { Example } from '../../src/lint/rules/index.ts';
import type { House } from '../../src/model/house.ts';

interface Whole {
  readonly front: Readonly<Record<string, string>>;
  readonly body: string;
  readonly insight: string;
  readonly laws: string;
  readonly headings: readonly [string, string];
}

const ENGLISH: Whole = {
  front: {
    headline: `"Chipmaker Opens 'Self-Driving' Lab: Robots May Run Night Shifts"`,
    source: 'Company Statement',
    lang: 'en',
    date: '2026-05-07T09:00:00Z',
  },
  body: 'A chipmaker opened a laboratory in which robots plan and run experiments at night.\n\nIts director said, "We sleep, and the lab does not."',
  insight:
    'The company has automated its fabs for a decade.\n\nIn terms of capital, it spends less on shifts and more on sensors.\n\nSimilar to earlier moves by its peers, the lab starts small.\n\nEssentially, this represents a substitution: machines take the routine, people keep the questions.',
  laws: '- When labs run at night, the scarce thing is no longer time, but questions.\n- The first machine to replace is not the hand, but the schedule.\n- Automation never begins with a robot, but rather with a list.',
  headings: ['Insight', 'Laws'],
};

const CHINESE: Whole = {
  front: {
    headline: '芯片厂开设无人实验室：夜班或由机器人值守',
    source: '公司公告',
    lang: 'zh',
    date: '2026-05-07T09:00:00+08:00',
  },
  body: '一家芯片厂开设了一间实验室，由机器人在夜里设计并执行实验。\n\n实验室主任说：“我们睡觉，实验室不睡。”',
  insight:
    '这家公司的自动化改造已经持续十年。\n\n在资本层面，它减少了人工班次，把钱投向传感器。\n\n与同行早先的尝试类似，这间实验室从小处做起。\n\n本质上，这是一次替换：机器接手例行工作，人保留提问的权利。',
  laws: '- 实验室在夜里运转之后，稀缺的不再是时间，而是问题。\n- 最先被替换的不是双手，而是排班表。\n- 自动化从来不是从机器人开始，而是从一张清单开始。',
  headings: ['洞察', '认知定律'],
};

/** Returns the whole note of an example. Parts that it does not set come from a note without findings. */
export function exampleNote({ front = {}, note, house, ...parts }: Example): string {
  if (note !== undefined) return note;
  const base = house === 'abab-zh' ? CHINESE : ENGLISH;
  const fields = Object.entries({ ...base.front, ...front }).filter(([, value]) => value !== null);
  const [insight, laws] = base.headings;
  return [
    `---\n${fields.map(([key, value]) => `${key}: ${value}`).join('\n')}\n---`,
    parts.body ?? base.body,
    `## ${insight}\n\n${parts.insight ?? base.insight}`,
    `## ${laws}\n\n${parts.laws ?? base.laws}\n`,
  ].join('\n\n');
}

/** Returns the house of an example: a built-in one, or one that extends it. */
export function exampleHouse({ house = 'abab', houseSays }: Pick<Example, 'house' | 'houseSays'>): House | string {
  if (!houseSays) return house;
  const base = builtInHouse(house);
  if (!base) throw new Error(`no house ${house}`);
  return createHouse('a house of its own', extendHouse(base.data, houseSays as HouseData), base.templates);
}
