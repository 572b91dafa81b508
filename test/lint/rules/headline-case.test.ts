import { expect, test } from 'vitest';
import { check } from '../../../src/check.ts';
import { exampleNote } from '../example.ts';

test.each([
  ["Lab opens 'at Night'", `Write "Lab Opens 'at Night'".`],
  ['Lab opens "at Night"', `Write 'Lab Opens "at Night"'.`],
])('the advice on %s has other quotation marks around it', async (headline, advice) => {
  const note = exampleNote({ front: { headline: JSON.stringify(headline) } });
  const { findings } = await check(note, { rules: ['headline-case'] });
  expect(findings.map((finding) => finding.advice)).toEqual([advice]);
});
