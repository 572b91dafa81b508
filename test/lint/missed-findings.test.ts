import { expect, test } from 'vitest';
import { check } from '../../src/check.ts';
import { fix } from '../../src/fix.ts';
import { exampleNote } from './example.ts';

const now = Date.UTC(2026, 5, 1);

async function found(parts: Parameters<typeof exampleNote>[0], rule: string) {
  const text = exampleNote(parts);
  const { findings } = await check(text, { house: parts.house ?? 'abab', rules: [rule], now });
  return findings.flatMap(({ message, locations = [] }) => locations.map(() => message));
}

/* What rules missed in use. The first row of a class is the text that showed it, the others are its siblings. */
test.each([
  ['repeated-word', 'The vote on on Tuesday was close.', ["repeated word 'on'"]],
  ['repeated-word', 'A ship in in the port has no crew.', ["repeated word 'in'"]],
  ['repeated-word', 'The quay was was closed, and it is is late.', ["repeated word 'was'", "repeated word 'is'"]],
  ['repeated-word', 'The director said he he will not sell.', ["repeated word 'he'"]],
  ['link-text', 'Refer to [](#metrics) to find it.', ['link has no text']],
  [
    'link-text',
    'See [ ](https://a.example) and [][b].\n\n[b]: https://b.example',
    ['link has no text', 'link has no text'],
  ],
  ['impossible-date', 'It opened on Tuesday, April 21, 2014.', ["'Tuesday, April 21, 2014' is a Monday"]],
  [
    'name-spelling',
    'Ada Whitlock runs the lab. Whitlok joined in 2019, and Whitlock has led it since.',
    ["name 'Whitlok' is 'Whitlock' elsewhere"],
  ],
  [
    'name-spelling',
    'Ada Whitlock left. A friend of Ada Whittlock said so.',
    ["name 'Whittlock' is 'Whitlock' elsewhere"],
  ],
  [
    'name-spelling',
    'The plan of Hvitfeldt and Gomez failed. Critics of Hvitfeld agreed, and Hvitfeldt left.',
    ["name 'Hvitfeld' is 'Hvitfeldt' elsewhere"],
  ],
  [
    'name-spelling',
    'The port of Dubrovnik shut. Ships left Dubrovnic for Split, and Dubrovnik reopened.',
    ["name 'Dubrovnic' is 'Dubrovnik' elsewhere"],
  ],
  [
    'name-spelling',
    'Researchers at DeepMind met DeepMind staff. A Deep Mind paper followed.',
    ["name 'Deep Mind' is 'DeepMind' elsewhere"],
  ],
  [
    'name-spelling',
    'Researchers at Deepmind met. A DeepMind paper followed, and DeepMind agreed.',
    ["name 'Deepmind' is 'DeepMind' elsewhere"],
  ],
  [
    'name-spelling',
    'The mayor, Celia Oyelaran, spoke. Reporters asked Oyelarán’s aide, and Oyealran left with Oyelaran.',
    ["name 'Oyelarán' is 'Oyelaran' elsewhere", "name 'Oyealran' is 'Oyelaran' elsewhere"],
  ],
  [
    'name-spelling',
    'Shares of Harbinex rose. Analysts of Harbinx and Harbinex met.',
    ["name 'Harbinx' is 'Harbinex' elsewhere"],
  ],
  [
    'name-spelling',
    'Judge Pemberton ruled. Lawyers for Pembertom agreed with Pemberton.',
    ["name 'Pembertom' is 'Pemberton' elsewhere"],
  ],
  [
    'name-spelling',
    'At Kelsborough, trains stop. Buses to Kelsboroguh run, and Kelsborough waits.',
    ["name 'Kelsboroguh' is 'Kelsborough' elsewhere"],
  ],
  [
    'name-spelling',
    'The Quillfeather trial began. Mr. Quilfeather spoke, and Quillfeather rested.',
    ["name 'Quilfeather' is 'Quillfeather' elsewhere"],
  ],
  ['impossible-date', 'It closes on June 31.', ["no such date 'June 31'"]],
  [
    'lower-case-day',
    'It meets on tuesday, thursday and sunday.',
    ["'tuesday' in lower case", "'thursday' in lower case", "'sunday' in lower case"],
  ],
  [
    'lower-case-day',
    "It opens in january, and monday's meeting ends.",
    ["'january' in lower case", "'monday' in lower case"],
  ],
  [
    'wrong-article',
    'It bought an unique crane, a MRI scanner and a honest deal.',
    ["'an unique' instead of 'a unique'", "'a MRI' instead of 'an MRI'", "'a honest' instead of 'an honest'"],
  ],
  ['spelling', 'The goverment will recieve it.', ["misspelt word 'goverment'", "misspelt word 'recieve'"]],
  [
    'spelling',
    'Teh lab, wich untill now didnt open, is thier idea.',
    ["misspelt word 'wich'", "misspelt word 'untill'", "misspelt word 'didnt'", "misspelt word 'thier'"],
  ],
  ['spelling', 'A goverment’s plan was seperate.', ["misspelt word 'goverment'", "misspelt word 'seperate'"]],
  [
    'spelling',
    'The *seperate* lab (it is acommodating and was succesfull) is "publically" known.',
    [
      "misspelt word 'seperate'",
      "misspelt word 'acommodating'",
      "misspelt word 'succesfull'",
      "misspelt word 'publically'",
    ],
  ],
  [
    'brand-spelling',
    'The code is on Github and in Javascript.',
    ["'Github' instead of 'GitHub'", "'Javascript' instead of 'JavaScript'"],
  ],
  [
    'brand-spelling',
    "Github's youtube channel shows an Iphone, a Macbook and free wifi.",
    [
      "'Github' instead of 'GitHub'",
      "'youtube' instead of 'YouTube'",
      "'Iphone' instead of 'iPhone'",
      "'Macbook' instead of 'MacBook'",
      "'wifi' instead of 'Wi-Fi'",
    ],
  ],
  [
    'brand-spelling',
    'Openai, Chatgpt-based, on Linkedin, by Paypal, with Postgresql and Wordpress.',
    [
      "'Openai' instead of 'OpenAI'",
      "'Chatgpt' instead of 'ChatGPT'",
      "'Linkedin' instead of 'LinkedIn'",
      "'Paypal' instead of 'PayPal'",
      "'Postgresql' instead of 'PostgreSQL'",
      "'Wordpress' instead of 'WordPress'",
    ],
  ],
  ['spelling-variant', 'The color and the flavor of the theatre.', ["'theatre' is British spelling"]],
  [
    'wrong-article',
    'An one-way street, a 8-year lease.',
    ["'An one-way' instead of 'A one-way'", "'a 8-year' instead of 'an 8-year'"],
  ],
  [
    'wrong-article',
    'An U.K. firm has a 11,000-seat hall.',
    ["'An U.K.' instead of 'A U.K.'", "'a 11,000-seat' instead of 'an 11,000-seat'"],
  ],
  [
    'wrong-article',
    'A hour and a "open" door, at a $8 fee.',
    ["'A hour' instead of 'An hour'", "'a open' instead of 'an open'", "'a 8' instead of 'an 8'"],
  ],
])('%s finds %j', async (rule, body, messages) => {
  expect(await found({ body }, rule)).toEqual(messages);
});

