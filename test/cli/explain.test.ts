import { expect, test } from 'vitest';
import { RULES } from '../../src/lint/rules/index.ts';
import { copydesk, file, folder } from './program.ts';

test('without a name, every rule in a line', async () => {
  const { code, stdout } = await copydesk(['explain']);
  expect(code).toBe(0);
  for (const { id, what } of RULES)
    expect(stdout).toMatch(new RegExp(`^  ${id} +${what.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}`, 'm'));
});

test.each(RULES.map(({ id }) => id))('the page of %s', async (id) => {
  const { code, stdout } = await copydesk(['explain', id]);
  expect(code).toBe(0);
  expect(stdout.split('\n').length).toBeGreaterThan(8);
  expect(stdout.startsWith(`${id}\n`)).toBe(true);
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
