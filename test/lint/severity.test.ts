import { expect, test } from 'vitest';
import { check } from '../../src/check.ts';
import type { Example } from '../../src/lint/rules/index.ts';
import { exampleNote } from './example.ts';

/* How bad a finding is where the rule itself makes a difference. */
test.each<[string, Example, readonly string[]]>([
  ['missing-end', { laws: '- When labs run at night, the scarce thing is not time, but questions' }, ['warning']],
  ['missing-end', { laws: '- Data is the new oil' }, ['warning']],
  ['missing-end', { laws: '**Data is the new oil**' }, ['warning']],
  ['missing-end', { laws: 'Not speed: trust decides who is left' }, ['warning']],
  ['missing-end', { laws: '- 数据是新的石油', house: 'abab-zh' }, ['warning']],
  ['missing-end', { insight: 'Essentially, this is a substitution' }, ['warning']],
  ['missing-end', { insight: '### Essence\n\nCapital: the lab spends less on shifts' }, ['warning']],
  ['missing-end', { insight: 'Background and Track Record' }, []],
  ['missing-end', { insight: '[Read the whole story about the lab](https://a.example)' }, []],
  ['missing-end', { insight: 'The lab has two kinds of robots:\n\n- arms\n- legs' }, []],
  ['missing-end', { insight: 'The lab\n\n> never sleeps, as they say' }, []],
  ['missing-end', { body: 'The lab opened at night' }, ['information']],
  ['missing-end', { body: 'The lab opened at night. It closed by day' }, ['warning']],
])('%s of %j: %j', async (rule, example, severities) => {
  const { findings } = await check(exampleNote(example), { house: example.house ?? 'abab', rules: [rule] });
  expect(findings.map(({ severity }) => severity)).toEqual(severities);
});
