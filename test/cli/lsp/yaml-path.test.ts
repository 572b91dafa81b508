import { expect, test } from 'vitest';
import { ITEM, keysOf, placeAt, schemaAt, valuesOf } from '../../../src/cli/lsp/yaml-path.ts';
import { HOUSE_SCHEMA } from '../../../src/house/schema.ts';

test.each([
  ['a:|', [], 'a'],
  ['a:\n  b: |', ['a'], 'b'],
  ['a:\n  b: 1\nc: |', [], 'c'],
  ['a:\n  - |', ['a', ITEM], undefined],
  ['a:\n- |', ['a', ITEM], undefined],
  ['a:\n- x\n- |', ['a', ITEM], undefined],
  ['a:\n  - b: 1\n    c: |', ['a', ITEM], 'c'],
  ['a:\n  - b: 1\n  - c: |', ['a', ITEM], 'c'],
  ['a:\n  - b:\n      - c: 1\n        d: |', ['a', ITEM, 'b', ITEM], 'd'],
  ['a:\n\n  # so\n  "b c": |', ['a'], 'b c'],
  ['a:\n  b:\n    c: 1\n  |', ['a'], undefined],
  ['|', [], undefined],
  ['a: http://b.example/|', [], 'a'],
])('the place of | in %j is %j, key %j', (marked, above, key) => {
  const place = placeAt(marked.replace('|', ''), marked.indexOf('|'));
  expect(place.above).toEqual(above);
  expect(place.key).toBe(key);
});

test('a path leads to the schema of its value', () => {
  const percent = schemaAt(HOUSE_SCHEMA, ['usage', 'percent']);
  expect(percent && valuesOf(percent)).toEqual(['sign', 'word', 'keep']);
  const section = schemaAt(HOUSE_SCHEMA, ['sections', ITEM]);
  expect(section && [...keysOf(section).keys()]).toEqual(['id', 'heading', 'label', 'aliases']);
  expect(schemaAt(HOUSE_SCHEMA, ['usage', 'nope'])).toBeUndefined();
  expect(schemaAt(HOUSE_SCHEMA, ['usage', ITEM])).toBeUndefined();
});
