import { expect, test } from 'vitest';
import { check } from '../../../src/check.ts';
import { fix } from '../../../src/fix.ts';
import { exampleNote } from '../example.ts';

const fixUnsafe = async (text: string) => fix(text, { rules: ['unknown-section'], unsafe: true });
const misspelt = exampleNote({}).replace('## Insight', '## Insigth');

test('renames a misspelt heading', async () => {
  expect((await check(misspelt)).findings.map(({ rule, severity }) => [rule, severity])).toEqual([
    ['unknown-section', 'error'],
  ]);
  expect((await fixUnsafe(misspelt)).text).toBe(exampleNote({}));
});

test.each([
  ['the note already has that section', exampleNote({}).replace('## Laws', '## Insigth\n\n## Laws')],
  ['its text would no longer be printed', exampleNote({}).replace('## Laws', '## Note\n\n## Laws')],
  ['it contains formatting', misspelt.replace('Insigth', '*Insigth*')],
])('keeps the heading if %s', async (_, text) => {
  expect((await fixUnsafe(text)).text).toBe(text);
});
