import { expect, test } from 'vitest';
import { check } from '../../../src/check.ts';
import { exampleNote } from '../example.ts';

async function messages(body: string): Promise<readonly string[]> {
  const lang = /[\u4e00-\u9fff]/.test(body) ? 'zh' : 'en';
  const house = lang === 'zh' ? 'abab-zh' : 'abab';
  const { findings } = await check(exampleNote({ body, front: { lang } }), { rules: ['figures-disagree'], house });
  return findings.map(({ message }) => message);
}

test.each([
  ['Output rose from 5 tons to 10 tons, or 50%.', '5 to 10 is a rise of 100%, not 50%'],
  ['Output rose to 10 tons from 5 tons, or 50%.', '5 to 10 is a rise of 100%, not 50%'],
  ['Sales grew 25% to $60 million from $40 million.', "'$40 million to $60 million' is a rise of 50%, not 25%"],
  ['Costs fell by 50%, from €8bn in 2024 to €6bn in 2025.', "'€8bn to €6bn' is a fall of 25%, not 50%"],
  ['Staff was cut from 200 to 150, a 20% reduction.', '200 to 150 is a fall of 25%, not 20%'],
  ['The price rose from $20 to $25, an increase of 20 percent.', "'$20 to $25' is a rise of 25%, not 20 percent"],
  [
    'Traffic went from 1.2 million visits to 1.8 million visits (up 30%).',
    '1.2 million to 1.8 million is a rise of 50%, not 30%',
  ],
  ['It rose from forty robots to fifty robots, or 20%.', 'forty to fifty is a rise of 25%, not 20%'],
  ['Rates rose from 4% to 5%, or 1%.', '4% to 5% is 1 percentage point, not 1%'],
  ['Unemployment rose 0.2% to 4.2% from 4%.', '4% to 4.2% is 0.2 percentage points, not 0.2%'],
  ['The share grew from 20% to 26%, or 4 percentage points.', '20% to 26% is 6 percentage points, not 4'],
  ['Support fell 4 points to 40% from 47%.', '47% to 40% is 7 percentage points, not 4'],
  ['Pay rose by $5, from $20 to $30 an hour.', "'$20 to $30' is a rise of 10, not $5"],
  ['Five members of the 20 left, or 30%.', 'five of 20 is 25%, not 30%'],
  ['Some 12 of its 40 stores closed (25%).', '12 of 40 is 30%, not 25%'],
  ['One in five (25%) agreed.', 'one of five is 20%, not 25%'],
  ['A third vote passed with 60% (45 of 90 members).', '45 of 90 is 50%, not 60%'],
  ['The fleet doubled from 10 to 30 ships.', '10 to 30 is 3 times as much, not double'],
  [
    'Profit more than tripled to $8 million from $4 million.',
    "'$4 million to $8 million' is 2 times as much, not triple",
  ],
  ['The staff was halved from 100 to 80.', '100 to 80 is 0.8 times as much, not half'],
  ['Output rose from 10 tons in May to 5 tons in June.', '10 to 5 is a fall, not a rise'],
  ['Output fell from 5 tons in May to 10 tons in June.', '5 to 10 is a rise, not a fall'],
  ['It sold 40 cranes, up from 45 a year earlier.', "'up from 45', but 40 is less"],
  ['Margins were 12%, down from 10% last year.', "'down from 10%', but 12% is more"],
  ['Ten people, four men and five women, live there.', 'four + five is 9, not ten'],
  ['The crash killed 10 people: 4 men, 4 women and 3 children.', '4 + 4 + 3 is 11, not 10'],
  ['产量从 5 万吨增至 10 万吨，增长 50%。', '5 万 to 10 万 is a rise of 100%, not 50%'],
  ['营收从 4 亿元降至 3 亿元，下降了 60%。', '4 亿元 to 3 亿元 is a fall of 25%, not 60%'],
  ['占比从 4% 升至 5%，提高 1%。', '4% to 5% is 1 percentage point, not 1%'],
  ['占比从 20% 升至 26%，提高 4 个百分点。', '20% to 26% is 6 percentage points, not 4'],
  ['20 家公司中有 5 家上市，占 30%。', '5 of 20 is 25%, not 30%'],
  ['用户从 1000 万增至 3000 万，翻了一番。', '1000 万 to 3000 万 is 3 times as much, not double'],
  ['用户从 3000 万增至 1000 万。', '3000 万 to 1000 万 is a fall, not a rise'],
  ['团队共 10 人，其中男性 4 人，女性 5 人。', '4 + 5 is 9, not 10'],
])('figures-disagree: %s → %s', async (body, message) => {
  expect(await messages(body)).toEqual([message]);
});

