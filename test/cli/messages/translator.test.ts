import { expect, test } from 'vitest';
import { Translator } from '../../../src/cli/messages/translator.ts';

const translator = new Translator({
  "unknown key '{0}'": '未知的键“{0}”',
  "'{0}' and '{1}' are the same key": '“{0}”和“{1}”是同一个键',
  headline: '标题',
  '{0} has {1} {2}{3}': '{0}有 {1} {2}{3}',
  characters: '个字符',
  'a list': '列表',
  '{0} must be {1}': '{0:raw} 必须是{1}',
  'one of {0}': '{0:list} 之一',
  'missing {0:word}': '缺少{0}',
  '{0:number} files': '{0} 个文件',
  'nothing in {0}': '{0}里什么也没有',
  '{0} left out ({1})': '没有收入 {0} 篇（{1:texts}）',
  '{0:number} under embargo': '{0} 篇尚在禁发期',
  'Write {0}.': '请写 {0:list}。',
  'Run it again.': '请重新运行。',
  'Shorten it. Characters: {0}.': '请缩短。字符数：{0:list}。',
  '{0} of the disk is full': '磁盘已满 {0}',
  '{0:path} changed': '{0:raw} 有改动',
  '{0} changed: {1}': '{0}改了：{1}',
  'the number of {0}': '{0}的数目',
  'the number of old files': '旧文件的数目',
  'Run `{0}`.': '请运行 `{0}`。',
});
const zh = (english: string): string => translator.translate(english);

test.each([
  // A name in quotation marks stays, whatever it is.
  ["unknown key 'headline'", '未知的键“headline”'],
  ["'hed' and 'headline' are the same key", '“hed”和“headline”是同一个键'],
  // What is not in quotation marks is translated, and spaces follow the script.
  ['headline has 126 characters', '标题有 126 个字符'],
  ['nothing in 3 files', '3 个文件里什么也没有'],
  ['70% of the disk is full', '磁盘已满 70%'],
  // A value that must not be translated, and one that is.
  ['headline must be a list', 'headline 必须是列表'],
  ['status must be one of draft, ready or sent', 'status 必须是 draft、ready 或 sent 之一'],
  ["Write 'a', 'b' or 'c'.", '请写“a”、“b”或“c”。'],
  ['3 left out (2 under embargo, draft)', '没有收入 3 篇（2 篇尚在禁发期、draft）'],
  // Sentences that were put together, lines, and space around a text.
  ["Write 'a'. Run it again.", '请写“a”。请重新运行。'],
  ['Shorten it. Characters: body 3, laws 4.', '请缩短。字符数：body 3、laws 4。'],
  ['Run it again.\n  a list', '请重新运行。\n  列表'],
  ['my files/a.md changed', 'my files/a.md 有改动'],
  // A template of another sentence, which would leave a part of this one in English.
  ['the file has changed', 'the file has changed'],
  ['Write a note with a hint in each part.', 'Write a note with a hint in each part.'],
  ['Run `git add`.', '请运行 `git add`。'],
  ['Run `git add` on the file, then `git commit`.', 'Run `git add` on the file, then `git commit`.'],
  ['Write a note, a hint and a body.', 'Write a note, a hint and a body.'],
  ['headline must be the name of a house', 'headline must be the name of a house'],
  ['Run it again. Write what you have seen.', 'Run it again. Write what you have seen.'],
  // The next template that fits is the right one.
  ['the number of old files changed: a list', '旧文件的数目改了：列表'],
  // A text that a page fills in.
  ['{0} files', '{0} 个文件'],
  // What is not in the catalogue.
  ['my files', 'my files'],
  ['missing or wrong', 'missing or wrong'],
  ['$& $1', '$& $1'],
  ['', ''],
])('%j is %j', (english, chinese) => {
  expect(zh(english)).toBe(chinese);
  // Twice, because results are kept.
  expect(zh(english)).toBe(chinese);
});

test('a translation is not translated again', () => {
  for (const text of ["unknown key 'a'", 'nothing in 3 files', "Write 'a'. Run it again."])
    expect(zh(zh(text))).toBe(zh(text));
});

test('a value with what a replacement would read stays', () => {
  expect(zh("unknown key '$&{0}'")).toBe('未知的键“$&{0}”');
});
