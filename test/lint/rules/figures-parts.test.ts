import { expect, test } from 'vitest';
import { messagesOf } from './findings.ts';

/* Parts of a total, shares in words, and magnitudes. */
const messages = (body: string) => messagesOf('figures-disagree', body);

test.each([
  ['Police arrested 12 people, six in Hamburg and five in Bremen.', 'six + five is 11, not 12'],
  ['Officers seized 14 boats, eight in Split and five in Zadar.', 'eight + five is 13, not 14'],
  ['The crash hurt nine people: five passengers, two drivers and a guard.', 'five + two + 1 is 8, not nine'],
  [
    'The grant of $9 million is split two ways: $5 million for roads and $5 million for parks.',
    "'$5 million + $5 million' is $10 million, not $9 million",
  ],
  [
    'It has $5 billion in loans and $4 billion in grants, a total of $8 billion.',
    "'$5 billion + $4 billion' is $9 billion, not $8 billion",
  ],
  ['The plant has 300 welders and 200 fitters, 600 people in all.', '300 + 200 is 500, not 600'],
  ['The storm killed 12 people, including 15 children.', '15 is more than the 12 that it is a part of'],
  [
    'The firm raised $5 million, of which $3 billion came from two banks.',
    '$3 billion is more than the $5 million that it is a part of',
  ],
  ['The vote left 100 seats: 48 for Labor, 40 for the Greens and 22 for others.', '48 + 40 + 22 is 110, not 100'],
  ['会员 8 万人，其中女性 12 万人。', '12 万 is more than the 8 万 that it is a part of'],
  ['公司融资 5 万美元，其中 3 亿美元来自两家基金。', '3 亿美元 is more than the 5 万美元 that it is a part of'],
])('finds the wrong part in %j', async (body, message) => {
  expect(await messages(body)).toEqual([message]);
});

test.each([
  ['Inspectors found faults in 12 of 48 lifts, or one third.', '12 of 48 is 25%, not one third'],
  ['Of 60 sheep, 20, or half, had the virus.', '20 of 60 is 33.3%, not half'],
  ['The union has 900 members, and 450, or 60%, voted.', '450 of 900 is 50%, not 60%'],
  ['The club has 3,000 members, of whom 600, or a third, are under 18.', '600 of 3,000 is 20%, not a third'],
  ['Nine of the 27 jurors, or two-thirds, voted to acquit.', 'nine of 27 is 33.3%, not two-thirds'],
  [
    'The bank raised its rate from 3.5% to 4%, an increase of half a percent.',
    '3.5% to 4% is half a percentage point, not half a percent',
  ],
  ['Sales were up to 410 cars from 460 in May.', '460 to 410 is a fall, not a rise'],
  [
    'The deal is worth $1.2 billion, and it will pay half of it, $600 billion, in shares.',
    'half of $1.2 billion is $600 million, not $600 billion',
  ],
])('finds the wrong share in %j', async (body, message) => {
  expect(await messages(body)).toEqual([message]);
});

test.each([
  [
    'It carried 3 million people at an average fare of $100, for revenue of $300 billion.',
    '3 million times $100 is $300 million, not $300 billion',
  ],
  [
    "The city's 2 million people will each get $50, which costs $100 billion in all.",
    '2 million times $50 is $100 million, not $100 billion',
  ],
  [
    'It ordered 500 buses at $400,000 each, a contract of $200 billion.',
    '500 times $400,000 is $200 million, not $200 billion',
  ],
  [
    'The fair drew 20,000 visitors, who spent $30 each on average, or $6 million.',
    '20,000 times $30 is $600,000, not $6 million',
  ],
  ['The court fined 30 drivers $200 apiece, $60,000 in all.', '30 times $200 is $6,000, not $60,000'],
  [
    'It has 4,000 pupils and spends $5,000 per pupil, or $200 million a year.',
    '4,000 times $5,000 is $20 million, not $200 million',
  ],
  ['Its 20,000 barrels sold at $70 a barrel, for $14 million.', '20,000 times $70 is $1.4 million, not $14 million'],
  ['全市 200 万居民每人将获得 50 元，共需 1 万元。', '200 万 times 50 元 is 1 亿元, not 1 万元'],
  ['该市采购 500 辆公交车，每辆 40 万元，总额 200 亿元。', '500 times 40 万元 is 2 亿元, not 200 亿元'],
  ['公司运送旅客 300 万人次，平均票价 100 元，收入 3000 亿元。', '300 万 times 100 元 is 3 亿元, not 3000 亿元'],
])('finds the wrong magnitude in %j', async (body, message) => {
  expect(await messages(body)).toEqual([message]);
});

test.each([
  'Inspectors found faults in 12 of 48 lifts, or a quarter, and closed four.',
  'The union has 900 members at the yard, and 450, or half, voted to strike.',
  'Sales were up to 410 cars from 380 in October.',
  'It can lend up to 410 books from 460 shelves.',
  'Police arrested 11 people, six in Hamburg and five in Bremen, and seized two boats.',
  'The firm has 40 shops, 12 in Paris and three in Lyon, and 25 abroad.',
  'The court freed 30 people, two in May and three in June.',
  'The crash hurt eight people: five passengers, two drivers and a guard.',
  'The grant of $12 million is split three ways: $5 million for schools, $4 million for roads and $3 million for parks.',
  'It carried 3 million people at an average fare of $100, for revenue of $300 million.',
  'The storm killed 12 people, including three children, and cut power to 4,000 homes.',
  'The firm raised $5 million, including $3 million from two banks, and owes $40 million.',
  'He spent 12 years in prison, including 15 months in solitary confinement.',
  'She won 30 games, including 45 minutes of extra time in one.',
  'Tickets cost $20 each, and the fair made $45,000 from 2,000 visitors, some with free tickets.',
  'About 40 of the 120 buses, or a third, run on gas.',
  'Nearly 60 of 110 members, or more than half, voted no.',
  'The prize is worth $1 million, and half of it, $500,000, goes to schools.',
  'The 27 states, each with 700,000 people on average, spend $4 billion a year.',
  'It earned $3 a share on revenue of $500 million, and has 100 million shares.',
  'It cost $5 million a year, $50 million in all, over 10 years.',
  'The town spends $50 per pupil and has 400 pupils, so that it costs $20,000.',
  'About 300 of 900 homes, or one in three, lost power.',
  'The tax costs each of the 40,000 owners $50 a year, $2 million in all.',
  'The rate rose from 3.5% to 4%, an increase of half a percentage point.',
  'The bank raised its rate by half a percentage point, from 4% to 4.5%.',
  'Of the 12 jurors, eight, or two-thirds, voted to acquit.',
  'Of the 12 jurors, eight, or two thirds, voted to acquit.',
  'It is worth $900 million, and two-thirds of it, $600 million, is cash.',
  'It sold 400 phones and 200 tablets, 600 devices in all.',
  'The fund, which lent $9 million, including $2 million of its own, is worth less.',
  '全市 200 万居民每人将获得 50 元，共需 1 亿元。',
  '会员 8 万人，其中女性 3 万人，男性 5 万人。',
  '营收 12 亿元，其中第四季度同比增长 3 亿元。',
  '每股派息 2 元，共 500 万股，总额 1000 万元。',
])('accepts %s', async (body) => {
  expect(await messages(body)).toEqual([]);
});

// As long as the square of its length, this would not end before the test does.
test('a long list without an end is read', async () => {
  expect(await messages('12 people, six in Hamburg, '.repeat(2000))).toEqual([]);
});
