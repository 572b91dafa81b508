import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { buildPackage, root, runPage } from './session.ts';

/* Every command in a `console` block is run, and prints what the page shows. UPDATE=1 writes what it prints into the page. */
const PAGES = [
  'README.md',
  ...readdirSync(join(root, 'docs'))
    .filter((name) => name.endsWith('.md'))
    .map((name) => `docs/${name}`),
].filter((page) => /^`{3,}console$/m.test(readFileSync(join(root, page), 'utf8')));

let built = '';

beforeAll(() => {
  built = buildPackage();
}, 60_000);

test.each(PAGES)(
  '%s shows the real output of its commands',
  (page) => {
    const path = join(root, page);
    const text = readFileSync(path, 'utf8');
    const real = runPage(page.replace(/^docs\//, ''), text, built);
    if (process.env.UPDATE) writeFileSync(path, real);
    expect(readFileSync(path, 'utf8')).toBe(real);
  },
  60_000,
);
