import { describe, expect, test } from 'vitest';
import { type CheckOptions, check } from '../../src/check.ts';
import { format } from '../../src/format.ts';
import { resolveHouse } from '../../src/house/resolve.ts';
import { createRuleContext } from '../../src/lint/context.ts';
import { ignoreEdit } from '../../src/lint/ignore-edit.ts';
import { RULES } from '../../src/lint/rules/index.ts';
import type { Diagnostic } from '../../src/model/diagnostic.ts';
import type { Note } from '../../src/model/note.ts';
import { applyEdits, createSource } from '../../src/text/index.ts';
import { exampleHouse, exampleNote } from './example.ts';

const NOW = Date.UTC(2026, 5, 1);

function noteOf(text: string, { path = '<note>', house }: CheckOptions = {}): Note | undefined {
  return createRuleContext(createSource(path, text), resolveHouse(house), NOW).context?.note;
}

/** The note with the first finding of a rule ignored; undefined if no comment can ignore it. */
async function ignored(text: string, rule: string, options: CheckOptions = {}): Promise<string | undefined> {
  const { findings } = await check(text, options);
  const finding = findings.find((one) => one.rule === rule);
  const note = noteOf(text, options);
  if (!finding || !note) throw new Error(`no ${rule} in ${text}`);
  const edit = ignoreEdit(note, finding);
  return edit && applyEdits(text, [edit]);
}

const FRONT = '---\nheadline: Lab Opens\nsource: The Lab\n---\n\n';
const COMMENT = '<!-- copydesk-ignore repeated-word: on purpose -->';

test.each([
  ['above a paragraph', `${FRONT}It works.\n\nThe the lab.\n`, `${FRONT}It works.\n\n${COMMENT}\n\nThe the lab.\n`],
  ['above the first paragraph', `${FRONT}The the lab.\n`, `${FRONT}${COMMENT}\n\nThe the lab.\n`],
  [
    'above a block without a blank line',
    `${FRONT}A lab.\n> The the.\n`,
    `${FRONT}A lab.\n\n${COMMENT}\n\n> The the.\n`,
  ],
  [
    'at the end of an item of a list',
    `${FRONT}- It *works*.\n- The the *lab*\n  opens **now**.\n- So.\n`,
    `${FRONT}- It *works*.\n- The the *lab*\n  opens **now**. ${COMMENT}\n- So.\n`,
  ],
  [
    'above a list with the finding in a table',
    `${FRONT}- So.\n\n  | a |\n  | - |\n  | the the |\n`,
    `${FRONT}${COMMENT}\n\n- So.\n\n  | a |\n  | - |\n  | the the |\n`,
  ],
  [
    'above a footnote',
    `${FRONT}A lab.[^1]\n\n[^1]: The the lab.\n`,
    `${FRONT}A lab.[^1]\n\n${COMMENT}\n\n[^1]: The the lab.\n`,
  ],
  ['in a text without front matter', 'The the lab.\n', `${COMMENT}\n\nThe the lab.\n`],
  [
    'above a key',
    '---\nsource: The Lab\nheadline: The the Lab Opens\n---\n\nA lab.\n',
    '---\nsource: The Lab\n# copydesk-ignore repeated-word: on purpose\nheadline: The the Lab Opens\n---\n\nA lab.\n',
  ],
])('a comment %s', async (_, text, expected) => {
  const result = await ignored(text, 'repeated-word');
  expect(result).toBe(expected);
  expect((await check(expected)).findings.filter(({ rule }) => /repeated-word|suppression/.test(rule))).toEqual([]);
});

test.each([
  ['a.yaml', 'headline: The the Lab\nbody: It works.\n', '# copydesk-ignore repeated-word: on purpose\nheadline: The'],
  [
    'a.yaml',
    'headline: A Lab\nbody:\n- It works.\n- The the lab.\n',
    '# copydesk-ignore repeated-word: on purpose\nbody',
  ],
  [
    'a.yaml',
    'headline: A Lab\nbody: |\n  Now: this.\n\n  The the.\n',
    '# copydesk-ignore repeated-word: on purpose\nbody',
  ],
  ['a.json', '{"headline": "A Lab", "body": "It is \\"the the\\"."}', `\\"the the\\". ${COMMENT}"`],
])('in %s', async (path, text, expected) => {
  const result = await ignored(text, 'repeated-word', { path });
  expect(result).toContain(expected);
  const { findings } = await check(result ?? '', { path });
  expect(findings.filter(({ rule }) => /repeated-word|suppression/.test(rule))).toEqual([]);
});

test.each([
  ['a finding about the whole note', `${FRONT}A lab.\n`, 'missing-insight', {}],
  ['a finding about a comment', `${FRONT}${COMMENT}\n\nA lab.\n`, 'unused-suppression', {}],
  ['the headline of a JSON note', '{"headline": "The the Lab", "body": "A lab."}', 'repeated-word', { path: 'a.json' }],
  ['front matter in one line', '---\n{headline: The the Lab, source: A}\n---\n\nA lab.\n', 'repeated-word', {}],
])('no comment ignores %s', async (_, text, rule, options) => {
  expect(await ignored(text, rule, options)).toBeUndefined();
});

test('a reason cannot end the comment', async () => {
  const text = `${FRONT}The the lab.\n`;
  const finding = (await check(text)).findings.find(({ rule }) => rule === 'repeated-word');
  const note = noteOf(text);
  if (!finding || !note) throw new Error('no finding');
  const edit = (reason: string) => ignoreEdit(note, finding, reason)?.text;
  expect(edit('she says --> twice\n\nso')).toBe('<!-- copydesk-ignore repeated-word: she says - twice so -->\n\n');
  expect(edit(' \n')).toBe(`${COMMENT}\n\n`);
});

/** Findings without their positions, which a comment moves. */
const named = (findings: readonly Diagnostic[]): string[] =>
  findings.map(({ rule, message, severity }) => `${severity} ${rule} ${message.replace(/line \d+/, 'line N')}`).sort();

describe.each(RULES.map((rule) => [rule.id, rule] as const))('%s', (_, { bad }) => {
  test('the comment for a finding suppresses it, and at most what its rule finds in the same block', async () => {
    const text = (await format(exampleNote(bad))).text ?? exampleNote(bad);
    const options: CheckOptions = {
      house: exampleHouse(bad),
      now: NOW,
      ...(bad.sourceText === undefined ? {} : { sourceText: bad.sourceText }),
      ...(bad.translationOf === undefined ? {} : { translationOf: exampleNote(bad.translationOf) }),
      ...(bad.channels === undefined ? {} : { channels: bad.channels }),
    };
    const { findings } = await check(text, options);
    const note = noteOf(text, options);
    for (const finding of note ? findings : []) {
      const edit = note && ignoreEdit(note, finding);
      if (!edit) continue;
      const after = await check(applyEdits(text, [edit]), options);
      // An unknown section that is ignored is no longer the reason why another one is missing.
      const isOther = ({ rule, part }: Diagnostic) =>
        rule !== finding.rule && (finding.part === undefined || part !== finding.part);
      expect(named(after.findings.filter(isOther)), edit.text).toEqual(named(findings.filter(isOther)));
      expect(named(after.findings), edit.text).not.toContain(named([finding])[0]);
    }
  });
});
