import { expect, test } from 'vitest';
import { RULES } from '../../src/lint/rules/index.ts';
import { copydesk, file, folder } from './program.ts';

const FIXES = { safe: 'fix', unsafe: 'unsafe fix', both: 'fix' };

test('without a name, every rule in a line', async () => {
  const { code, stdout } = await copydesk(['explain']);
  expect(code).toBe(0);
  const lines = stdout.split('\n');
  for (const { id, what, severity, fix } of RULES) {
    const line = lines.find((one) => one.startsWith(`  ${id} `)) ?? '';
    expect(line.trim().split(/ {2,}/)).toEqual([id, severity, ...(fix ? [FIXES[fix]] : []), what]);
  }
});

test.each(RULES.map(({ id }) => id))('the page of %s', async (id) => {
  const { code, stdout } = await copydesk(['explain', id]);
  expect(code).toBe(0);
  expect(stdout.split('\n').length).toBeGreaterThan(8);
  expect(stdout.startsWith(`${id}\n`)).toBe(true);
});

test('only an incorrect example names the key that is missing', async () => {
  const { stdout } = await copydesk(['explain', 'missing-source']);
  const [incorrect = '', correct = ''] = stdout.split('Correct');
  expect(incorrect).toContain('# no source');
  expect(correct).not.toContain('# no source');
  expect(correct).toMatch(/^\n\n {2}A chipmaker opened/);
});

test('on a terminal no line of prose is longer than a reader likes', async () => {
  const { stdout } = await copydesk(['explain', 'quote-marks'], { terminal: true, environment: { NO_COLOR: '1' } });
  for (const line of stdout.split('\n')) expect(line.length).toBeLessThanOrEqual(90);
});

test('an unknown one, and the one that was meant', async () => {
  const { code, stdout, stderr } = await copydesk(['explain', 'repeated-wrod']);
  expect([code, stdout]).toEqual([2, '']);
  expect(stderr).toContain('repeated-word');
});

test('a rule of the house’s own', async () => {
  const root = folder();
  const config = file(
    root,
    'copydesk.yaml',
    'house:\n  rules:\n    - { id: no-hype, kind: existence, words: [amazing], because: facts speak }\n',
  );
  const { code, stdout } = await copydesk(['explain', 'no-hype', '--config', config]);
  expect(code).toBe(0);
  expect(stdout).toContain('facts speak');
  expect((await copydesk(['explain', '--config', config])).stdout).toContain('no-hype');
});

test('the severity of the house, in the list and on the page', async () => {
  const config = file(folder(), 'copydesk.yaml', 'house:\n  severities: { repeated-word: error, percent: off }\n');
  const { stdout: list } = await copydesk(['explain', '--config', config]);
  expect(list).toMatch(/^ {2}repeated-word +error +(?:unsafe )?fix +\S/m);
  expect(list).toMatch(/^ {2}percent +off +/m);
  const { stdout: page } = await copydesk(['explain', 'repeated-word', '--config', config]);
  expect(page).toMatch(/^Severity: warning · Fix: /m);
  expect(page).toMatch(/^The house `.+` sets the severity to error\.$/m);
  expect((await copydesk(['explain', 'repeated-word'])).stdout).not.toContain('sets the severity');
});

test('the patterns and words of a house’s own rule', async () => {
  const rules = [
    '{ id: no-hype, kind: existence, words: [amazing, stunning], pattern: "game.chang\\\\w+", scope: [headline] }',
    '{ id: say-use, kind: substitution, swap: { utilise: use, "make use of": use }, exceptions: [utilise fully], safe: true }',
  ];
  const config = file(
    folder(),
    'copydesk.yaml',
    `house:\n  rules:\n${rules.map((rule) => `    - ${rule}\n`).join('')}`,
  );
  const explain = async (id: string) => (await copydesk(['explain', id, '--config', config])).stdout;
  const hype = await explain('no-hype');
  expect(hype).toContain('Severity: warning · Fix: by hand');
  expect(hype).toContain('- `words`: `amazing`, `stunning`\n- `pattern`: `game.chang\\w+`\n');
  expect(hype).toContain('- `scope`: `headline`');
  const use = await explain('say-use');
  expect(use).toContain('Fix: `--fix`\n');
  expect(use).toContain('- `swap`: `utilise` → `use`, `make use of` → `use`\n- ');
  expect(use).toContain('- `exceptions`: `utilise fully`');
});

test('all words of an option, however many', async () => {
  const words = Array.from({ length: 12 }, (_, at) => `placeholder${at}`);
  const entries = '[{ use: use, not: [utilize, utilise], because: it is shorter }, { use: buy, not: [purchase] }]';
  const said = `house:\n  words: { placeholders: [${words.join(', ')}], prefer: ${entries} }\n`;
  const config = file(folder(), 'copydesk.yaml', said);
  const { stdout } = await copydesk(['explain', 'placeholder', '--config', config]);
  for (const word of words) expect(stdout).toContain(`\`${word}\``);
  const preferred = (await copydesk(['explain', 'preferred-word', '--config', config])).stdout;
  expect(preferred).toContain('- `utilize`, `utilise` → `use` (it is shorter)');
  expect(preferred).toContain('- `purchase` → `buy`');
});
