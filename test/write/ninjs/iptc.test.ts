import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ninjs } from '../../../src/write/ninjs.ts';
import { house } from '../fixtures.ts';
import { english } from '../html/stories.ts';
import { exampleItems } from './examples.ts';
import { generatedArticle } from './generated.ts';

/*
 * The judge of ninjs is IPTC's own schema, with its own test files. They are in IPTC's repository `newsinjson`, and not in this
 * one. `NINJS=<a clone of it> npx vitest run test/write/ninjs` asks them.
 */
const clone = process.env.NINJS;
const read = (...path: readonly string[]): unknown => JSON.parse(readFileSync(join(clone ?? '', ...path), 'utf8'));

function filesIn(...path: readonly string[]): readonly string[] {
  if (clone === undefined) return [];
  return readdirSync(join(clone, ...path))
    .filter((name) => name.endsWith('.json'))
    .map((name) => join(...path, name));
}

function validator() {
  const ajv = new Ajv2020({ strict: false, allErrors: true });
  addFormats.default(ajv);
  // The schema refers to that of GeoJSON, for places. IPTC has it beside its test files.
  ajv.addSchema(read('validation/test_suite/GeoJSON-schema.json') as object);
  return ajv.compile(read('specification/ninjs-schema_3.1.json') as object);
}

describe.skipIf(clone === undefined)("IPTC's schema", () => {
  const validate = clone === undefined ? undefined : validator();
  const faults = (document: unknown) => (validate?.(document) ? [] : validate?.errors);

  test.each([
    ...filesIn('validation/test_suite/3.0/should_pass'),
    ...filesIn('validation/test_suite/3.1/should_pass'),
    ...filesIn('examples/3.0'),
  ])('accepts %s', (file) => expect(faults(read(file))).toEqual([]));

  test.each([...filesIn('validation/test_suite/3.0/should_fail'), ...filesIn('validation/test_suite/3.1/should_fail')])(
    'rejects %s',
    (file) => expect(faults(read(file))).not.toEqual([]),
  );

  test.each(exampleItems())('accepts the example %s', (_, item) => expect(faults(item)).toEqual([]));

  test('accepts a story with every field', () => {
    expect(faults(JSON.parse(ninjs.write(english, house(), {})))).toEqual([]);
  });

  test('accepts generated stories', () => {
    fc.assert(
      fc.property(generatedArticle, (story) => {
        expect(faults(JSON.parse(ninjs.write(story, house(), {})))).toEqual([]);
      }),
      { numRuns: Number(process.env.RUNS ?? 300) },
    );
  });
});