test.each([
  'Output rose from 5 tons to 10 tons, or 100%.',
  'Sales grew 17% to $3.5 billion from $3 billion.',
  'Sales grew 12% to $3.1 billion from $2.8 billion.',
  'Revenue rose about 30% to $1.3 billion from $1 billion.',
  'Prices rose nearly 50%, from $10 to $14.80.',
  'Prices rose more than 50%, from $10 to $19.',
  'Rates rose from 4% to 5%, or 25%.',
  'Rates rose from 4% to 5%, or one percentage point.',
  'Traffic rose from 100 visits in 2014 to 400 visits in 2024, or 15% a year.',
  'Sales grew from $4 million to $6 million, an average annual increase of 8%.',
  'Profit rose 30% as sales grew from $5 million to $10 million.',
  'Profit rose 30%, and the staff grew from 5 to 10 people.',
  'Sales rose from $5 million in the first quarter to $6 million, up 40% from a year earlier.',
  'Sales rose from $5 million to $6 million, up 40% year on year.',
  'The share price rose 3% to $45, up from $30 in May.',
  'It sold 3 of its 10 stores, or 60% of its floor space.',
  'Two of the 10 partners (40% of the capital) left.',
  'Three of the five agreed, 10% more than last year.',
  'It paid $5 million of the $20 million (50% in shares).',
  'It has 500 staff in 12 offices, up from 400.',
  'It ranked fourth, up from seventh, and No. 4, up from No. 7.',
  'It is 4th on the list, up from 12, and in place 3, up from 5.',
  'The yen fell from 110 to 115 per dollar.',
  'The wait fell from 12 minutes to 90 seconds.',
  'The weight rose from 900 grams to 1 kilogram.',
  'The temperature rose from -5 to -3 degrees.',
  'The cost fell from 10% to 30%.',
  'It grew up from 5 to 10, and rose from version 3 to version 2.',
  'It fell from 1 in 5 people to 1 in 8.',
  'Shops that rose early open from 9 a.m. to 5 p.m., up from 10 a.m. to 4 p.m.',
  'The fleet nearly doubled from 10 to 19 ships, and doubled from 11 to 23.',
  'Profit more than doubled to $9 million from $4 million.',
  'It doubled its staff as sales rose from $5 million to $6 million.',
  'The trial had 10 people: 4 men and 6 women.',
  'It hired 10 people, including 4 men and 5 women.',
  'There are 24 hours, 8 men and 5 women in it.',
  'Ten people, two dogs and three cats live there.',
  'He said, "Output rose from 5 tons to 10 tons, or 50%."',
  'Turn the dial from 10 to 5, and cut from 5 to 10 branches.',
  'It won 3-2, up from 1-1 at half-time, in 5 of 6 games (one draw).',
  'Its 40% share of 20 markets is up from 35% of 25 markets.',
  'In the poll, 12% of 1,000 voters were undecided, or 1 in 8.',
  'The folder shrank from 280MB to 384k, and from 2 GB to 900 MB.',
  'It rose from 280 to 300 MB, and sales fell from $5 million last year to 900,000 euros.',
  '产量从 5 万吨增至 10 万吨，增长 100%。',
  '营收从 4 亿元增至 5 亿元，同比增长 40%。',
  '占比从 4% 升至 5%，提高 1 个百分点。',
  '20 家公司中有 5 家上市，占市场的 30%。',
  '用户从 1000 万增至 2100 万，翻了一番。',
  '团队共 10 人，其中男性 4 人，女性 6 人。',
  '排名从第 10 位升至第 5 位，名次从 10 升至 5。',
  '人民币兑美元从 7.1 升至 6.9。',
])('figures-disagree accepts %s', async (body) => {
  expect(await messages(body)).toEqual([]);
});
