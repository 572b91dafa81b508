import { readdirSync, realpathSync } from 'node:fs';
import { resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { displayWidth } from '../../../src/typography/width.ts';
import { copydesk, file, folder, note, type Setting } from '../program.ts';

const examples = resolve(import.meta.dirname, '../../../examples');
const NOTES = readdirSync(examples).filter((name) => /\.(?:md|yaml|json)$/.test(name));
const home = process.cwd();
beforeEach(() => process.chdir(realpathSync(folder())));
afterEach(() => process.chdir(home));

function preview(text: string, setting: Setting = {}, ...args: readonly string[]) {
  file('.', 'a.md', text);
  return copydesk(['preview', 'a.md', ...args], setting);
}

/** A text without escape sequences. */
function bare(text: string): string {
  return text.replace(/\x1b\[[\d;]*m|\x1b\]8;;[^\x1b]*\x1b\\/g, '');
}

describe.each(NOTES)('%s', (name) => {
  test.each([20, 60, 72])('fits %i columns', async (width) => {
    const { code, stdout } = await copydesk(['preview', resolve(examples, name), '--width', String(width)]);
    expect(code).toBe(0);
    expect(stdout).not.toContain('\x1b');
    for (const line of stdout.split('\n')) expect(displayWidth(line), line).toBeLessThanOrEqual(width);
  });

  test('has the words of the plain text', async () => {
    const args = [resolve(examples, name)];
    const { stdout: post } = await copydesk(['render', ...args, '--to', 'text', '--width', '72', '--force']);
    const { stdout } = await copydesk(['preview', ...args]);
    const words = (text: string) => text.replace(/[\s•]/g, '');
    expect(words(stdout)).toContain(words(post));
  });

  test('has only ASCII in a locale without UTF-8', async () => {
    const { stdout } = await copydesk(['preview', resolve(examples, name)], { environment: { LANG: 'C' } });
    expect(stdout).toMatch(/^[\x20-\x7e\n]+$/);
  });

  test('has the same words in colour', async () => {
    const path = resolve(examples, name);
    const { stdout } = await copydesk(['preview', path, '--color']);
    expect(stdout).toContain('\x1b[1m');
    const lines = (text: string) => text.split('\n').map((line) => line.trimEnd());
    expect(lines(bare(stdout))).toEqual(lines((await copydesk(['preview', path])).stdout));
  });
});

test.each([
  ['果农不再购买传感器。', 'guo nong bu zai gou mai chuan gan qi.'],
  ['先买，后用：App 也用，App也用。', 'xian mai, hou yong: App ye yong, App ye yong.'],
  ['2026年有30%增产', '2026 nian you 30% zeng chan'],
  ['他说：“好（很好）。”他走了。', 'ta shuo: "hao (hen hao)." ta zou le.'],
  ['一种**新**的*法*', 'yi zhong xin de fa'],
  ['见[网页](https://a.example/)上', 'jian wang ye (https://a.example/) shang'],
])('in a locale without UTF-8, %s is in Pinyin', async (body, pinyin) => {
  const path = file(folder(), 'a.md', note({ front: 'headline: A\nsource: B\nlang: zh', body }));
  const { stdout } = await copydesk(['preview', path, '--width', '200'], { environment: { LC_ALL: 'C' } });
  expect(stdout.split('\n')).toContain(pinyin);
});

test('Chinese text breaks as plain text does', async () => {
  const body = `${'实验室在夜间开放，机器人独自工作。'.repeat(4)}“**重要**，”他说。`;
  const { stdout } = await preview(
    note({ front: 'headline: 实验室\nsource: 公开信息\nlang: zh', body }),
    {},
    '--width',
    '20',
  );
  for (const line of stdout.split('\n')) expect(line).not.toMatch(/^[，。：；！？）”]|[（“]$/);
});

test('an unfinished story is shown, with what it lacks', async () => {
  const { code, stdout, stderr } = await preview('---\nheadline: Lab Opens\nstatus: draft\n---\n\nA lab *opened*.\n');
  expect(stdout).toBe('a.md · draft\n\nLab Opens\n\nA lab opened.\n');
  expect(stderr).toContain('missing source');
  expect(code).toBe(1);
});

test('an embargo and a withdrawal are shown, and are no errors', async () => {
  const front = 'headline: Lab Opens\nsource: The Lab';
  const held = await preview(note({ front: `${front}\nembargo: 2099-05-07T09:00:00Z` }));
  expect(held.stdout).toContain('Under embargo until May 7, 2099, 09:00 UTC');
  const passed = await preview(note({ front: `${front}\nembargo: 2009-05-07T09:00:00Z` }));
  expect(passed.stdout).not.toContain('embargo');
  const withdrawn = await preview(note({ front: `${front}\nstatus: withdrawn` }));
  expect(withdrawn.stdout).toContain('Withdrawn');
  expect([held.code, passed.code, withdrawn.code]).toEqual([0, 0, 0]);
});

test('a note that cannot be read is an error', async () => {
  const { code, stdout, stderr } = await preview('---\nheadline: [\n---\n\nA\n');
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  expect(stderr).toContain('a.md:');
  expect((await copydesk(['preview', 'missing.md'])).code).toBe(2);
});

test('what a note says cannot move the cursor', async () => {
  const body = 'A \u001b[2J b [c](https://a.example/\u001b]8;;) `\u009b` \u202e\n\n    \u001b code\n\n![\u0007](x.png)';
  const { stdout } = await preview(note({ front: 'headline: "A \\u001b[2J"\nsource: "\\u0007"', body }), {}, '--color');
  expect(bare(stdout)).toMatch(/^[^\0-\x09\x0b-\x1f\x7f-\x9f\u202e]*$/);
});

describe('a folder', () => {
  test('is listed with status, findings and embargo', async () => {
    file(
      '.',
      'notes/a.md',
      note({ front: 'headline: First\nsource: B\nstatus: ready\nembargo: 2099-05-07T09:00:00Z' }),
    );
    file('.', 'notes/b.md', '---\nheadline: Second\nsource: B\n---\n');
    file('.', 'notes/c.md', '---\nheadline: [\n---\n');
    file('.', 'notes/README.md', '# Read me\n');
    const { code, stdout, stderr } = await copydesk(['preview', 'notes'], { environment: { COLUMNS: '120' } });
    expect(stdout).toMatch(/^First\n {2}notes\/a\.md · ready · under embargo until May 7, 2099, 09:00 UTC · 5\n/);
    expect(stdout).toMatch(/\nSecond\n {2}notes\/b\.md · 3 errors\n/);
    expect(stdout).toMatch(/\nnotes\/c\.md\n {2}notes\/c\.md · cannot be read\n$/);
    expect(stderr).toContain('3 notes: 2 with errors, 1 failed; 1 file skipped (not a note)');
    expect(code).toBe(2);
  });

  test('is the current one if a terminal names none', async () => {
    file('.', 'notes/a.md', note());
    const setting = { terminal: true, environment: { COLUMNS: '120' } };
    const { code, stdout } = await copydesk(['preview', '--no-pager'], setting);
    expect(bare(stdout)).toMatch(/\n {2}notes\/a\.md · /);
    expect(code).toBe(0);
    const piped = await copydesk(['preview'], { stdin: note({ front: 'headline: Piped\nsource: B' }) });
    expect(piped.stdout).toContain('Piped');
    expect(piped.stdout).not.toContain('a.md');
    const named = await copydesk(['preview', '--stdin-filepath', 'a.md'], setting);
    expect(named).toMatchObject({ code: 2, stdout: '' });
    expect(named.stderr).toContain('Usage: copydesk preview');
  });

  test('without notes exits with 4', async () => {
    file('.', 'notes/x.txt', 'x');
    expect((await copydesk(['preview', 'notes'])).code).toBe(4);
  });
});

test('several notes that are named are all shown', async () => {
  file('.', 'a.md', note());
  file('.', 'b.md', note({ front: 'headline: Lab Closes\nsource: The Lab' }));
  const { stdout } = await copydesk(['preview', 'a.md', 'b.md']);
  expect(stdout).toMatch(/Lab Opens[\s\S]*\n─{72}\n\nb\.md\n\nLab Closes/);
});

test('a note from stdin is shown', async () => {
  const { stdout } = await copydesk(['preview'], { stdin: note() });
  expect(stdout).toContain('Lab Opens');
});

test.each([
  [['--width', '0'], "'--width'"],
  [['--width', 'x'], "'--width'"],
  [['--stdin-filepath', 'a.md', 'b.md'], "'--stdin-filepath'"],
])('preview %j is a usage error', async (args, message) => {
  const { code, stderr } = await copydesk(['preview', ...args]);
  expect(code).toBe(2);
  expect(stderr).toContain(message);
});
