import { describe, expect, test } from 'vitest';
import { approve, correct, render, withdraw } from '../../../src/index.ts';

const BODY = '\nA lab opened.\n\n## Insight\n\nIt turns.\n\n## Laws\n\n- Not this, but that.\n';
const FRONT = 'headline: Lab Opens\nsource: The Lab\n';
const AT = '2026-05-08T09:00:00Z';
const HASH = /sha256:[0-9a-f]{64}/g;

const note = (front: string): string => `---\n${front}---\n${BODY}`;
const approved = (text: string, path = 'a.md'): string | undefined =>
  approve(text, { by: 'Ada Okafor', at: AT, path }).text?.replace(HASH, 'HASH');
const corrected = (text: string, path = 'a.md'): string | undefined =>
  correct(text, { correction: "It's the wrong year.", at: AT, path }).text;
const withdrawn = (text: string, path = 'a.md'): string | undefined => withdraw(text, { at: AT, path }).text;

const ENTRY = `approved:\n  by: Ada Okafor\n  at: ${AT}\n  hash: HASH\n`;
const ITEM = `  - date: ${AT}\n    text: "It's the wrong year."\n`;
const FLOW = `{ date: ${AT}, text: "It's the wrong year." }`;

describe('a new approval', () => {
  test.each<[string, string, string]>([
    ['after the keys before it', FRONT, FRONT + ENTRY],
    ['before the keys after it', `${FRONT}insight_by: ai\n`, `${FRONT}${ENTRY}insight_by: ai\n`],
    ['before unknown keys', `${FRONT}colour: red\n`, `${FRONT}${ENTRY}colour: red\n`],
    [
      'with comments as they are',
      `# top\n\n# of the headline\n${FRONT}  # of the source\n# of the mode\ninsight_by: ai # who\n# end\n`,
      `# top\n\n# of the headline\n${FRONT}  # of the source\n${ENTRY}# of the mode\ninsight_by: ai # who\n# end\n`,
    ],
    ['below a comment on the same line', `${FRONT}lang: en # a\n`, `${FRONT}lang: en # a\n${ENTRY}`],
    [
      'after a block scalar',
      `headline: Lab\nsource: The Lab\ndek: >-\n  a\n\n  b\n\nednote: x\n`,
      `headline: Lab\nsource: The Lab\ndek: >-\n  a\n\n  b\n${ENTRY}\nednote: x\n`,
    ],
    [
      'in braces',
      '{ headline: Lab, source: The Lab, ednote: x }\n',
      `{ headline: Lab, source: The Lab, approved: { by: Ada Okafor, at: ${AT}, hash: HASH }, ednote: x }\n`,
    ],
    [
      'in braces over lines',
      '{\n  headline: Lab,\n  source: The Lab\n}\n',
      `{\n  headline: Lab,\n  source: The Lab,\n  approved: { by: Ada Okafor, at: ${AT}, hash: HASH }\n}\n`,
    ],
    [
      'as the value of a key without one',
      `${FRONT}approved: # soon\n`,
      `${FRONT}approved: { by: Ada Okafor, at: ${AT}, hash: HASH } # soon\n`,
    ],
    ['beside anchors', 'headline: &h Lab\nsource: *h\n', `headline: &h Lab\nsource: *h\n${ENTRY}`],
  ])('%s', (_, front, expected) => {
    expect(approved(note(front))).toBe(note(expected));
  });

  test('replaces the values of an older one where they are, in their quotation marks', () => {
    const old = `sha256:${'0'.repeat(64)}`;
    const front = `${FRONT}approved: # by the desk\n  at: '2026-05-01T09:00:00Z' # noon\n  hash: "${old}"\n  # who\n  by: "Bo"\n`;
    const now = `${FRONT}approved: # by the desk\n  at: '${AT}' # noon\n  hash: "HASH"\n  # who\n  by: "Ada Okafor"\n`;
    expect(approved(note(front))).toBe(note(now));
  });

  test('of a note without front matter', () => {
    const text = '# Lab Opens\n\nA lab opened.\n\nSource: The Lab\n\n## Insight\n\nIt turns.\n\n## Laws\n\n- This.\n';
    expect(approved(text)).toBe(`---\n${ENTRY}---\n\n${text}`);
  });

  test('keeps a byte order mark and line ends, even mixed ones', () => {
    const mixed = note(`${FRONT}ednote: x\n`).replace('source: The Lab\n', 'source: The Lab\r\n');
    expect(approved(`\ufeff${mixed}`)).toBe(`\ufeff${mixed.replace('The Lab\r\n', `The Lab\r\n${ENTRY}`)}`);
    const crlf = note(FRONT).replaceAll('\n', '\r\n');
    expect(approved(crlf)).toBe(note(FRONT + ENTRY).replaceAll('\n', '\r\n'));
  });

  test('of a YAML and of a JSON note', () => {
    const yaml = 'headline: Lab\nsource: S\nbody: |\n  A lab.\n\ninsight: I\nlaws: [L]';
    expect(approved(yaml, 'a.yaml')).toBe(yaml.replace('body:', `${ENTRY}body:`));
    const json = '{\n  "headline": "Lab",\n  "source": "S",\n  "body": "A",\n  "insight": "I",\n  "laws": ["L"]\n}\n';
    expect(approved(json, 'a.json')).toBe(
      json.replace(
        '"source": "S"',
        `"source": "S",\n  "approved": { "by": "Ada Okafor", "at": "${AT}", "hash": "HASH" }`,
      ),
    );
  });

  test('is refused for a note that cannot be rendered, with the reason', () => {
    const result = approve(note('headline: Lab\n'), { by: 'Ada Okafor', at: AT });
    expect(result.text).toBeUndefined();
    expect(result.diagnostics.map(({ message }) => message)).toEqual(['missing source']);
    expect(approve('---\nheadline: [\n---\n', { by: 'A', at: AT }).diagnostics[0]?.severity).toBe('fatal');
  });

  const FLOWN = `{ by: Ada Okafor, at: ${AT}, hash: HASH }`;
  test.each<[string, string, string]>([
    ['a text', 'approved: yes # by Bo\n', `approved: ${FLOWN} # by Bo\n`],
    ['a list', 'approved: [Ada, Bo]\n', `approved: ${FLOWN}\n`],
    ['a record with a wrong hash', 'approved: { by: A, at: 2026-05-07, hash: x }\n', `approved: ${FLOWN}\n`],
    ['a record without a hash', 'approved:\n  by: A\n  at: 2026-05-07\n', ENTRY],
    ['a record with a value that is empty', `approved:\n  by:\n  at: ${AT}\n  hash: x\n`, ENTRY],
  ])('replaces %s that is no approval', (_, before, after) => {
    expect(approved(note(`${FRONT}${before}insight_by: ai\n`))).toBe(note(`${FRONT}${after}insight_by: ai\n`));
  });

  test('is refused in place of what another key shares, with the reason', () => {
    const front = `${FRONT}dek: &a yes\napproved: *a\n`;
    const { text, diagnostics } = approve(note(front), { by: 'A', at: AT });
    expect(text).toBeUndefined();
    expect(diagnostics[0]?.message).toBe('approved must be a record with by, at and hash');
  });
});

