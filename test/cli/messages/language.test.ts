import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { languageOf } from '../../../src/cli/messages/language.ts';
import { copydesk, file, folder, note } from '../program.ts';

const home = process.cwd();
afterEach(() => process.chdir(home));

/** In an empty folder, whose configuration is `text`. */
function inFolder(text?: string): string {
  const root = folder();
  if (text !== undefined) file(root, 'copydesk.yaml', text);
  process.chdir(root);
  return root;
}

test.each([
  [{}, 'en'],
  [{ LANG: 'C' }, 'en'],
  [{ LANG: 'POSIX' }, 'en'],
  [{ LANG: 'en_US.UTF-8' }, 'en'],
  [{ LANG: 'zh_CN.UTF-8' }, 'zh'],
  [{ LANG: 'zh_CN.utf8' }, 'zh'],
  [{ LANG: 'zh' }, 'zh'],
  [{ LANG: 'zh_TW' }, 'zh'],
  [{ LANG: 'zh-Hans' }, 'zh'],
  [{ LANG: 'zha_CN.UTF-8' }, 'en'],
  // Another encoding could not show what is printed.
  [{ LANG: 'zh_CN.GB18030' }, 'en'],
  [{ LC_MESSAGES: 'zh_CN.UTF-8', LANG: 'en_US.UTF-8' }, 'zh'],
  [{ LC_MESSAGES: 'C', LANG: 'zh_CN.UTF-8' }, 'en'],
  [{ LC_ALL: 'C.UTF-8', LC_MESSAGES: 'zh_CN.UTF-8', LANG: 'zh_CN.UTF-8' }, 'en'],
  [{ LC_ALL: '', LANG: 'zh_CN.UTF-8' }, 'zh'],
])('%j is %s', (environment, language) => {
  inFolder();
  expect(languageOf(environment)).toBe(language);
});

test.each([
  ['messages: zh\n', 'zh'],
  ['messages: "zh" # Chinese\n', 'zh'],
  ['house: ap\r\nmessages: zh\r\n', 'zh'],
  ['{ house: ap, messages: zh }\n', 'zh'],
  ['messages: en\n', 'en'],
  // A file with an error, which is reported in this language.
  ['messages: zh\nhose: ap\n', 'zh'],
  ['messages: zh\nhouse: [\n', 'zh'],
])('the configuration %j decides', (text, language) => {
  inFolder(text);
  expect(languageOf({ LANG: language === 'zh' ? 'en_US.UTF-8' : 'zh_CN.UTF-8' })).toBe(language);
});

test.each(['# messages: zh\n', 'messages: fr\n', 'exclude: [messages]\n', 'notes:\n  - |\n    messages: zh\n'])(
  'the configuration %j does not decide',
  (text) => {
    inFolder(text);
    expect(languageOf({})).toBe('en');
    expect(languageOf({ LANG: 'zh_CN.UTF-8' })).toBe('zh');
  },
);

test('the configuration of a folder above, and that of --config', async () => {
  const root = inFolder('messages: zh\n');
  const other = file(root, 'other/other.yaml', 'messages: en\n');
  process.chdir(join(root, 'other'));
  expect(languageOf({})).toBe('zh');
  expect(languageOf({}, other)).toBe('en');
  file(root, 'other/a.md', note({ front: 'headline: Lab Opens' }));
  expect((await copydesk(['check', 'a.md'])).stdout).toContain('错误：缺少来源');
  expect((await copydesk(['check', 'a.md', '--config', other])).stdout).toContain('error: missing source');
});

test('an unknown language is an error that names the known ones', async () => {
  inFolder('messages: fr\n');
  const { code, stderr } = await copydesk(['render'], { stdin: note() });
  expect(code).toBe(2);
  expect(stderr).toContain('messages must be one of en, zh');
});

test.each([
  ['zh-cn', 'en_US.UTF-8', 'zh'],
  ['zh-Hant-TW', 'C', 'zh'],
  ['en', 'zh_CN.UTF-8', 'en'],
  ['de-DE', 'zh_CN.UTF-8', 'en'],
  ['', 'zh_CN.UTF-8', 'zh'],
  [undefined, 'zh_CN.UTF-8', 'zh'],
])('the locale %j of an editor counts before LANG=%s', (locale, LANG, language) => {
  inFolder();
  expect(languageOf({ LANG }, undefined, locale)).toBe(language);
});

test('the configuration counts before the locale of an editor', () => {
  inFolder('messages: zh\n');
  expect(languageOf({}, undefined, 'en')).toBe('zh');
  inFolder('messages: en\n');
  expect(languageOf({}, undefined, 'zh-cn')).toBe('en');
});

test('a deleted current folder is no obstacle', () => {
  expect(languageOf({ LANG: 'zh_CN.UTF-8' }, join(folder(), 'none.yaml'))).toBe('zh');
});
