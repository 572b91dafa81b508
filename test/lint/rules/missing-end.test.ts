import { expect, test } from 'vitest';
import { check } from '../../../src/check.ts';
import type { Example } from '../../../src/lint/rules/index.ts';
import { exampleNote } from '../example.ts';

/* A lone line of the body may be a caption or a credit, so it is only a suggestion. */
test.each<[Example, readonly string[]]>([
  [{ laws: '- When labs run at night, the scarce thing is not time, but questions' }, ['warning']],
  [{ laws: '- Data is the new oil' }, ['warning']],
  [{ laws: '**Data is the new oil**' }, ['warning']],
  [{ laws: 'Not speed: trust decides who is left' }, ['warning']],
  [{ laws: '- 数据是新的石油', house: 'abab-zh' }, ['warning']],
  [{ insight: 'Essentially, this is a substitution' }, ['warning']],
  [{ insight: '### Essence\n\nCapital: the lab spends less on shifts' }, ['warning']],
  [{ insight: 'Background and Track Record' }, []],
  [{ insight: '[Read the whole story about the lab](https://a.example)' }, []],
  [{ insight: 'The lab has two kinds of robots:\n\n- arms\n- legs' }, []],
  [{ insight: 'The lab\n\n> never sleeps, as they say' }, []],
  [{ body: 'The lab opened at night' }, ['information']],
  [{ body: 'The lab opened at night. It closed by day' }, ['warning']],
])('%j has the severities %j', async (example, severities) => {
  const { findings } = await check(exampleNote(example), { house: example.house ?? 'abab', rules: ['missing-end'] });
  expect(findings.map(({ severity }) => severity)).toEqual(severities);
});
