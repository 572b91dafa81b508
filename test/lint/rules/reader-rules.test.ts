import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { check } from '../../../src/check.ts';
import { RULES } from '../../../src/lint/rules/index.ts';

const root = resolve(import.meta.dirname, '../../..');

/** Problems of a house or a configuration, which are never found in a note. */
const CONFIGURATION_RULES = new Set([
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

test('every problem that a reader can report has a rule', () => {
  const found = [
    ...sources('src/read'),
    'src/read/embargo.ts',
    'src/cli/run/read-note.ts',
    'src/lint/suppressions.ts',
  ].flatMap((file) => {
    const text = readFileSync(join(root, file), 'utf8');
    const named = [...text.matchAll(/(?:\brule: |\brule = |\bfault\()'([a-z0-9-]+)'/g)].map(([, rule = '']) => rule);
    // The rules `missing-${name}` of the required parts.
    const parts = text.includes('`missing-${name}`') ? [...text.matchAll(/^ {2}(\w+): \{$/gm)] : [];
    return [...named, ...parts.map(([, name = '']) => `missing-${name}`)];
  });
  const rules = new Set(RULES.map(({ id }) => id));
  expect(found.length).toBeGreaterThan(50);
  expect([...new Set(found)].filter((rule) => !rules.has(rule) && !CONFIGURATION_RULES.has(rule))).toEqual([]);
});

describe('examples', () => {
  const notes = readdirSync(join(root, 'examples')).filter((name) => /\.(?:md|yaml)$/.test(name));
  test.each(notes)('%s has no errors and no warnings', async (name) => {
    const text = readFileSync(join(root, 'examples', name), 'utf8');
    const { findings } = await check(text, { path: name, now: Date.UTC(2026, 5, 1) });
    expect(
      findings.filter(({ severity }) => severity !== 'information').map(({ rule, message }) => [rule, message]),
    ).toEqual([]);
  });
});
