import { expect, test } from 'vitest';
import { numbersIn } from '../../../src/lint/prose/numbers.ts';

/** `more than $5 million` → `more than $5 million = 5000000 $ over`. */
function shown(text: string): readonly string[] {
  return numbersIn(text).map(({ whole, value, unit, hedge, isRange, role }) => {
    const parts = [unit, hedge, isRange && 'range', role !== 'amount' && role];
    return [`${text.slice(whole.start, whole.end)} = ${value}`, ...parts.filter(Boolean)].join(' ');
  });
}

test.each([
  ['It spent $5 million on 40 robots.', ['$5 million = 5000000 $', '40 = 40']],
  ['It rose 12.5% from 2024.', ['12.5% = 12.5 %', '2024 = 2024 date']],
  [
    '€3bn, US$4.5M, RMB 300 and 20 dollars',
    ['€3bn = 3000000000 €', 'US$4.5M = 4500000 $', 'RMB 300 = 300 ¥', '20 dollars = 20 $'],
  ],
  ['nearly 1,200 cars, about 100 percent', ['nearly 1,200 = 1200 nearly', 'about 100 percent = 100 % about']],
  ['from 5 to 10 million tons', ['5 = 5000000', '10 million = 10000000']],
  ['It fell 0.75% to 120.3 million.', ['0.75% = 0.75 %', '120.3 million = 120300000']],
  ['5–10 million, 5-10%', ['5 = 5000000 range', '10 million = 10000000 range', '5 = 5 % range', '10% = 10 % range']],
  ['Twenty-five people and two thousand three hundred dogs', ['Twenty-five = 25', 'two thousand three hundred = 2300']],
  [
    'a million cats, half a million birds, a dozen eggs',
    ['a million = 1000000', 'half a million = 500000', 'a dozen = 12'],
  ],
  ['two-thirds of 5-year plans', [`two-thirds = ${2 / 3} /`, '5 = 5']],
  ['by 2 percentage points (0.5 pp)', ['2 percentage points = 2 pp', '0.5 pp = 0.5 pp']],
  ['100-plus people, 40+ nations, 5x faster', ['100-plus = 100 over', '40+ = 40 over', '5x = 5 x']],
  ['no one, one-time, somebody, seventh', []],
  ['one of the three', ['one = 1', 'three = 3']],
  ['营收 2 亿元，增长 40%，用户 3000 多万', ['2 亿元 = 200000000 ¥', '40% = 40 %', '3000 多万 = 30000000 over']],
  ['两亿用户，四款模型，三百二十人，四成', ['两亿 = 200000000', '四 = 4', '三百二十 = 320', '四成 = 40 %']],
  [
    '超过 5 个百分点，近 3 倍，三分之二',
    ['超过 5 个百分点 = 5 pp over', '近 3 倍 = 3 x nearly', `三分之二 = ${2 / 3} /`],
  ],
  ['九成五的人，三成半', ['九成五 = 95 %', '三成 = 30 %']],
  ['1.2 万亿，一百万美元', ['1.2 万亿 = 1200000000000', '一百万美元 = 1000000 $']],
  ['三星、四川、千万不要、百姓、万一、一起', []],
])('numbers of %s', (text, expected) => {
  expect(shown(text)).toEqual(expected);
});

test.each([
  ['GPT-5 and Python 3.12, Phase 3 and Apollo 8', 'label'],
  ['COVID-19, v1.2.3, 3D, the 21st, won 3-2, No. 4', 'label'],
  ['第 3 期', 'label'],
  ['May 7, 2026, at 9 a.m., 10 p.m., in the 1990s', 'date'],
  ['2026 年 6 月 30 日下午 3 点', 'date'],
  ['$5, 5 kg, 5kg, 2,000 workers, 5 年, 3 个月', 'amount'],
])('every number of %s is a %s', (text, role) => {
  const found = numbersIn(text);
  expect(found.length).toBeGreaterThan(0);
  expect(new Set(found.map((one) => one.role))).toEqual(new Set([role]));
});

test.each([
  ['$5 million', 1e6],
  ['1.2 million', 1e5],
  ['4.5%', 0.1],
  ['40', 1],
  ['1,200', 100],
  ['1,214', 1],
  ['20,000', 1000],
])('the step of %s is %d', (text, step) => {
  expect(numbersIn(text).map((one) => one.step)).toEqual([step]);
});
