import { readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { FILES, measure, type Slip, slipsIn } from './slips.ts';
import { type Result, sentenceOn, slipTable } from './table.ts';

/* Recall: sentences with one slip each, by kind. docs/precision.md holds what is found; UPDATE=1 writes it. */
const PAGE = resolve('docs/precision.md');
const slips: readonly (Slip & { readonly file: string })[] = FILES.flatMap((file) =>
  slipsIn(file).map((slip) => ({ ...slip, file })),
);
let results: readonly (Result & { readonly file: string })[] = [];

beforeAll(async () => {
  const found: (Result & { readonly file: string })[] = [];
  for (const slip of slips) found.push({ slip, file: slip.file, measured: await measure(slip) });
  results = found;
}, 120_000);

test('the sentences have one slip each, and many kinds', () => {
  const same = slips.filter(({ wrong, right }) => JSON.stringify(wrong) === JSON.stringify(right));
  expect(same).toEqual([]);
  for (const { wrong, right } of slips) expect(`${wrong.body}${right.body}`).not.toMatch(/[{|}]/);
  expect(slips.length).toBeGreaterThanOrEqual(600);
  expect(new Set(slips.map(({ kind }) => kind)).size).toBeGreaterThanOrEqual(40);
  expect(new Set(slips.map(({ wrong }) => wrong.body)).size).toBe(slips.length);
});

test('what is found of each kind is what docs/precision.md says', () => {
  const before = readFileSync(PAGE, 'utf8');
  const files = FILES.map((file) =>
    sentenceOn(
      `\`${file}\``,
      results.filter((result) => result.file === file),
    ),
  );
  const all = sentenceOn('**all**', results);
  const summary = ['| File | slips | found | with suggestions |', '| --- | ---: | ---: | ---: |', ...files, all].join(
    '\n',
  );
  const page = replaced(replaced(before, 'slips by file', summary), 'slips by kind', slipTable(results));
  if (process.env.UPDATE) writeFileSync(PAGE, page);
  expect(readFileSync(PAGE, 'utf8')).toBe(page);
});

/** The page with a new table between the comments that name it. */
function replaced(page: string, name: string, table: string): string {
  const [open, close] = [`<!-- ${name}: this table is generated -->\n\n`, `\n\n<!-- end of ${name} -->`];
  const start = page.indexOf(open) + open.length;
  const end = page.indexOf(close);
  if (start < open.length || end < start) throw new Error(`docs/precision.md has no table '${name}'`);
  return page.slice(0, start) + table + page.slice(end);
}
