import fc from 'fast-check';
import { expect, test } from 'vitest';
import { typesetText } from '../../src/typography/index.ts';
import { CLASSES } from './oracles/classes.ts';
import { judge, objections, TOOLS } from './oracles/judge.ts';
import { sentence, slipSentences, tableTexts } from './oracles/texts.ts';
import { ABAB_ZH } from './profiles.ts';

const print = (text: string) => typesetText(text, ABAB_ZH);
const slips = slipSentences();

test('explains every difference in generated sentences', () => {
  const property = fc.property(sentence, (text) => {
    expect(objections([text], print)).toEqual([]);
  });
  fc.assert(property, { numRuns: Number(process.env.RUNS ?? 3000) });
});

test('explains every difference in the Chinese slips', () => {
  expect(slips.length).toBeGreaterThan(500);
  expect(objections(slips, print)).toEqual([]);
});

test('needs every class', () => {
  const texts = [...tableTexts(), ...slips, ...fc.sample(sentence, 600)];
  const met = new Set(TOOLS.flatMap((tool) => texts.flatMap((text) => [...judge(text, tool, print).met])));
  expect(CLASSES.filter((one) => !met.has(one)).map(({ tool, reason }) => `${tool}: ${reason}`)).toEqual([]);
});
