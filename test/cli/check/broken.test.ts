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

test('the findings of a rule whose fixes never come to an end are reported, and the others are fixed', async () => {
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
  const path = file(folder(), 'a.md', await sound('The the lab opened at night.'));
  const { code, stdout, stderr } = await copydesk(['check', '--fix', path]);
  expect(code).toBe(0);
  expect(stdout).toContain('too short [percent]');
  expect(stdout).toContain('Fix this by hand, because the automatic fix never finishes.');
  expect(stderr).toMatch(/1 fixed/);
  expect(readFileSync(path, 'utf8')).toContain('\nThe lab opened at night.\n');
});
