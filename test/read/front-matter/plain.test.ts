import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readPlain } from '../../../src/read/front-matter/plain.ts';
import { readYaml } from '../../../src/read/front-matter/yaml.ts';

test.each([
  ['headline: "Lab \'Opens\'"\nsource: The Lab\n', ['headline', "Lab 'Opens'"], ['source', 'The Lab']],
  ["headline: 'It''s open'\n\n# a comment\nslug: lab-2\n", ['headline', "It's open"], ['slug', 'lab-2']],
  ['标题: 芯片公司：启用\ndate: 2026-05-07T09:00:00Z\n', ['标题', '芯片公司：启用'], ['date', '2026-05-07T09:00:00Z']],
])('%j is plain', (text, ...pairs) => {
  expect(readPlain(text, 0)?.entries.map(({ name, value }) => [name, value.kind === 'scalar' && value.value])).toEqual(
    pairs,
  );
});

test.each([
  'a: b: c',
  'a: b #c',
  'a: [x: y]',
  'a: [x, ]',
  'a: []',
  'a: [[x]]',
  'a:',
  'a: ~',
  'a: null',
  'a: "x\\n"',
  'a: "x" y',
  'a: b\n c',
  'a: b\na: c',
  'a:\tb',
  'a: &x b',
  'a: !x b',
  'a: |',
  'a: b:',
  '- a',
  '',
  '# only',
])('%j is left to the parser', (text) => expect(readPlain(text, 0)).toBeUndefined());

const pieces = [
  'a',
  'key',
  'b2',
  'null',
  'true',
  '1.10',
  '012',
  'x',
  '家',
  '：',
  ': ',
  ':',
  ' #',
  '#',
  '"',
  "'",
  "''",
  '\\',
  ' ',
  '  ',
  '\t',
  '\n',
  '\n',
  '- ',
  '[',
  ', ',
  ']',
  ']',
  '{',
  ',',
  '&',
  '*',
  '!',
  '|',
  '>',
  '%',
  '@',
  '`',
  '---',
  '...',
  '?',
  '~',
  'é',
  '🚀',
  '\u00a0',
  '\u2028',
  '=',
  '<<',
  '.',
];
const lines = fc.array(
  fc
    .tuple(
      fc.constantFrom('a: ', 'e: [', 'bc: ', 'null: ', '家: ', 'd:', ''),
      fc.array(fc.constantFrom(...pieces), { maxLength: 6 }).map((parts) => parts.join('')),
    )
    .map(([key, value]) => key + value),
  { minLength: 1, maxLength: 4 },
);

test('what is read here is what the YAML parser reads, places and all', () => {
  let read = 0;
  fc.assert(
    fc.property(lines, (all) => {
      const text = all.join('\n');
      const plain = readPlain(text, 7);
      if (!plain) return;
      read++;
      const yaml = readYaml(text, 7);
      expect('mapping' in yaml ? yaml.mapping.entries : yaml).toEqual(plain.entries);
    }),
    { numRuns: Number(process.env.RUNS ?? 20_000) },
  );
  expect(read).toBeGreaterThan(100);
});
