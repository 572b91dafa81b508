import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { check } from '../../src/check.ts';
import { RULES } from '../../src/lint/rules/index.ts';
import type { House } from '../../src/model/house.ts';
import { exampleHouse } from './example.ts';

/*
 * Recall: each rule has twenty mutations of the examples that break it, written as data: the example, what is looked for
 * in it (once; nothing for all of it), what takes its place, and the house, where it is not `abab`: a name, or what the
 * `house.yaml` of one says that extends it. Each has to be found.
 */
type Mutation = readonly [
  example: string,
  from: string,
  to: string,
  house?: string | Readonly<Record<string, unknown>>,
];

/** Faults of bytes, which no edit of a text can make: `decodeNote` has its own tests. */
const OF_BYTES = new Set(['invalid-utf-8']);

const examples = resolve(import.meta.dirname, '../../examples');

describe.each(RULES.map(({ id }) => id).filter((id) => !OF_BYTES.has(id)))('%s', (id) => {
  const file = join(import.meta.dirname, 'mutations', `${id}.json`);
  const mutations: readonly Mutation[] = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : [];

  test('has twenty mutations, no two the same', () => {
    expect(new Set(mutations.map((mutation) => JSON.stringify(mutation))).size).toBeGreaterThanOrEqual(20);
  });

  test.each(mutations.map((mutation) => [mutation] as const))('%j', async ([example, from, to, house]) => {
    const text = textOf(example);
    if (from !== '') expect(text.split(from), 'what is looked for stands there once').toHaveLength(2);
    const at = typeof house === 'object' ? exampleHouse({ houseSays: house }) : (house ?? 'abab');
    const mutant = from === '' ? to : text.replace(from, () => to);
    expect(await places(mutant, example, at, id)).toBeGreaterThan(await places(text, example, at, id));
  });
});

/** An example; of one in YAML there is one in JSON as well. */
function textOf(example: string): string {
  if (!example.endsWith('.json')) return readFileSync(join(examples, example), 'utf8');
  return JSON.stringify(parse(readFileSync(join(examples, example.replace(/json$/, 'yaml')), 'utf8')), undefined, 2);
}

async function places(text: string, path: string, house: House | string, rule: string): Promise<number> {
  const { findings } = await check(text, { path, house, rules: [rule], now: Date.UTC(2026, 5, 1) });
  return findings
    .filter((finding) => finding.rule === rule)
    .reduce((sum, finding) => sum + finding.locations.length, 0);
}