describe('a correction', () => {
  const CORRECTIONS = `updated: ${AT}\n`;
  test.each<[string, string, string]>([
    ['the first one', FRONT, `${FRONT}${CORRECTIONS}corrections:\n${ITEM}`],
    [
      'below others',
      `${FRONT}corrections:\n  - date: 2026-05-01\n    text: One.\n  # two\n  - text: Two. # b\n    # c\nednote: x\n`,
      `${FRONT}${CORRECTIONS}corrections:\n  - date: 2026-05-01\n    text: One.\n  # two\n  - text: Two. # b\n    # c\n${ITEM}ednote: x\n`,
    ],
    [
      'below one without indentation',
      `${FRONT}corrections:\n-   text: One.\n`,
      `${FRONT}${CORRECTIONS}corrections:\n-   text: One.\n-   date: ${AT}\n    text: "It's the wrong year."\n`,
    ],
    [
      'below a block scalar',
      `${FRONT}corrections:\n  - text: >\n      One\n      more.\n\nednote: x\n`,
      `${FRONT}${CORRECTIONS}corrections:\n  - text: >\n      One\n      more.\n${ITEM}\nednote: x\n`,
    ],
    [
      'below records in braces',
      `${FRONT}corrections:\n  - { text: One. }\n`,
      `${FRONT}${CORRECTIONS}corrections:\n  - { text: One. }\n  - ${FLOW}\n`,
    ],
    [
      'in a list in brackets',
      `${FRONT}corrections: [{ text: One. }, ] # c\n`,
      `${FRONT}${CORRECTIONS}corrections: [{ text: One. }, ${FLOW}, ] # c\n`,
    ],
    ['in an empty list', `${FRONT}corrections: []\n`, `${FRONT}${CORRECTIONS}corrections: [${FLOW}]\n`],
    ['under a key without a value', `${FRONT}corrections:\n`, `${FRONT}${CORRECTIONS}corrections: [${FLOW}]\n`],
    ['in place of null', `${FRONT}corrections: ~ # c\n`, `${FRONT}${CORRECTIONS}corrections: [${FLOW}] # c\n`],
    [
      'with the time of an earlier one',
      `${FRONT}date: 2026-05-01T09:00:00Z\nupdated: "2026-05-02T09:00:00Z" # u\n`,
      `${FRONT}date: 2026-05-01T09:00:00Z\nupdated: "${AT}" # u\ncorrections:\n${ITEM}`,
    ],
  ])('%s', (_, front, expected) => {
    const text = corrected(note(front));
    expect(text).toBe(note(expected));
    expect(render(text ?? '', { to: 'text' }).text).toContain("It's the wrong year.");
  });

  test('in JSON', () => {
    const json = '{"headline": "Lab", "corrections": [\n    { "text": "One." }\n  ]}';
    const item = `{ "date": "${AT}", "text": "It's the wrong year." }`;
    expect(corrected(json, 'a.json')).toBe(
      `{"headline": "Lab", "updated": "${AT}", "corrections": [\n    { "text": "One." },\n    ${item}\n  ]}`,
    );
    expect(corrected('{}', 'a.json')).toBe(`{ "updated": "${AT}", "corrections": [${item}] }`);
  });

  test('of a note without front matter, and of one without text', () => {
    expect(corrected('A lab opened.\n')).toBe(`---\nupdated: ${AT}\ncorrections:\n${ITEM}---\n\nA lab opened.\n`);
    expect(corrected('')).toBe(`---\nupdated: ${AT}\ncorrections:\n${ITEM}---\n`);
    expect(corrected('---\n---\nA lab.\n')).toBe(`---\nupdated: ${AT}\ncorrections:\n${ITEM}---\nA lab.\n`);
  });

  test.each([
    'a: b',
    "it's",
    '"',
    'We\'re "#1"',
    '- x',
    '[x]',
    '{x',
    '港口：关闭',
    '5',
    'yes',
    'null',
    'a # b',
    'a\\b',
    '&a',
    '  two\n lines  ',
  ])('says %j', (text) => {
    const line = text.replace(/\s+/g, ' ').trim();
    for (const front of [FRONT, `${FRONT}corrections: [{ text: One. }]\n`, `{ headline: L, source: S }\n`]) {
      const result = correct(note(front), { correction: text, at: AT });
      expect(JSON.parse(render(result.text ?? '', { to: 'json' }).text ?? '').corrections.at(-1)).toEqual({
        date: AT,
        text: line,
      });
    }
  });

  test('is refused for a value that is no list, with the reason', () => {
    const result = correct(note(`${FRONT}corrections: { text: One. }\n`), { correction: 'Two.', at: AT });
    expect(result.text).toBeUndefined();
    expect(result.diagnostics.map(({ message }) => message)).toEqual([
      'corrections must be a list of records with a date and a text',
    ]);
  });

  test('is refused where the edit would change another key', () => {
    expect(correct(note(`${FRONT}x: &c [{ text: A }]\ncorrections: *c\n`), { correction: 'B', at: AT })).toEqual({
      diagnostics: [],
    });
    const last = `${FRONT}date: &d 2026-05-01T09:00:00Z\nupdated: *d\n`;
    expect(correct(note(last), { correction: 'B', at: AT }).text).toBeUndefined();
    const shared = `${FRONT}updated: &u 2026-05-01T09:00:00Z\nexpires: *u\n`;
    expect(correct(note(shared), { correction: 'B', at: AT }).text).toBeUndefined();
  });

  test('returns the approval that it voids', () => {
    const { text = '' } = approve(note(FRONT), { by: 'Ada Okafor', at: AT });
    const result = correct(text, { correction: 'One.', at: AT });
    expect(result.approval?.by).toBe('Ada Okafor');
    expect(render(result.text ?? '').diagnostics.map(({ rule }) => rule)).toContain('void-approval');
  });
});

