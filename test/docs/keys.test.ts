import { readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { keyTable } from './key-table.ts';

const path = resolve(import.meta.dirname, '../../docs/notes.md');

test('the table of keys in docs/notes.md is up to date', () => {
  const page = readFileSync(path, 'utf8');
  const table = `<!-- keys -->\n\n${keyTable()}\n\n<!-- /keys -->`;
  const updated = page.replace(/<!-- keys -->[\s\S]*?<!-- \/keys -->/, () => table);
  if (process.env.UPDATE) writeFileSync(path, updated);
  expect(readFileSync(path, 'utf8')).toContain(table);
});
