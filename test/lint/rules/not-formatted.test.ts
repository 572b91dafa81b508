import { expect, test } from 'vitest';
import { check } from '../../../src/check.ts';
import { fix } from '../../../src/fix.ts';
import { format } from '../../../src/format.ts';
import { resolveHouse } from '../../../src/house/resolve.ts';
import { exampleNote } from '../example.ts';

test('the fix is what `format` does', async () => {
  const note = exampleNote({ body: 'A lab opened.\n\n\n* robots\n* vials' });
  const [finding, ...others] = (await check(note, { rules: ['not-formatted'] })).findings;
  expect(others).toEqual([]);
  const [edit, ...more] = finding?.fix?.edits ?? [];
  expect(more).toEqual([]);
  const made = note.slice(0, edit?.span.start) + edit?.text + note.slice(edit?.span.end);
  expect(made).toBe((await format(note)).text);
});

test('text that `format` leaves as written is not reported', async () => {
  // Two parsers read this text differently, so `format` does not touch it.
  const note = exampleNote({ body: '|---|\n===\n\n- item' });
  const { text: shaped = '', unformatted } = await format(note);
  expect(unformatted).not.toEqual([]);
  expect((await check(shaped, { rules: ['not-formatted'] })).findings).toEqual([]);
});

test('a note without front matter is not reported, but fixed', async () => {
  const post = '# Lab Opens at Night\n\nA lab opened.\n\n\nSource: The Lab\n';
  expect((await check(post)).findings.map(({ rule }) => rule)).not.toContain('not-formatted');
  expect((await fix(post)).text).toBe((await format((await fix(post)).text)).text);
  expect((await fix(post)).text).toMatch(/^---\nheadline: Lab Opens at Night\n/);
});

test('`fix` does not format if the house switches the rule off', async () => {
  const house = { ...resolveHouse('abab').house, severities: new Map([['not-formatted', 'off' as const]]) };
  const note = exampleNote({ body: 'A lab opened.\n\n\n* robots' });
  expect((await fix(note, { house })).text).toBe(note);
});
