import { expect, test } from 'vitest';
import { check } from '../../src/check.ts';
import { exampleNote } from './example.ts';

const rules = async (body: string, front = {}): Promise<string[]> =>
  (await check(exampleNote({ body, front }))).findings
    .filter(({ rule }) => /word|suppression|key/.test(rule))
    .map(({ rule }) => rule);

const IGNORE = '<!-- copydesk-ignore repeated-word: the name of a band -->';

test.each([
  ['alone, it speaks of the next block', `${IGNORE}\n\nThe the lab opened.`, []],
  ['and of no other', `${IGNORE}\n\nThe lab opened.\n\nThe the lab.`, ['unused-suppression', 'repeated-word']],
  ['in a paragraph, of that', `The the lab opened. ${IGNORE}`, []],
  ['in an item, of that', `- The the lab. ${IGNORE}\n- The the lab.`, ['repeated-word']],
  ['in an item of two paragraphs, of both', `- A lab. ${IGNORE}\n\n  The the lab.\n- A lab.`, []],
  [
    'several rules, one reason',
    '<!-- copydesk-ignore repeated-word, quote-marks: as they sign -->\n\nThe the ‘lab’.',
    [],
  ],
  [
    'without a reason it does nothing',
    '<!-- copydesk-ignore repeated-word -->\n\nThe the lab.',
    ['suppression-reason', 'repeated-word'],
  ],
  ['a rule that nobody knows', '<!-- copydesk-ignore repeated-wrod: a band -->\n\nThe lab.', ['suppression-rule']],
  ['no rule at all', '<!-- copydesk-ignore: a band -->\n\nThe lab.', ['suppression-rule']],
  ['any other comment is none', '<!-- copydesk ignores this -->\n\nThe the lab.', ['repeated-word']],
  ['in code it is code', '`<!-- copydesk-ignore repeated-word: no -->` The the lab.', ['repeated-word']],
])('%s', async (_, body, expected) => {
  expect(await rules(body)).toEqual(expected);
});

test('in the front matter a line of its own speaks of the next key', async () => {
  const whole = (comment: string) => exampleNote({ front: { [`${comment}\nsorce`]: 'The Lab' } });
  const found = (comment: string) => check(whole(comment)).then(({ findings }) => findings.map(({ rule }) => rule));
  expect(await found('# a comment')).toEqual(['unknown-key']);
  expect(await found('# copydesk-ignore unknown-key: another program reads it')).toEqual([]);
  expect(await found('# copydesk-ignore unknown-key')).toEqual(['suppression-reason', 'unknown-key']);
});

test('where only some rules are asked, the others’ comments are not unused', async () => {
  const text = exampleNote({ body: `${IGNORE}\n\nThe the lab opened.` });
  expect((await check(text, { rules: ['quote-marks'] })).findings).toEqual([]);
});

test('in a YAML note a line of its own speaks of the next key, prose or not', async () => {
  const note = (comment: string) =>
    `headline: Lab Opens\nsource: The Lab\n${comment}\nbody: [The the lab opened., It works.]\ninsight: [A.]\nlaws: [Not this, but that.]\n`;
  const found = async (comment: string) =>
    (await check(note(comment), { path: 'a.yaml', rules: ['repeated-word', 'unused-suppression'] })).findings.map(
      ({ rule }) => rule,
    );
  expect(await found('# a comment')).toEqual(['repeated-word']);
  expect(await found('# copydesk-ignore repeated-word: a band')).toEqual([]);
});

test.each([
  ['a.yaml', 'body: |\n  It works.\n\n  The the lab.\n', '# copydesk-ignore repeated-word: a band\n', ''],
  ['a.yaml', 'body:\n  - It works.\n', '', '  # copydesk-ignore repeated-word: a band\n  - The the lab.\n'],
  ['a.yaml', 'body: >\n  It works.\n\n', '', '  <!-- copydesk-ignore repeated-word: a band -->\n\n  The the lab.\n'],
])('in %s: all of the value of %j, the next item, or the next block', async (path, body, above, below) => {
  const note = `headline: Lab Opens\nsource: The Lab\n${above}${body}${below}insight: [A.]\nlaws: [Not this, but that.]\n`;
  const rules = ['repeated-word', 'unused-suppression'];
  expect((await check(note, { path, rules })).findings).toEqual([]);
  const told = note.replaceAll('copydesk-ignore', 'x');
  expect((await check(told, { path, rules })).findings).toMatchObject([{ rule: 'repeated-word' }]);
});

test('in JSON a comment stands in the prose', async () => {
  const note = (comment: string) =>
    JSON.stringify({ headline: 'Lab Opens', source: 'The Lab', body: [`The the lab opened.${comment}`, 'It works.'] });
  const found = async (comment: string) =>
    (await check(note(comment), { path: 'a.json', rules: ['repeated-word'] })).findings.length;
  expect(await found('')).toBe(1);
  expect(await found(' <!-- copydesk-ignore repeated-word: a band -->')).toBe(0);
});
