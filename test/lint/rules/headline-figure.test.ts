import { expect, test } from 'vitest';
import { check } from '../../../src/check.ts';
import { exampleNote } from '../example.ts';
import { warningsOf } from './findings.ts';

const found = (headline: string, body: string, dek?: string) =>
  warningsOf('headline-figure', body, {
    headline: JSON.stringify(headline),
    ...(dek ? { dek: JSON.stringify(dek) } : {}),
  });

test.each([
  ['Lab Cuts Costs by 40% With Robots', 'The lab cut its costs by 45%.', 'headline says 40%, but the body says 45%'],
  ['Chipmaker Shows 3 Models', 'The company showed four models on Tuesday.', 'headline says 3, but the body says four'],
  [
    'Lab Spends $5M on Robots',
    'The lab spent $50 million on robots.',
    'headline says $5M, but the body says $50 million',
  ],
  ['Twelve Robots Join Night Shift', 'The night shift has 21 robots.', 'headline says Twelve, but the body says 21'],
  ['Port Loses 1,200 Jobs', 'The port will cut 2,100 jobs.', 'headline says 1,200, but the body says 2,100'],
  [
    'Output Rises 12%',
    'Output rose 21% last year, and the margin was 30%.',
    'headline says 12%, but the body says 21%',
  ],
  [
    'Acme Raises €30 Million',
    'Acme raised €13 million from two banks.',
    'headline says €30 Million, but the body says €13 million',
  ],
  ['Lab Hires Forty Engineers', 'It hired 14 engineers.', 'headline says Forty, but the body says 14'],
  ['Nearly 300 Towns Lose Power', 'Power failed in 430 towns.', 'headline says 300, but the body says 430'],
  [
    'Ship Carries 3 Million Tons',
    'The ship carries 3 billion tons of ore.',
    'headline says 3 Million, but the body says 3 billion',
  ],
  [
    'Five Hurt as Crane Falls on Quay in Brevanne',
    'Six dockers were hurt when a crane fell on the quay in Brevanne.',
    'headline says Five, but the body says Six',
  ],
  ['公司融资 2 亿元', '公司完成 3 亿元融资。', 'headline says 2 亿元, but the body says 3 亿元'],
  ['公司发布 3 款模型', '公司发布了四款模型。', 'headline says 3, but the body says 四'],
  ['利润增长 40%', '公司利润增长 45%。', 'headline says 40%, but the body says 45%'],
  ['两亿用户受影响', '约 3 亿用户受到影响。', 'headline says 两亿, but the body says 3 亿'],
])('headline-figure warns: %s / %s', async (headline, body, message) => {
  expect(await found(headline, body)).toEqual([`warning: ${message}`]);
});

test.each([
  ['Lab Cuts Costs by 40%', 'The lab cut its costs.', 'headline says 40%, but the body does not'],
  ['Port Fires 60 Workers', 'The port fired dockers and clerks.', 'headline says 60, but the body does not'],
  ['Blast Kills 40', 'The blast killed dockers and clerks.', 'headline says 40, but the body does not'],
  ['公司裁员 500 人', '公司宣布裁员。', 'headline says 500, but the body does not'],
])('headline-figure suggests: %s / %s', async (headline, body, message) => {
  expect(await found(headline, body)).toEqual([`information: ${message}`]);
});

test('headline-figure reads the dek', async () => {
  const dek = 'The lab cut its costs by 40% in a year.';
  expect(await found('Lab Cuts Costs', 'The lab cut its costs by 45%.', dek)).toEqual([
    'warning: dek says 40%, but the body says 45%',
  ]);
});

test.each([
  ['Lab Cuts Costs by 45%', 'The lab cut its costs by 45 percent.'],
  ['Lab Shows 4 Models', 'The lab showed four models.'],
  ['Four Models, One Lab', 'The lab showed 4 models.'],
  ['Lab Spends $5M', 'The lab spent $5 million.'],
  ['Lab Spends $5 Million', 'The lab spent $5.2 million.'],
  ['Lab Spends $5 Million', 'The lab spent 5 million dollars.'],
  ['Nearly 1,000 Lose Jobs', 'The port cut 972 jobs.'],
  ['More Than 10,000 Flee', 'Some 12,000 people fled.'],
  ['Lab Cuts Costs by 50%', 'The lab halved its costs, and the margin was 40%.'],
  ['Lab Cuts Costs by 67%', 'The lab cut two-thirds of its costs.'],
  ['Output Rises 25%', 'Output rose from 40 tons to 50 tons, with a margin of 12%.'],
  ['Port Fires 40 Workers', 'The port fired 8% of its 500 workers.'],
  ['Nine Robots Join', 'Four robots came in May and five robots in June.'],
  ['6 Ways to Sleep at Night', 'Sleep early. Sleep late. Two robots agree on 7 ways.'],
  ['Top 10 Robots of the Year', 'Here they are, with 12 robots of last year.'],
  ['The 7 Lessons of a Night Shift', 'They are simple.'],
  ['GPT-5 and Python 3.12 Arrive in 2026', 'The models arrive with 40 robots.'],
  ['Lab Opens Phase 3 on May 7', 'The lab opens at 9 a.m.'],
  ['Part 3: The Night Shift', 'The shift starts, in four parts.'],
  ['Windows 11 Gets Robots', 'The update of Windows 11 has robots.'],
  ['Lab Robot 11.2 Milestone 4 Released', 'The lab has released it.'],
  ['Hack Week 2 at Acme', 'Acme held a week of hacking.'],
  ['Outage on 2026-05-07 From 0:00 UTC', 'The outage starts at night.'],
  ['Announcing the 2026 Lab Board', 'Its members are known.'],
  ['Knative 入门系列 1：概述', '公司有 12 台机器人。'],
  ['Zero Robots, One Lab', 'The lab has 12 robots.'],
  ['The 21st Robot Opens a 9/11 Memorial', 'It has 20 robots.'],
  ['Costs May Fall 45%', 'Costs may fall 40% to 50%.'],
  ['Bank Ends 24/7 Service', 'It served people around the clock.'],
  ['公司融资 2 亿元', '公司完成两亿元融资。'],
  ['公司发布 4 款模型', '公司发布了四款模型。'],
  ['两亿用户受影响', '约 2 亿用户受到影响。'],
  ['利润增长四成', '公司利润增长 40%。'],
  ['三大看点', '公司发布了四款模型。'],
  ['2026 年第 3 期：机器人值夜班', '公司有 12 台机器人。'],
  ['营收翻番，利润增长 100%', '利润翻了一番。'],
])('headline-figure accepts %s / %s', async (headline, body) => {
  expect(await found(headline, body)).toEqual([]);
});

test('headline-figure accepts a number of the insight, and a note without a body', async () => {
  const insight =
    'The lab cut 40% of its costs.\n\nIn terms of capital, less.\n\nSimilar to peers.\n\nEssentially, less.';
  const note = exampleNote({ front: { headline: 'Lab Cuts 40%' }, insight });
  expect((await check(note, { rules: ['headline-figure'] })).findings).toEqual([]);
  expect((await check('---\nheadline: Lab Cuts 40%\n---\n', { rules: ['headline-figure'] })).findings).toEqual([]);
});
