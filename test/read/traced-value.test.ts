import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Document, Scalar } from 'yaml';
import { check, fix } from '../../src/index.ts';
import type { Traced } from '../../src/model/passage.ts';
import { readYaml } from '../../src/read/front-matter/yaml.ts';
import { tracedValue } from '../../src/read/traced-value.ts';
import { createSource, positionAt } from '../../src/text/index.ts';

function traced(yaml: string): Traced {
  const result = readYaml(yaml);
  const value = 'mapping' in result ? result.mapping.entries.at(-1)?.value : undefined;
  if (value?.kind !== 'scalar') throw new Error(`no scalar in ${JSON.stringify(result)}`);
  return tracedValue(value, createSource('', yaml));
}

/** What the source has for each stretch of a value: as it is, or what it is written as. */
function ways(yaml: string): readonly (string | { as: string; means: string })[] {
  const { text, origins } = traced(yaml);
  return origins.map(({ at, span, isExact }, index) => {
    const means = text.slice(at, origins[index + 1]?.at ?? text.length);
    const as = yaml.slice(span.start, span.end);
    if (isExact) expect(as).toBe(means);
    return isExact ? as : { as, means };
  });
}

describe('every letter of a value has its place', () => {
  test.each([
    ['k: a b', ['a b']],
    ["k: 'it''s'", ['it', { as: "''", means: "'" }, 's']],
    ['k: "a \\"b\\" \\u4e2d\\t"', ['a ', { as: '\\"', means: '"' }, 'b', { as: '\\"', means: '"' }, ' ']],
    ['k: a\n  b\n\n  c', ['a', { as: '\n  ', means: ' ' }, 'b', { as: '\n\n  ', means: '\n' }, 'c']],
    ['k: "a\n  b \\\n  c"', ['a', { as: '\n  ', means: ' ' }, 'b ', { as: '\\\n  ', means: '' }, 'c']],
    ['k: |\n  a\n    b\n\n  c\n', ['a', { as: '\n  ', means: '\n' }, '  b', { as: '\n\n  ', means: '\n\n' }, 'c']],
    ['k: >-\n  a\n  b\n\n  c', ['a', { as: '\n  ', means: ' ' }, 'b', { as: '\n\n  ', means: '\n' }, 'c']],
    ['k: |2-\n    a\n   b', ['  a', { as: '\n  ', means: '\n' }, ' b']],
    [
      '{"k": "中\\ud83d\\ude00文"}',
      ['中', { as: '\\ud83d', means: '\ud83d' }, { as: '\\ude00', means: '\ude00' }, '文'],
    ],
  ])('%j', (yaml, expected) => {
    const found = ways(yaml).filter((way) => typeof way === 'string' || way.means !== '');
    expect(found.slice(0, expected.length)).toEqual(
      expected.filter((way) => typeof way === 'string' || way.means !== ''),
    );
  });

  const character = fc.constantFrom(...'ab \n"\'\\:#-中，😀\t“\u00a0\u2028é|>{');
  const value = fc.string({ unit: character, minLength: 1, maxLength: 40 });
  const style = fc.constantFrom(
    ...([Scalar.BLOCK_FOLDED, Scalar.BLOCK_LITERAL, Scalar.PLAIN, Scalar.QUOTE_DOUBLE, Scalar.QUOTE_SINGLE] as const),
  );
  test('in whatever way it is written', () => {
    let followed = 0;
    let all = 0;
    fc.assert(
      fc.property(value, style, fc.constantFrom(0, 20), (text, type, lineWidth) => {
        const scalar = new Scalar(text);
        scalar.type = type;
        const yaml = new Document({ k: scalar }).toString({ lineWidth, minContentWidth: 0 });
        // A colon that the yaml package writes plainly, front matter refuses.
        fc.pre('mapping' in readYaml(yaml));
        const found = ways(yaml);
        all++;
        if (found.length > 1 || typeof found[0] === 'string') followed++;
      }),
      { numRuns: 3000 },
    );
    expect(followed / all).toBeGreaterThan(0.97);
  });
  test('in JSON always', () => {
    fc.assert(
      fc.property(value, (text) => {
        const found = ways(JSON.stringify({ k: text }));
        expect(found.every((way) => typeof way === 'string' || way.means.length === 1)).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });
  test('what an alias stands for has none but the alias', () => {
    expect(ways('a: &x some words\nk: *x')).toEqual([{ as: '*x', means: 'some words' }]);
  });
});

describe('findings in values', () => {
  const yaml = `headline: |
  Lab “Opens” at Night
source: S
body:
  - A lab opened. It was  quiet,
    and the the lab slept.
  - "It said \\"no\\"  twice."
insight: >
  It was 5 percent.

  - It was  “so”.
laws: [ The  end. ]
`;
  test('stand where they are, and are put right there', async () => {
    const rules = ['double-space', 'repeated-word', 'percent', 'quote-marks', 'headline-quotes'];
    const { findings } = await check(yaml, { path: 'n.yaml', rules });
    expect(
      findings.map(({ rule, source, span }) => {
        const { line, column } = positionAt(source, span.start);
        return `${line}:${column} ${rule}`;
      }),
    ).toEqual([
      '2:7 quote-marks',
      '2:7 headline-quotes',
      '5:26 double-space',
      '6:9 repeated-word',
      '7:21 double-space',
      '9:11 percent',
      '11:12 double-space',
      '11:13 quote-marks',
      '12:13 double-space',
    ]);
    const { text } = await fix(yaml, { path: 'n.yaml', rules: rules.slice(0, 4) });
    expect(text).toBe(
      yaml
        .replace('“Opens”', '"Opens"')
        .replace('It was  quiet', 'It was quiet')
        .replace('the the', 'the')
        .replace('\\"  twice', '\\" twice')
        .replace('5 percent', '5%')
        .replace('It was  “so”', 'It was "so"')
        .replace('The  end', 'The end'),
    );
  });
});
