import { describe, expect, test } from 'vitest';
import { check } from '../../../src/check.ts';
import { noteOf } from './pairs.ts';

const RULES = ['translation-number', 'translation-date', 'translation-name', 'translation-count'];

/** The warnings in the version of a language, held to the other. */
async function warnings(language: 'en' | 'zh', en: string, zh: string): Promise<readonly string[]> {
  const [own, other] = language === 'en' ? [noteOf('en', en), noteOf('zh', zh)] : [noteOf('zh', zh), noteOf('en', en)];
  const { findings } = await check(own, { rules: RULES, translationOf: other });
  return findings.filter(({ severity }) => severity === 'warning').map(({ message }) => message);
}

/* What translators convert, write out, round or reorder. Each is tried in both directions. */
describe.each(['en', 'zh'] as const)('in %s', (language) => {
  test.each([
    ['Half of the 3,000 seats were empty.', '3000 个座位空了 50%。'],
    ['A dozen workers left.', '12 名工人离开。'],
    ['It took a year and a half.', '用了 18 个月。'],
    ['The plant runs for three decades.', '工厂已运转 30 年。'],
    ['It opened a century ago.', '它在 100 年前开业。'],
    ['The town is 50 miles away.', '小镇在 80 公里外。'],
    ['He is 6-foot-2.', '他身高 1.88 米。'],
    ['It was 95 degrees Fahrenheit.', '气温 35 摄氏度。'],
    ['The farm has 500 acres.', '农场占地 3000 亩。'],
    ['The plant makes 1,200 megawatts.', '电厂装机 120 万千瓦。'],
    ['Sales doubled.', '销售额翻了一番，增长 100%。'],
    ['Profit tripled to $90 million.', '利润增长 2 倍，达到 9000 万美元。'],
    ['The band was big in the 1980s.', '乐队在上世纪 80 年代走红。'],
    ['It is the 21st century.', '现在是 21 世纪。'],
    ['It is her twelfth book.', '这是她的第 12 本书。'],
    ['He lost two-thirds of his money.', '他损失了约 67% 的钱。'],
    ['The loss was $40 million.', '利润为 -4000 万美元。'],
    ['The GDP grew: gross domestic product was $17 trillion.', 'GDP 达到 17 万亿美元。'],
    ['Gross domestic product rose 5.2%.', 'GDP 增长 5.2%。'],
    ['The chief executive of Acme left on Tuesday.', 'Acme 的首席执行官周二离职。'],
    ['It rained yesterday.', '3 月 2 日下雨。'],
    ['The bank closes next year.', '银行将于 2027 年关闭。'],
    ['Both sites have one guard and two dogs.', '2 处各有 1 名保安和 2 条狗。'],
    ['It takes 90 minutes.', '需要一个半小时。'],
    ['It costs €1.5 billion.', '耗资 15 亿欧元。'],
    ['Some 2.3 million people, or 15 percent, left.', '约 230 万人离开，占 15%。'],
    ['The fund is worth 3.4 trillion yuan.', '基金规模 3.4 万亿元。'],
    ['The vote was 52-48.', '投票结果为 52 比 48。'],
    ['It handles 3 to 5 million parcels.', '它处理 300 万至 500 万件包裹。'],
    ['Nine in ten agree.', '90% 的人同意。'],
    ['The "smart" lab is open.', '这间“聪明”的实验室开放了。'],
    ['"We sleep," she said. "The lab in Porthaven does not sleep."', '她说：“我们睡觉，但 Porthaven 的实验室不睡觉。”'],
    [
      'She said she would sleep. "The lab works all night long," she added.',
      '她说她会睡觉。“实验室通宵工作，从不停歇。”她补充说。',
    ],
    ['Shares of the maker of the iPhone rose 2%.', 'iPhone 制造商股价上涨 2%。'],
    ['It was founded on June 5, 1998.', '它成立于 1998 年 6 月 5 日。'],
    ['In March 2025 it opened.', '它于 2025 年 3 月开业。'],
    ['It ran for 24 hours, from 5:30 p.m.', '它从 17:30 起运行了一整天。'],
    ['The loan is 250,000 pounds at 4.75 percent.', '贷款 25 万英镑，利率 4.75%。'],
    ['Rates rose by half a percentage point.', '利率上调 0.5 个百分点。'],
    ['Rates rose by 50 basis points.', '利率上调 0.5 个百分点。'],
    ['One in four pays.', '25% 的人付费。'],
    ['It was a 2-week trip.', '行程 14 天。'],
    ['A quarter of them are under 30.', '他们中 25% 的人不到 30 岁。'],
    ['He weighs 176 pounds.', '他体重 80 公斤。'],
    ['A barrel costs $71.20.', '每桶 71.2 美元。'],
    ['It holds 1,500 liters.', '容量 1.5 立方米。'],
    ['It cost 10 cents.', '价格 0.1 美元。'],
  ])('%s = %s', async (en, zh) => {
    expect(await warnings(language, en, zh)).toEqual([]);
  });
});

test.each([
  ['It counted 1,287 people.', '有近 1300 人到场。'],
  ['It raised $1,234,567.', '融资约 120 万美元。'],
])('the second version may round: %s = %s', async (en, zh) => {
  expect(await warnings('zh', en, zh)).toEqual([]);
});

/* Slips of translators. */
test.each([
  ['zh', 'It cost 12 million yuan.', '耗资 120 万元。', "number '120 万元'"],
  ['zh', 'It cost 1.2 billion yuan.', '耗资 1.2 亿元。', "number '1.2 亿元'"],
  ['zh', 'It cost 120 million dollars.', '耗资 1.2 亿元。', "number '1.2 亿元'"],
  ['en', 'About 157 people came.', '约 150 人到场。', "number '157'"],
  ['zh', 'It runs for 18 months a year.', '每年运行 12 天。', "number '12'"],
  ['en', 'It has 3,400 workers.', '它有 3.4 万名工人。', "number '3,400'"],
  ['en', 'Prices rose 15%.', '价格上涨 1.5%。', "number '15%'"],
  ['en', 'Two-thirds agreed.', '三分之一的人同意。', "number 'Two-thirds'"],
  ['zh', 'It opened on July 6.', '它于 6 月 7 日开业。', "date '6 月 7 日'"],
  ['zh', 'It opened in 1998.', '它于 1989 年开业。', "year '1989'"],
  ['zh', 'It opened on Thursday, the board said.', '董事会表示，它于周四开业，周六关闭。', "weekday '周六'"],
  ['zh', 'It opened in June 2025.', '它于 2025 年 7 月开业。', "month '7 月'"],
  ['zh', 'Anthropic opened an office.', 'Antropic 开设了办公室。', "name 'Antropic'"],
  ['en', 'An office of Antropic has opened.', 'Anthropic 开设了办公室。', "name 'Antropic'"],
  ['zh', 'It left Boeing for Airbus.', '它离开 Boeing，转投 Airbos。', "name 'Airbos'"],
  ['zh', 'It is open.', '它开放了。馆长说：“我们等这一天已经等了很久很久。”', '1 quotation, but 0'],
  ['zh', 'The lab has 4 robots.', '实验室有 6 台机器人。', "number '6'"],
  ['en', 'The temperature was 95 degrees.', '气温 25 度。', "number '95'"],
] as const)('in %s: %s = %s', async (language, en, zh, message) => {
  expect((await warnings(language, en, zh)).join('; ')).toContain(message);
});
