import { expect, test } from 'vitest';
import { check } from '../../../src/check.ts';
import { fix } from '../../../src/fix.ts';
import { exampleNote } from '../example.ts';

const fixUnsafe = async (text: string) => fix(text, { rules: ['unknown-key', 'unknown-section'], unsafe: true });

test('renames a misspelt key', async () => {
  const { text, fixed } = await fixUnsafe(exampleNote({ front: { source: null, sorce: 'The Lab' } }));
  expect(fixed).toBe(1);
  expect(text).toContain('\nsource: The Lab\n');
});

test('renames a misspelt key inside another one', async () => {
  const note = exampleNote({ front: { source: '{ name: The Lab, ulr: https://lab.example/ }' } });
  expect((await fixUnsafe(note)).text).toContain('{ name: The Lab, url: https://lab.example/ }');
});

test.each([
  ['the note already has that key', { sorce: 'The Lab' }],
  ['the note has that key under an alias', { source: null, attribution: 'The Lab', sorce: 'Another' }],
  ['the meaning is uncertain', { note: 'Ask the lab' }],
])('keeps the key if %s', async (_, front) => {
  const note = exampleNote({ front });
  expect((await fixUnsafe(note)).text).toBe(note);
});

test('keeps the key without --unsafe-fixes', async () => {
  const note = exampleNote({ front: { source: null, sorce: 'The Lab' } });
  expect((await fix(note, { rules: ['unknown-key'] })).text).toBe(note);
});

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
