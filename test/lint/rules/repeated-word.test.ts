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
  ['她看完了了全书。', '了'],
  ['港口关闭了了。', '了'],
  ['他在在港口工作。', '在'],
  ['会议在在上海举行。', '在'],
  ['起重机停在在岸边。', '在'],
])('%s repeats %j', async (body, word) => {
  const lang = /[\u4e00-\u9fff]/.test(body) ? 'zh' : 'en';
  const { findings } = await check(exampleNote({ body, front: { lang } }), { rules: ['repeated-word'] });
  expect(findings.map(({ message, fix }) => [message, fix?.isSafe])).toEqual([[`repeated word '${word}'`, false]]);
});
