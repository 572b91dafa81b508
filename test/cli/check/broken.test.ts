import { readFileSync } from 'node:fs';
import { afterAll, expect, test, vi } from 'vitest';
import type { RuleContext } from '../../../src/lint/context.ts';
import { file, folder } from '../program.ts';
import { sound } from './notes.ts';

/* A rule that is broken for the test: each of its fixes makes the next. */

afterAll(() => {
  vi.doUnmock('../../../src/lint/rules/percent.ts');
  vi.resetModules();
});

test('fixes that never come to an end are exit 3, and nothing is written', async () => {
  vi.resetModules();
  vi.doMock('../../../src/lint/rules/percent.ts', async (original) => {
    const { percent } = await original<typeof import('../../../src/lint/rules/percent.ts')>();
    const grow = ({ source }: RuleContext) => {
      const start = source.text.indexOf('opened');
      const span = { start, end: start };
      return [{ message: 'too short', span, fix: { edits: [{ span, text: 'x' }], isSafe: true } }];
    };
    return { percent: { ...percent, check: grow } };
  });
  const { copydesk } = await import('../program.ts');
  const path = file(folder(), 'a.md', await sound('The lab opened at night.'));
  const before = readFileSync(path, 'utf8');
  const { code, stderr } = await copydesk(['check', '--fix', path]);
  expect(code).toBe(3);
  expect(stderr).toContain('the fixes of these rules never stop: percent');
  expect(readFileSync(path, 'utf8')).toBe(before);
});
