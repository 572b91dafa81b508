import { expect, test } from 'vitest';
import { check } from '../../../src/check.ts';
import { exampleHouse, exampleNote } from '../example.ts';

const BODY = 'The FTRB fined the operator. The FTRB and the NWSU met.\n\nThe NWSU left.';

async function found(body: string, houseSays?: Readonly<Record<string, unknown>>, base = 'abab') {
  const house = exampleHouse({ house: base, ...(houseSays ? { houseSays } : {}) });
  const { findings } = await check(exampleNote({ body, house: base }), { house, rules: ['unexplained-acronym'] });
  return findings.map(({ message, locations = [] }) => [message, locations.length]);
}

test('reports each acronym once, where it comes first', async () => {
  expect(await found(BODY)).toEqual([
    ["unexplained acronym 'FTRB'", 1],
    ["unexplained acronym 'NWSU'", 1],
  ]);
});

test.each([
  ['words.known', { known: ['FTRB', 'NWSU'] }],
  ['words.acronyms', { acronyms: ['FTRB', 'NWSU'] }],
  ['words.brands', { brands: ['FTRB', 'NWSU'] }],
])('accepts what %s of the house has', async (_, words) => {
  expect(await found(BODY, { words })).toEqual([]);
});

test('a list of the house replaces the inherited one', async () => {
  expect(await found('The FBI left.', { words: { acronyms: ['FTRB'] } })).toHaveLength(1);
});

test('accepts acronyms in Chinese, which are words there', async () => {
  expect(await found('讲师的 PPT 由 FTRB 发布。', undefined, 'abab-zh')).toEqual([]);
});

test('accepts an acronym whose name a heading or the insight has', async () => {
  const body = `## Freight and Tram Regulation Board\n\n${BODY}\n\n## Insight\n\nThe Night Watch Staff Union is old.`;
  expect(await found(body)).toEqual([]);
});

test('stays linear in a note of nothing but acronyms', async () => {
  const letters = 'BCDFGHJKLMNPQRSTVWXZ';
  const name = (at: number) => [at, at / 20, at / 400, at / 8000].map((one) => letters[Math.floor(one) % 20]).join('');
  const body = Array.from({ length: 4000 }, (_, at) => `the ${name(at)} and a a a`).join(' ');
  expect((await found(`${body}.`)).length).toBeLessThanOrEqual(100);
});
