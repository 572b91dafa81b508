import { expect, test } from 'vitest';
import { check } from '../../../src/check.ts';
import { exampleNote } from '../example.ts';
import { messagesOf } from './findings.ts';

const messages = (body: string, rule: string) => messagesOf(rule, body);

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
  ['It opened on the 31st of June.', "no such date '31st of June'"],
  ['It runs June 28–31.', "no such date 'June 28–31'"],
  ['It closes on 2026-02-29.', "no such date '2026-02-29'"],
  ['It closes on 2026/13/05.', "no such date '2026/13/05'"],
  ['活动时间为 6 月 28 日至 31 日。', "no such date '6 月 28 日至 31 日'"],
  ['双方在九月三十一日签约。', "no such date '九月三十一日'"],
  ['它于2026年2月29日开业。', "no such date '2026年2月29日'"],
  // The example note is of May 7, 2026, a Thursday.
  ['It opened on Friday, May 7.', "'Friday, May 7' is a Thursday in 2026"],
  ['It opened on Friday 7 May.', "'Friday 7 May' is a Thursday in 2026"],
  ['It opened on May 7 (Friday).', "'May 7 (Friday)' is a Thursday in 2026"],
  ['It opened on Friday (May 7).', "'Friday (May 7' is a Thursday in 2026"],
  ['It opened on May 7, 2026, a Friday.', "'May 7, 2026, a Friday' is a Thursday"],
  ['It opened on Fri., May 7, 2026.', "'Fri., May 7, 2026' is a Thursday"],
  ['It opened on Friday the 7th of May.', "'Friday the 7th of May' is a Thursday in 2026"],
  ['It opened on 2026-05-07 (Friday).', "'2026-05-07 (Friday)' is a Thursday"],
  ['It closed on Sunday, Dec. 28.', undefined],
  ['It closed on Monday, Nov. 10.', undefined],
  ['It closed on Tuesday, July 6.', "'Tuesday, July 6' is a Monday in 2026"],
  ['On Monday, April 21, it opened.', "'Monday, April 21' is a Tuesday in 2026"],
  ['它于 5 月 7 日周五开业。', "'5 月 7 日周五' is a Thursday in 2026"],
  ['它于2026年5月7日（星期五）开业。', "'2026年5月7日（星期五）' is a Thursday"],
  ['它于本周五（5 月 7 日）开业。', "'周五（5 月 7 日' is a Thursday in 2026"],
  ['它于 5 月 7 日，星期五开业。', "'5 月 7 日，星期五' is a Thursday in 2026"],
])('impossible-date: %s → %s', async (body, message) => {
  expect(await messages(body, 'impossible-date')).toEqual(message === undefined ? [] : [message]);
});

test.each([
  'In June 31 ships left, and in May 40 people came.',
  'On Tuesday, March 4, 2014, it opened. February 29 comes once in four years.',
  'On Tuesday, April 21, it opened. The run of 45 May supporters is over.',
  'He said, "It closes on June 31."',
  'It runs Friday through Sunday, May 8-10, and on Monday and Tuesday, May 11 and 12.',
  'It opened in 2014. On Monday, April 21, it had a guest.',
  'The Sun, May 7, 2026, had the story, and so had the Friday Post of May 7.',
  'It opens Thursday, May 7, or on Friday 8 May.',
  'It opened on Monday, 28 Dec., and closes on Friday, January 2.',
  'Ship 2026-31-99-A of model 2026-02-30X left. Item 1999-02-301 stays.',
  'Every Friday, some 7 May flowers open. Good Friday was April 3.',
  'In May 30 to 31 people came, and by June 31 ships had left.',
  'They may 31 times a year. March 31 was a Tuesday, a day of rain.',
  'It opened on Thursday (May 7) and May 8 (Friday).',
  'Order by 9 p.m. on May 31; the fair runs May 28–31 and 28-31 May.',
  '农历 2 月 30 日，4 月 21 日（星期二）开业，5 月 31 日至 6 月 30 日关闭。',
  '5 月 8 日（星期五）至 10 日举行，周六、周日（5 月 9 日、10 日）休息。',
  '它于五月七日（星期四）开业，农历九月三十一日不存在，十二月三十一日关闭。',
  '《南方周末》5 月 7 日报道，5 月 7 日周边道路封闭，每周五 5 月花开。',
])('impossible-date accepts %s', async (body) => {
  expect(await messages(body, 'impossible-date')).toEqual([]);
});

test('a weekday without a year needs the date of the note', async () => {
  const note = (date: string | null) =>
    exampleNote({ body: 'It opened on Friday, May 7.\n\nIt closed on Friday, Dec. 25.', front: { date } });
  const found = async (date: string | null) => (await check(note(date), { rules: ['impossible-date'] })).findings;
  expect(await found(null)).toEqual([]);
  expect((await found('2027-01-03T09:00:00Z')).map(({ message }) => message)).toEqual([]);
  expect((await found('2026-05-10T23:30:00-11:00')).map(({ message }) => message)).toEqual([
    "'Friday, May 7' is a Thursday in 2026",
  ]);
});
