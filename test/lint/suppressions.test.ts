import { expect, test } from 'vitest';
import { check } from '../../src/check.ts';
import { resolveHouse } from '../../src/house/resolve.ts';
import { suppress } from '../../src/lint/suppressions.ts';
import type { Diagnostic } from '../../src/model/diagnostic.ts';
import type { Note } from '../../src/model/note.ts';
import { createSource, span } from '../../src/text/index.ts';
import { exampleNote } from './example.ts';

const rules = async (body: string, front = {}): Promise<string[]> =>
  (await check(exampleNote({ body, front }))).findings
    .filter(({ rule }) => /word|suppression|key/.test(rule))
    .map(({ rule }) => rule);

const IGNORE = '<!-- copydesk-ignore repeated-word: the name of a band -->';

test.each([
  ['a comment on its own line applies to the next block', `${IGNORE}\n\nThe the lab opened.`, []],
  ['and to no other block', `${IGNORE}\n\nThe lab opened.\n\nThe the lab.`, ['unused-suppression', 'repeated-word']],
  ['a comment inside a paragraph applies to that paragraph', `The the lab opened. ${IGNORE}`, []],
  ['a comment inside a list item applies to that item', `- The the lab. ${IGNORE}\n- The the lab.`, ['repeated-word']],
  ['and to all paragraphs of the item', `- A lab. ${IGNORE}\n\n  The the lab.\n- A lab.`, []],
  [
    'one comment names several rules',
    '<!-- copydesk-ignore repeated-word, quote-marks: as they sign -->\n\nThe the ‘lab’.',
    [],
  ],
  [
    'a comment without a reason has no effect',
    '<!-- copydesk-ignore repeated-word -->\n\nThe the lab.',
    ['suppression-reason', 'repeated-word'],
  ],
  ['an unknown rule is reported', '<!-- copydesk-ignore repeated-wrod: a band -->\n\nThe lab.', ['suppression-rule']],
  ['a missing rule is reported', '<!-- copydesk-ignore: a band -->\n\nThe lab.', ['suppression-rule']],
  ['other comments have no effect', '<!-- copydesk ignores this -->\n\nThe the lab.', ['repeated-word']],
  [
    'a comment inside code has no effect',
    '`<!-- copydesk-ignore repeated-word: no -->` The the lab.',
    ['repeated-word'],
  ],
])('%s', async (_, body, expected) => {
  expect(await rules(body)).toEqual(expected);
});

test('in front matter, a comment line applies to the next key', async () => {
  const whole = (comment: string) => exampleNote({ front: { [`${comment}\nsorce`]: 'The Lab' } });
  const found = (comment: string) => check(whole(comment)).then(({ findings }) => findings.map(({ rule }) => rule));
  expect(await found('# a comment')).toEqual(['unknown-key']);
  expect(await found('# copydesk-ignore unknown-key: another program reads it')).toEqual([]);
  expect(await found('# copydesk-ignore unknown-key')).toEqual(['suppression-reason', 'unknown-key']);
});

test('if only some rules are run, comments for the others are not unused', async () => {
  const text = exampleNote({ body: `${IGNORE}\n\nThe the lab opened.` });
  expect((await check(text, { rules: ['quote-marks'] })).findings).toEqual([]);
});

test('in a YAML note, a comment line applies to the next key', async () => {
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
])('in %s, a comment applies to the next value, item or block: %j', async (path, body, above, below) => {
  const note = `headline: Lab Opens\nsource: The Lab\n${above}${body}${below}insight: [A.]\nlaws: [Not this, but that.]\n`;
  const rules = ['repeated-word', 'unused-suppression'];
  expect((await check(note, { path, rules })).findings).toEqual([]);
  const told = note.replaceAll('copydesk-ignore', 'x');
  expect((await check(told, { path, rules })).findings).toMatchObject([{ rule: 'repeated-word' }]);
});

test('in JSON, the comment is part of the prose', async () => {
  const note = (comment: string) =>
    JSON.stringify({ headline: 'Lab Opens', source: 'The Lab', body: [`The the lab opened.${comment}`, 'It works.'] });
  const found = async (comment: string) =>
    (await check(note(comment), { path: 'a.json', rules: ['repeated-word'] })).findings.length;
  expect(await found('')).toBe(1);
  expect(await found(' <!-- copydesk-ignore repeated-word: a band -->')).toBe(0);
});

const unused = exampleNote({ body: '<!-- copydesk-ignore repeated-word: kept -->\n\nA lab opened.' });
const suppressionFindings = (findings: readonly { rule: string }[]) =>
  findings.filter(({ rule }) => rule.includes('suppression'));

test('a suppression is checked against all rules, even if only some are run', async () => {
  expect(suppressionFindings((await check(unused, { rules: ['unused-suppression'] })).findings)).toHaveLength(1);
  expect((await check(unused, { rules: ['repeated-word'] })).findings).toEqual([]);
});

test('the house sets the severity of suppression findings', async () => {
  const at = async (severity: 'error' | 'off') => {
    const house = { ...resolveHouse('abab').house, severities: new Map([['unused-suppression', severity]]) };
    return suppressionFindings((await check(unused, { house })).findings);
  };
  expect(await at('error')).toMatchObject([{ severity: 'error' }]);
  expect(await at('off')).toEqual([]);
});

/** The number of times that `suppress` looks at a position, for as many comments, blocks and findings. */
function lookups(count: number, rule: string): number {
  let looked = 0;
  const counted = (start: number, end: number) => ({
    get start() {
      looked++;
      return start;
    },
    get end() {
      looked++;
      return end;
    },
  });
  const comment = `<!-- copydesk-ignore ${rule}: a band -->`;
  const at = (index: number) => index * (comment.length + 1);
  const source = createSource('a.md', `${comment}\n`.repeat(count));
  const all = Array.from({ length: count }, (_, index) => index);
  const blocks = all.map((index) => ({ span: counted(at(index) + comment.length, at(index + 1)) }));
  const note = {
    source,
    fields: [],
    sections: [{ blocks }],
    comments: () => all.map((index) => ({ span: span(at(index), at(index) + comment.length) })),
    footnotes: () => [],
    linkDefinitions: () => [],
  } as unknown as Note;
  const findings = all.map((index) => ({
    rule: 'repeated-word',
    span: counted(at(index) + comment.length, at(index + 1)),
  })) as unknown as Diagnostic[];
  const { left } = suppress(findings, note, ['repeated-word', 'dash'], new Map());
  expect(left).toHaveLength(rule === 'repeated-word' ? 0 : count);
  return looked;
}

test.each(['repeated-word', 'dash'])('many comments take linear time: %s', (rule) => {
  expect(lookups(4000, rule) / lookups(1000, rule)).toBeLessThan(6);
});
