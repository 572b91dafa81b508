import { readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { resolveHouse } from '../../src/house/resolve.ts';
import { rulesPage } from '../../src/lint/explain.ts';
import { RULES } from '../../src/lint/rules/index.ts';

/* UPDATE=1 rewrites docs/rules.md. */
test('docs/rules.md is up to date', () => {
  const path = resolve('docs/rules.md');
  const page = rulesPage(RULES, resolveHouse('abab').house);
  if (process.env.UPDATE) writeFileSync(path, page);
  expect(readFileSync(path, 'utf8')).toBe(page);
});
