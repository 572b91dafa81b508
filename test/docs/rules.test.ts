import { readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { rulesPage } from '../../src/lint/explain.ts';
import { RULES } from '../../src/lint/rules/index.ts';

/* docs/rules.md is written by the rules: UPDATE=1 writes it anew. */
test('docs/rules.md is what the rules say', () => {
  const path = resolve('docs/rules.md');
  const page = rulesPage(RULES);
  if (process.env.UPDATE) writeFileSync(path, page);
  expect(readFileSync(path, 'utf8')).toBe(page);
});
