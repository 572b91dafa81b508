import { expect, test } from 'vitest';
import { fix } from '../../../src/fix.ts';
import { exampleNote } from '../example.ts';

/* A house that puts the full stop outside a quoted term still puts it inside direct speech. */
test.each([
  ['"We asked how little it could eat". She left.', '"We asked how little it could eat." She left.'],
  ['"We sleep, and the lab does not", said its director.', '"We sleep, and the lab does not," said its director.'],
  ['She said, "No". He said: "Yes".', 'She said, "No." He said: "Yes."'],
  ['"No", she said.', '"No," she said.'],
  ['He said that it was "a long way to go for them".', 'He said that it was "a long way to go for them."'],
  ['She said, "They call it \'night science\'".', 'She said, "They call it \'night science\'."'],
])('fixes %s', async (body, right) => {
  const { text, findings } = await fix(exampleNote({ body }), { rules: ['quoted-period'] });
  expect(text).toContain(right);
  expect(findings).toEqual([]);
});
