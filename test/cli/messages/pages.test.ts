import { afterEach, expect, test } from 'vitest';
import { COMMANDS } from '../../../src/cli/commands.ts';
import { CHINESE } from '../../../src/cli/messages/chinese.ts';
import { resolveHouse } from '../../../src/house/resolve.ts';
import { rulePage } from '../../../src/lint/explain.ts';
import { GROUPS, RULES } from '../../../src/lint/rules/index.ts';
import { displayWidth } from '../../../src/typography/width.ts';
import { copydesk, file, folder, note } from '../program.ts';
import { englishIn } from './english.ts';

const home = process.cwd();
afterEach(() => process.chdir(home));

const CHINA = { environment: { LANG: 'zh_CN.UTF-8' } };

test.each(RULES.map((rule) => [rule.id, rule] as const))('the page of %s is in Chinese', (id, rule) => {
  const page = rulePage(rule, resolveHouse('abab').house, 1, CHINESE.text)
    .replace(/^(`{3,})[\s\S]*?^\1$/gm, '')
    .replace(`# ${id}`, '');
  expect(page.split('\n').filter((line) => englishIn(line).length > 0)).toEqual([]);
  expect(page).toContain('**为什么不好**？');
});

test('the list of the rules is in Chinese, in columns', async () => {
  const { stdout } = await copydesk(['explain'], CHINA);
  const lines = stdout.split('\n').filter((line) => line !== '');
  expect(lines.filter((line) => englishIn(line.replace(/^ {2}\S+/, '')).length > 0)).toEqual([]);
  const columns = lines
    .filter((line) => line.startsWith('  '))
    .map((line) => displayWidth(/^ {2}\S+ +/.exec(line)?.[0] ?? ''));
  expect(new Set(columns).size).toBe(1);
  for (const group of GROUPS.slice(0, -1)) expect(lines).toContain(CHINESE.text(group));
});

test.each(['', ...Object.keys(COMMANDS)])('the help of %j is in Chinese', async (name) => {
  const { code, stdout } = await copydesk([...(name === '' ? [] : [name]), '--help'], CHINA);
  expect(code).toBe(0);
  expect(stdout).toMatch(/^用法：copydesk/m);
  const said = stdout
    .split('\n')
    .filter((line) => !line.startsWith('用法'))
    // The last column, without the commands and the options that it explains.
    .map((line) => (/ {2}\S/.test(line.trim()) ? (line.trim().split(/ {2,}/).at(-1) ?? '') : line))
    .filter((line) => !/^ *(?:copydesk|pandoc|--?\w)/.test(line));
  expect(said.filter((line) => englishIn(line).length > 0)).toEqual([]);
});

test('the help breaks lines between Han characters, and fits 80 columns', async () => {
  const { stdout } = await copydesk(['check', '--help'], CHINA);
  const options = stdout.slice(stdout.indexOf('选项'));
  for (const line of options.split('\n')) expect(displayWidth(line)).toBeLessThanOrEqual(80);
});

test('the report of doctor is in Chinese', async () => {
  const root = folder();
  process.chdir(root);
  file(root, 'copydesk.yaml', 'notes: ["stories/**"]\nexclude: [Archive]\n');
  file(root, 'stories/a.md', note({ front: 'headline: Lab Opens' }));
  file(root, 'b.md', note());
  file(root, 'Archive/c.md', note());
  const { stdout } = await copydesk(['doctor'], CHINA);
  const left = stdout
    .split('\n')
    .filter((line) => englishIn(line.replace(/^ {2}(?:Node .*|[\w.]+ {2,})/, '')).length > 0);
  expect(left).toEqual([]);
  expect(stdout).toContain('默认体例');
});

test('the list of a preview is in Chinese', async () => {
  const root = folder();
  file(root, 'a.md', note({ front: 'headline: Lab Opens\nembargo: 2126-07-01T09:00:00Z' }));
  const { stdout, stderr } = await copydesk(['preview', root], CHINA);
  expect(stdout).toContain('之前禁发');
  expect(stderr).toMatch(/篇有错误|没有错误/);
});