test.each([
  ['han-punctuation', '他买了１２个。', ["full-width '１２'"]],
  ['han-punctuation', '它涨了 20％。', ["full-width '％'"]],
  ['han-punctuation', '实验室使用ＡＩ。', ["full-width 'ＡＩ'"]],
  ['han-punctuation', '机器人在工作。。', ["repeated '。'"]],
  ['repeated-word', '她看完了了全书。', ["repeated word '了'"]],
  ['repeated-word', '他在在港口工作。', ["repeated word '在'"]],
  ['impossible-date', '它于 2026 年 5 月 32 日开业。', ["no such date '2026 年 5 月 32 日'"]],
  ['traditional-character', '这是一个開放的实验室，机器人在夜里工作。', ["traditional character '開'"]],
  ['traditional-character', '实验室在夜里工作，这個机器人不会休息。', ["traditional character '個'"]],
  ['han-quotes', '他们称之为‘夜间科学’。', ['outer quotes ‘ ’ in Chinese text']],
  ['han-quotes', '他说：‘它叫“夜间科学”。’', ['outer quotes ‘ ’ in Chinese text']],
])('%s finds %j in Chinese', async (rule, body, messages) => {
  expect(await found({ body, house: 'abab-zh' }, rule)).toEqual(messages);
});

test.each([
  ['joined-names', { topics: 'libraries, council' }, ['several topics in one text']],
  ['joined-names', { tags: '农业、人工智能' }, ['several topics in one text']],
  ['joined-names', { byline: 'By Ada Okafor and Piet Sorrano' }, ['several authors in one text']],
  ['joined-names', { author: 'Ada Okafor, Piet Sorrano and Mae Ames' }, ['several authors in one text']],
  ['joined-names', { byline: 'By Ada Okafor' }, ["byline starts with 'By'"]],
  ['date-order', { updated: '2026-05-06T09:00:00Z' }, ["'updated' is before 'date'"]],
  ['date-order', { updated: '2026-05-07T10:00:00+02:00' }, ["'updated' is before 'date'"]],
  ['date-order', { date: '2026-05-07', updated: '2026-05-06' }, ["'updated' is before 'date'"]],
  ['date-order', { expires: '2026-05-01T00:00:00Z' }, ["'expires' is before 'date'"]],
  ['relative-image', { image: '{ url: img/lab.jpg }' }, ["relative image 'img/lab.jpg' in a note without a URL"]],
] as const)('%s finds %j in the front matter', async (rule, front, messages) => {
  expect(await found({ front }, rule)).toEqual(messages);
});

