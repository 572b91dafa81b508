import { describe, expect, test } from 'vitest';
import { check } from '../../../src/check.ts';
import { decodeNote } from '../../../src/cli/run/read-note.ts';
import { fix } from '../../../src/fix.ts';
import { type Example, GROUPS, RULES } from '../../../src/lint/rules/index.ts';
import type { Diagnostic } from '../../../src/model/diagnostic.ts';
import { exampleHouse, exampleNote } from '../example.ts';

/** Reported before there is a text: its example is an invalid byte, which a string cannot hold. */
const BYTES = 'invalid-utf-8';

async function found(text: string, rule: string, example: Example): Promise<readonly Diagnostic[]> {
  const { findings } = await check(text, {
    house: exampleHouse(example),
    rules: [rule],
    ...(example.sourceText === undefined ? {} : { sourceText: example.sourceText }),
    ...(example.translationOf === undefined ? {} : { translationOf: exampleNote(example.translationOf) }),
    ...(example.channels === undefined ? {} : { channels: example.channels }),
  });
  return findings.filter((finding) => finding.rule === rule);
}

test('rule ids are unique, and rules are listed by group', () => {
  expect(new Set(RULES.map(({ id }) => id)).size).toBe(RULES.length);
  const groups = RULES.map(({ group }) => GROUPS.indexOf(group));
  expect(groups).toEqual([...groups].sort((a, b) => a - b));
});

describe.each(RULES.filter(({ id }) => id !== BYTES).map((rule) => [rule.id, rule] as const))('%s', (id, rule) => {
  test('reports its incorrect example and accepts its correct one', async () => {
    const findings = await found(exampleNote(rule.bad), id, rule.bad);
    expect(findings).not.toEqual([]);
    for (const { span, message, severity } of findings) {
      expect(span.end).toBeGreaterThanOrEqual(span.start);
      expect(message).not.toMatch(/\.$/);
      if (rule.severity === 'fatal') expect(severity).toBe('fatal');
    }
    expect(await found(exampleNote(rule.good), id, rule.good)).toEqual([]);
  });
});

/* A rule page is read in a hurry: short sentences, and a noun phrase to start with. */
test.each(RULES.map((rule) => [rule.id, rule] as const))(
  '%s explains itself in short sentences',
  (_, { what, why }) => {
    expect(what).toMatch(/^[A-Z`].*\.$/);
    for (const sentence of why.split(/(?<=\.)\s/))
      expect(sentence.split(/\s+/).length, sentence).toBeLessThanOrEqual(35);
  },
);

const fixing = RULES.filter(({ fix: kind }) => kind !== undefined);

test.each(fixing.map((rule) => [rule.id, rule] as const))(
  '%s fixes its incorrect example in one pass',
  async (id, rule) => {
    const options = { house: exampleHouse(rule.bad), rules: [id], unsafe: rule.fix !== 'safe' };
    const once = await fix(exampleNote(rule.bad), options);
    expect(await found(once.text, id, rule.bad)).toEqual([]);
    expect((await fix(once.text, options)).text).toBe(once.text);
  },
);

test(`${BYTES} is reported when a file is decoded`, () => {
  const { bad, good } = Object.fromEntries(RULES.map((rule) => [rule.id, rule]))[BYTES] ?? {};
  const latin = Buffer.from((bad?.note ?? '').replace('\ufffd', '\u00e9'), 'latin1');
  expect(decodeNote(latin, 'note.md')).toMatchObject({ problem: { rule: BYTES, severity: 'fatal' } });
  expect(decodeNote(Buffer.from(good?.note ?? ''), 'note.md')).toEqual({ text: good?.note });
});

test.each(['abab', 'abab-zh', 'ap'])('a clean note of the house %s has no findings', async (house) => {
  expect((await check(exampleNote({ house }), { house })).findings).toEqual([]);
});
