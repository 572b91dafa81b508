import fc from 'fast-check';
import { expect, test } from 'vitest';
import { typesetText } from '../../src/typography/index.ts';
import { objections } from './oracles/judge.ts';
import { sentence, slipSentences } from './oracles/texts.ts';
import { ABAB_ZH } from './profiles.ts';

const print = (text: string) => typesetText(text, ABAB_ZH);

test('autocorrect and zhlint print generated sentences as copydesk does, or for a known reason not', () => {
  const property = fc.property(sentence, (text) => expect(objections([text], print)).toEqual([]));
  fc.assert(property, { numRuns: Number(process.env.RUNS ?? 5000) });
});

test('and all Chinese slips', () => {
  expect(objections(slipSentences(), print)).toEqual([]);
});
