import { expect, test } from 'vitest';
import { fix } from '../../../src/fix.ts';
import { exampleNote } from '../example.ts';

const fixUnsafe = async (text: string) => fix(text, { rules: ['unknown-key'], unsafe: true });

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