/* Advice that works: what the finding says to write has none. */
test.each([
  { topics: 'libraries, council' },
  { topics: '"AI, #1 robots"' },
  { byline: 'By Ada Okafor and Piet Sorrano' },
  { byline: 'By Ada Okafor' },
  { author: 'Ada Okafor & Piet Sorrano' },
])('the advice about %j works', async (front) => {
  const text = exampleNote({ front });
  const [finding] = (await check(text, { rules: ['joined-names'], now })).findings;
  const line = finding?.advice?.replace(/^Write '(.*)'\.$/, '$1') ?? '';
  const right = text.replace(new RegExp(`^${Object.keys(front)[0]}: .*$`, 'm'), () => line);
  expect(right).not.toBe(text);
  expect((await check(right, { rules: ['joined-names', 'wrong-type', 'invalid-yaml'], now })).findings).toEqual([]);
});

/* Their siblings that are right. */
test.each([
  ['joined-names', { topics: '[libraries, council]' }],
  ['joined-names', { topics: 'ports' }],
  ['joined-names', { topics: '["Washington, D.C."]' }],
  ['joined-names', { byline: 'Department of Trade and Industry' }],
  ['joined-names', { byline: 'Ada Okafor, Jr.' }],
  ['joined-names', { byline: 'Ada Okafor, The Port Times' }],
  ['joined-names', { byline: 'Byron Ames' }],
  ['joined-names', { byline: '作者协会' }],
  ['date-order', { updated: '2026-05-07T11:00:00+02:00' }],
  ['date-order', { date: '2026-05-07T22:00:00Z', updated: '2026-05-07' }],
  ['date-order', { date: null, updated: '2020-05-06T09:00:00Z' }],
  ['relative-image', { image: '{ url: img/lab.jpg }', url: 'https://lab.example/story' }],
  ['relative-image', { image: '{ url: "https://lab.example/img.jpg" }' }],
  ['relative-image', { image: '{ url: //lab.example/img.jpg }' }],
] as const)('%s accepts %j', async (rule, front) => {
  expect(await found({ front }, rule)).toEqual([]);
});

/* An address in a value stays as typed, as in the body. */
test.each(['dek', 'headline', 'section'])('the typography of Chinese leaves a URL in %s alone', async (key) => {
  const value = '见 https://zh.example/wiki/基於WebKit排版，很好';
  const note = exampleNote({ front: { [key]: value }, house: 'abab-zh' });
  const { text, findings } = await fix(note, { house: 'abab-zh', rules: ['han-spacing', 'han-punctuation'], now });
  expect(text).toBe(note);
  expect(findings).toEqual([]);
});

test.each(['他说：“它叫‘夜间科学’。”', 'It is ‘night science’ here.', '他们称之为「夜间科学」。', "他在 '90s 工作。"])(
  'han-quotes accepts %j',
  async (body) => {
    const messages = await found({ body, house: 'abab-zh' }, 'han-quotes');
    expect(messages.filter((message) => message.startsWith('outer'))).toEqual([]);
  },
);

test.each([
  '主任陳志強說：“實驗室開放。”',
  '他说：“实验室開放。”',
  '他读了《開放的实验室》。',
  '台積電公布了结果，國立大學也在其中。',
  '實驗室在夜裡開放，機器人整夜工作，沒有人說話。',
  '代码 `開放` 在这里，地址是 https://a.example/開放 。',
  '钱鍾书读宫商角徵羽，乾坤之外。',
])('traditional-character accepts %j', async (body) => {
  expect(await found({ body, house: 'abab-zh' }, 'traditional-character')).toEqual([]);
});

/* A plus or a minus before a number: format keeps both, and posts would print one bullet for both. */
test.each([
  ['+ 3 percent\n- 2 percent', ['+', '-']],
  ['- 2 percent\n\n+ 3 percent', ['-', '+']],
  ['+ $3 more\n+ $4 more', ['+']],
  ['- 3 percent\n- 2 percent', []],
  ['+ Ada\n- Bob', []],
  ['- a\n\n- 3 percent', []],
])('list-like-line reports the signs of %j', async (body, signs) => {
  const messages = signs.map((sign) => `sign '${sign}' before a number is read as a list marker`);
  expect(await found({ body }, 'list-like-line')).toEqual(messages);
});

test('the advice about signs makes a list with signs', async () => {
  const body = '- +3 percent\n- -2 percent';
  expect(await found({ body }, 'list-like-line')).toEqual([]);
  expect((await fix(exampleNote({ body }), { rules: ['list-like-line'], now })).text).toContain(body);
});

test.each([
  ['wrong-article', 'It has an unique crane.', 'It has a unique crane.'],
  ['lower-case-day', 'It opens on tuesday.', 'It opens on Tuesday.'],
])('the fix of %s is not safe', async (rule, body, right) => {
  const note = exampleNote({ body });
  expect((await fix(note, { rules: [rule], now })).text).toBe(note);
  expect((await fix(note, { rules: [rule], unsafe: true, now })).text).toBe(exampleNote({ body: right }));
});
