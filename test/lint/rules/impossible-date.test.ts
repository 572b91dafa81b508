import { expect, test } from 'vitest';
import { check } from '../../../src/check.ts';
import { exampleNote } from '../example.ts';

async function messages(body: string, rule: string): Promise<readonly string[]> {
  const lang = /[\u4e00-\u9fff]/.test(body) ? 'zh' : 'en';
  const house = lang === 'zh' ? 'abab-zh' : 'abab';
  const { findings } = await check(exampleNote({ body, front: { lang } }), { rules: [rule], house });
  return findings.map(({ message }) => message);
}

test.each([
  ['It opened on Tuesday, April 21, 2014.', "'Tuesday, April 21, 2014' is a Monday"],
  ['It opened on Friday, 1 March 2024, at noon.', undefined],
  ['It opened on Friday 2 March 2024.', "'Friday 2 March 2024' is a Saturday"],
  ['It closes on June 31.', "no such date 'June 31'"],
  ['It closes on 31 September.', "no such date '31 September'"],
  ['It closed on February 29, 2025.', "no such date 'February 29, 2025'"],
  ['它于 2026 年 5 月 32 日开业。', "no such date '2026 年 5 月 32 日'"],
  ['它于 2014 年 4 月 21 日（星期二）开业。', "'2014 年 4 月 21 日（星期二）' is a Monday"],
  ['它于 2 月 30 号开业。', "no such date '2 月 30 号'"],
])('impossible-date: %s → %s', async (body, message) => {
  expect(await messages(body, 'impossible-date')).toEqual(message === undefined ? [] : [message]);
});

test.each([
  'In June 31 ships left, and in May 40 people came.',
  'On Tuesday, March 4, 2014, it opened. February 29 comes once in four years.',
  'On Monday, April 21, it opened. The run of 45 May supporters is over.',
  'He said, "It closes on June 31."',
  '农历 2 月 30 日，4 月 21 日（星期一）开业，5 月 31 日至 6 月 30 日关闭。',
])('impossible-date accepts %s', async (body) => {
  expect(await messages(body, 'impossible-date')).toEqual([]);
});
