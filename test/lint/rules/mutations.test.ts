import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { check } from '../../../src/check.ts';
import { RULES } from '../../../src/lint/rules/index.ts';
import { locationsOf } from '../../../src/model/diagnostic.ts';
import type { House } from '../../../src/model/house.ts';
import { exampleHouse } from '../example.ts';

/*
 * Recall: every rule has twenty mutations of the examples, and must find each of them. A mutation is data: the example, a
 * text that occurs in it once (or '' for the whole note), its replacement, and a house other than `abab`: its name, or what
 * a `house.yaml` that extends `abab` sets.
 */
type Mutation = readonly [
  example: string,
  from: string,
  to: string,
  house?: string | Readonly<Record<string, unknown>>,
];

/** Invalid bytes cannot be written as an edit of a text; the tests of `decodeNote` cover them. */
const BYTE_RULES = new Set(['invalid-utf-8']);

const examples = resolve(import.meta.dirname, '../../../examples');

describe.each(RULES.map(({ id }) => id).filter((id) => !BYTE_RULES.has(id)))('%s', (id) => {
  const file = join(import.meta.dirname, 'mutations', `${id}.json`);
  const mutations: readonly Mutation[] = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : [];

  test('has twenty different mutations', () => {
    expect(new Set(mutations.map((mutation) => JSON.stringify(mutation))).size).toBeGreaterThanOrEqual(20);
  });

  test.each(mutations.map((mutation) => [mutation] as const))('%j', async ([example, from, to, house]) => {
    const text = textOf(example);
    if (from !== '') expect(text.split(from), 'the text to replace occurs once').toHaveLength(2);
    const at = typeof house === 'object' ? exampleHouse({ houseSays: house }) : (house ?? 'abab');
    const mutant = from === '' ? to : text.replace(from, () => to);
    const count = (one: string) => countPlaces(one, text, { path: example, house: at, rule: id });
    expect(await count(mutant)).toBeGreaterThan(await count(text));
  });
});

/** Returns the text of an example; `x.json` is `x.yaml` converted to JSON. */
function textOf(example: string): string {
  if (!example.endsWith('.json')) return readFileSync(join(examples, example), 'utf8');
  return JSON.stringify(parse(readFileSync(join(examples, example.replace(/json$/, 'yaml')), 'utf8')), undefined, 2);
}

/** @param unchanged the example without a change, which stands for the source of the story and for its first version. */
async function countPlaces(
  text: string,
  unchanged: string,
  { path, house, rule }: { readonly path: string; readonly house: House | string; readonly rule: string },
): Promise<number> {
  const channels = { linkedin: {}, x: {} };
  const other = { sourceText: unchanged, translationOf: unchanged, channels };
  const { findings } = await check(text, { path, house, rules: [rule], ...other, now: Date.UTC(2026, 5, 1) });
  return findings
    .filter((finding) => finding.rule === rule)
    .reduce((sum, finding) => sum + locationsOf(finding).length, 0);
}
