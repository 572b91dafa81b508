import { readdirSync, readFileSync, realpathSync } from 'node:fs';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { loadHouse } from '../../../src/cli/config/house.ts';
import { houseText } from '../../../src/cli/init/house.ts';
import { BUILT_IN_HOUSES } from '../../../src/house/create.ts';
import { readHouse } from '../../../src/house/read.ts';
import { createSource } from '../../../src/text/index.ts';
import { copydesk, file, folder, note } from '../program.ts';

const home = process.cwd();
beforeEach(() => process.chdir(realpathSync(folder())));
afterEach(() => process.chdir(home));

test('writes a house and a configuration that uses it', async () => {
  const { code, stdout } = await copydesk(['init', '--house', 'morning-briefing']);
  expect({ code, stdout }).toEqual({ code: 0, stdout: 'morning-briefing/house.yaml\ncopydesk.yaml\n' });
  expect((await loadHouse('morning-briefing', '.', 'check')).publisher.name).toBe('Morning Briefing');
  file('.', 'a.md', note());
  expect((await copydesk(['render', 'a.md', '--to', 'html'])).stdout).toContain('Morning Briefing');
});

test.each(BUILT_IN_HOUSES)('a house that extends %s is valid, also with every key that is commented out', (base) => {
  const text = houseText('desk', base, undefined);
  const whole = text.replace(/^# [A-Zd].*\n/gm, '').replace(/^( *)# /gm, '$1');
  for (const one of [text, whole]) {
    const { data, diagnostics } = readHouse(createSource('house.yaml', one));
    expect(diagnostics.map(({ message }) => message)).toEqual([]);
    expect(data?.extends).toBe(base);
  }
  expect(Object.keys(readHouse(createSource('house.yaml', whole)).data ?? {}).length).toBeGreaterThan(10);
});

test('extends the house of --extends', async () => {
  await copydesk(['init', '--house', 'desk', '--extends', 'ap']);
  expect(readFileSync('desk/house.yaml', 'utf8')).toContain('\nextends: ap\n');
});

test('existing files are never changed', async () => {
  file('.', 'desk/house.yaml', 'lang: en\n');
  file('.', 'copydesk.yaml', 'house: ap\n');
  const { code, stdout, stderr } = await copydesk(['init', '--house', 'desk']);
  expect({ code, stdout }).toEqual({ code: 0, stdout: '' });
  expect(stderr).toContain('desk/house.yaml already exists');
  expect(stderr).toContain("set 'house: desk' in it");
  expect(readFileSync('desk/house.yaml', 'utf8')).toBe('lang: en\n');
  expect(readFileSync('copydesk.yaml', 'utf8')).toBe('house: ap\n');
});

test.each([
  [['--house', 'abab'], "the house 'abab' comes with copydesk"],
  [['--house', '.'], 'is the current folder'],
  [['--house', ''], 'needs a value'],
  [['--house', 'x', '--extends', 'abap'], "unknown house 'abap'"],
  [['--extends', 'ap'], "'--extends' needs '--house'"],
])('init %j is a usage error', async (args, message) => {
  const { code, stderr } = await copydesk(['init', ...args]);
  expect({ code, files: readdirSync('.') }).toEqual({ code: 2, files: [] });
  expect(stderr).toContain(message);
});