describe('a withdrawal', () => {
  test.each<[string, string, string]>([
    ['of a note without a status', FRONT, `${FRONT}updated: ${AT}\nstatus: withdrawn\n`],
    [
      'of a published one',
      `${FRONT}status: 'published' # live\nupdated:\n`,
      `${FRONT}status: 'withdrawn' # live\nupdated: ${AT}\n`,
    ],
    ['of a withdrawn one', `${FRONT}status: withdrawn\n`, `${FRONT}status: withdrawn\n`],
  ])('%s', (_, front, expected) => {
    expect(withdrawn(note(front))).toBe(note(expected));
    expect(render(withdrawn(note(front)) ?? '').diagnostics.map(({ rule }) => rule)).toContain('withdrawn');
  });
});

test.each<[string, () => unknown, string]>([
  ['no name', () => approve('x', { by: ' ', at: AT }), "approve: 'by' must be printable text"],
  [
    'a control character',
    () => correct('x', { correction: 'a\u0007', at: AT }),
    "correct: 'correction' must be printable text",
  ],
  [
    'a day',
    () => withdraw('x', { at: '2026-05-08' }),
    "withdraw: 'at' must be ISO 8601 with an offset, such as 2026-05-07T09:00:00Z",
  ],
])('%s is refused', (_, call, message) => {
  expect(call).toThrow(new RangeError(message));
});
