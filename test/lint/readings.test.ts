import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { check } from '../../src/check.ts';
import { RULES } from '../../src/lint/rules/index.ts';

const root = resolve(import.meta.dirname, '../..');

/** What is found in a house or a configuration, and never in a note. */
const OF_CONFIGURATIONS = new Set([
  'invalid-configuration',
  'unknown-configuration-key',
  'unknown-house',
  'unknown-rule',
  'invalid-template',
]);

function sources(folder: string): readonly string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => `${folder}/${name}`);
}

test('whatever can be found in a note is a rule, which explains it', () => {
  const found = [
    ...sources('src/read'),
    'src/read/embargo.ts',
    'src/cli/run/read-note.ts',
    'src/lint/suppressions.ts',
  ].flatMap((file) => {
    const text = readFileSync(join(root, file), 'utf8');
    const named = [...text.matchAll(/(?:\brule: |\brule = |\bfault\()'([a-z0-9-]+)'/g)].map(([, rule = '']) => rule);
    // `missing-${name}` of the parts that every house has.
    const parts = text.includes('`missing-${name}`') ? [...text.matchAll(/^ {2}(\w+): \{$/gm)] : [];
    return [...named, ...parts.map(([, name = '']) => `missing-${name}`)];
  });
  const rules = new Set(RULES.map(({ id }) => id));
  expect(found.length).toBeGreaterThan(50);
  expect([...new Set(found)].filter((rule) => !rules.has(rule) && !OF_CONFIGURATIONS.has(rule))).toEqual([]);
});

describe('the examples', () => {
  const notes = readdirSync(join(root, 'examples')).filter((name) => /\.(?:md|yaml)$/.test(name));
  test.each(notes)('%s has no error and no warning', async (name) => {
    const text = readFileSync(join(root, 'examples', name), 'utf8');
    const { findings } = await check(text, { path: name, now: Date.UTC(2026, 5, 1) });
    expect(
      findings.filter(({ severity }) => severity !== 'information').map(({ rule, message }) => [rule, message]),
    ).toEqual([]);
  });
});
