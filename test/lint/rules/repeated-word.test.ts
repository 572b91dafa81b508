import { expect, test } from 'vitest';
import { check } from '../../../src/check.ts';
import { exampleNote } from '../example.ts';

/* Words that grammar sometimes allows twice, in contexts where it does not. */
test.each([
  ['The vote on on Tuesday was close.', 'on'],
  ['The council spoke on on Tuesday about the quay.', 'on'],
  ['A ship in in the port has no crew.', 'in'],
  ['Prices rose in in March.', 'in'],
  ['Two cranes arrived in in two parts.', 'in'],
  ['The quay was was closed.', 'was'],
  ['The port opened, and it was was late.', 'was'],
  ['Its new crane is is open.', 'is'],
  ['It is is late.', 'is'],
  ['The director said he he will not sell.', 'he'],
  ['On Monday he he sold it.', 'he'],
  ['Police said that that the driver slept.', 'that'],
  ['The court ruled that that tenants may stay.', 'that'],
  ['She said that that she will sell.', 'that'],
  ['她看完了了全书。', '了'],
  ['港口关闭了了。', '了'],
  ['他在在港口工作。', '在'],
  ['会议在在上海举行。', '在'],
  ['起重机停在在岸边。', '在'],
  ['公司将将发布新模型。', '将'],
  ['公司和和用户都在等待。', '和'],
  ['这是是一个新模型。', '是'],
  ['模型由由公司开发。', '由'],
  ['公司被被收购。', '被'],
  ['公司公司发布了新模型。', '公司'],
  ['公司通过通过新模型盈利。', '通过'],
  ['实验室可以可以查看结果。', '可以'],
])('%s repeats %j', async (body, word) => {
  const lang = /[\u4e00-\u9fff]/.test(body) ? 'zh' : 'en';
  const { findings } = await check(exampleNote({ body, front: { lang } }), { rules: ['repeated-word'] });
  expect(findings.map(({ message, fix }) => [message, fix?.isSafe])).toEqual([[`repeated word '${word}'`, false]]);
});

/* One of the two characters is a part of another word. */
test.each([
  '首都都在等待，成都都很热。',
  '公司作为为用户服务的平台，没有有效的办法。',
  '对对方来说，就就业而言，把把手放下，被被子盖住。',
  '用户数据数据库很大，服务服务器的证书到期。',
  '我们来谈谈模型，研究研究数据，非常非常重要。',
  '一个一个来，一步一步走，试试看。',
  '是是非非，来来往往，人人都有有趣的想法。',
  '公司会会见用户，机会会增加，社会会议。',
  '所有有关部门，只有有限公司，与与会者交谈。',
])('%s repeats nothing', async (body) => {
  const { findings } = await check(exampleNote({ body, front: { lang: 'zh' } }), { rules: ['repeated-word'] });
  expect(findings.map(({ message }) => message)).toEqual([]);
});

test.each([
  ['They will meet in the in the spring.', 'in the'],
  ['The price of the of the house fell.', 'of the'],
  ['The road has been has been closed.', 'has been'],
])('%s repeats the phrase %j', async (body, words) => {
  const { findings } = await check(exampleNote({ body }), { rules: ['repeated-word'] });
  expect(findings.map(({ message, fix }) => [message, fix?.isSafe])).toEqual([[`repeated word '${words}'`, false]]);
});

test.each(['It is in the box and the key is in the door.', 'The port has been sold and has been closed.'])(
  '%s repeats no phrase',
  async (body) => {
    const { findings } = await check(exampleNote({ body }), { rules: ['repeated-word'] });
    expect(findings).toEqual([]);
  },
);
