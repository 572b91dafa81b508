import { describe, expect, test } from 'vitest';
import { format } from '../../src/format.ts';

/* The front matter is edited as text: what stands inside a value stays as the writer spelled it. */

const BODY = '\nBody.\n';

async function shaped(yaml: string): Promise<string | undefined> {
  const { text, unformatted } = await format(`---\n${yaml}---\n${BODY}`);
  expect(unformatted).toEqual([]);
  expect((await format(text ?? '')).text).toBe(text);
  expect(text?.endsWith(`---\n${BODY}`)).toBe(true);
  return text?.slice(4, -`---\n${BODY}`.length);
}

test.each([
  ['keys in order, under their names', 'tags: [a]\n来源: S\ntitle: H\n', 'headline: H\nsource: S\ntopics: [a]\n'],
  [
    'unknown keys behind them, in their own order',
    'zeta: 1\nheadline: H\nalpha: 2\n',
    'headline: H\nzeta: 1\nalpha: 2\n',
  ],
  ['one space behind the colon, none before it', 'headline :   H\nsource:\tS   \n', 'headline: H\nsource: S\n'],
  ['comments at the end of a line', 'headline: H    #  c\nsource:   # d\n', 'headline: H    #  c\nsource: # d\n'],
  [
    'comments move with the key below them',
    '# of s\nsource: S\n# of h 1\n\n# of h 2\nheadline: H\n',
    '# of h 1\n# of h 2\nheadline: H\n# of s\nsource: S\n',
  ],
  [
    'a comment that a blank line parts from the first key stays at the top',
    '# top\n\n\nsource: S\nheadline: H\n',
    '# top\n\nheadline: H\nsource: S\n',
  ],
  ['comments behind the last value stay there', 'source: S\nheadline: H\n# end\n', 'headline: H\nsource: S\n# end\n'],
  [
    'comments inside a value stay in it',
    'corrections:\n  # c\n  - text: x\n  # d\n\nheadline: H\n',
    'headline: H\ncorrections:\n  # c\n  - text: x\n  # d\n',
  ],
  [
    'values as they are spelled',
    "headline:  'It''s'\nslug: \"a-b\"\nx: 0x1F\ny: [ 1,2 ]\nz: {a:  b}\n",
    "headline: 'It''s'\nslug: \"a-b\"\nx: 0x1F\ny: [ 1,2 ]\nz: {a:  b}\n",
  ],
  [
    'block scalars',
    'ednote: |\n  a  \n\n   b\n\nheadline: >-\n  H\n  i\n',
    'headline: >-\n  H\n  i\nednote: |\n  a  \n\n   b\n',
  ],
  ['a block scalar that keeps its end', 'ednote: |+\n  a\n\nheadline: H\n', 'headline: H\nednote: |+\n  a\n\n'],
  [
    'values over several lines',
    'dek: "a\n  b"\ntopics:\n- x\n- y\nheadline: H\n',
    'headline: H\ndek: "a\n  b"\ntopics:\n- x\n- y\n',
  ],
  ['blank lines between keys go', '\nheadline: H\n\n\nsource: S\n\n', 'headline: H\nsource: S\n'],
  ['quoted keys', '"source": S\n\'headline\': H\n"my key":  x\n', 'headline: H\nsource: S\n"my key": x\n'],
  ['keys that stand twice are for check', 'title: T\nheadline: H\n', 'title: T\nheadline: H\n'],
  [
    'nothing changes places where anchors do',
    'source: &a S\nheadline:  H\nslug: *a\n',
    'source: &a S\nheadline: H\nslug: *a\n',
  ],
  ['nor with merge keys', 'x: &b { c: d }\n<<: *b\nheadline: H\n', 'x: &b { c: d }\n<<: *b\nheadline: H\n'],
  ['flow maps stay', '{source: S,   headline: H}\n', '{source: S,   headline: H}\n'],
  ['keys with a question mark stay', '? source\n:  S\nheadline:  H\n', '? source\n:  S\nheadline:  H\n'],
  ['nothing at all', '', ''],
  ['comments alone', '# a\n\n#  b\n', '# a\n#  b\n'],
] as const)('%s', async (_, written, shape) => {
  expect(await shaped(written)).toBe(shape);
});

test.each([
  ['headline:\nsource: S\n', '# H\n', 'headline: H\nsource: S\n'],
  ['source: S\ntitle:   # TK\n', '# H\n', 'headline: H # TK\nsource: S\n'],
  ['headline: ~\nslug: a\n', '# H\n', 'headline: H\nslug: a\n'],
  ['headline: H\nsource:\nslug: a\n', '', 'headline: H\nsource: S\nslug: a\n', '\nSource: S\n'],
  ['headline: ""\nslug: a\n', '# H\n', 'headline: ""\nslug: a\n'],
])('a key without a value is filled from the text: %j', async (yaml, above, expected, below = '') => {
  const { text } = await format(`---\n${yaml}---\n\n${above}${BODY}${below}`);
  const rest = expected.includes('""') ? `\n${above}${BODY}` : BODY;
  expect(text).toBe(`---\n${expected}---\n${rest}`);
  expect((await format(text ?? '')).text).toBe(text);
});

describe('fences', () => {
  test.each([
    '---yaml\nheadline: H\n---\n\nB.\n',
    '---  \nheadline: H\n---\t\n\n\nB.\n',
    '---\nheadline: H\n---\nB.\n',
  ])('%j', async (text) => {
    expect((await format(text)).text).toBe('---\nheadline: H\n---\n\nB.\n');
  });
  test('without a body', async () => {
    expect((await format('---\nheadline: H\n---')).text).toBe('---\nheadline: H\n---\n');
  });
  test.each([
    ['---js\nmodule.exports = {}\n---\n', 'front-matter-fence'],
    ['---\nheadline: H\n', 'front-matter-fence'],
    ['---\nheadline: a: b\n---\n', 'invalid-yaml'],
    ['---\nheadline: a\nheadline: b\n---\n', 'duplicate-key'],
  ])('%j is not formatted', async (text, rule) => {
    const { text: shape, diagnostics } = await format(text);
    expect(shape).toBeUndefined();
    expect(diagnostics.map((diagnostic) => diagnostic.rule)).toEqual([rule]);
  });
});

describe('byte order mark and line ends', () => {
  const written = ['---', 'source:  S', 'headline: H', '---', 'a', 'b', ''];
  const shape = ['---', 'headline: H', 'source: S', '---', '', 'a b', ''];
  for (const bom of ['', '\ufeff']) {
    for (const eol of ['\n', '\r\n']) {
      test(`${bom === '' ? 'none' : 'BOM'} and ${JSON.stringify(eol)} are kept, or as the house has them`, async () => {
        const text = bom + written.join(eol);
        expect((await format(text)).text).toBe(bom + shape.join(eol));
        expect((await format(text, { endOfLine: 'lf' })).text).toBe(bom + shape.join('\n'));
        expect((await format(text, { endOfLine: 'crlf' })).text).toBe(bom + shape.join('\r\n'));
        expect((await format(text, { removeBom: true })).text).toBe(shape.join(eol));
      });
    }
  }
  test('the first line decides for mixed ends', async () => {
    expect((await format('---\r\nheadline: H\n---\n\na\rb\n')).text).toBe('---\r\nheadline: H\r\n---\r\n\r\na b\r\n');
    expect((await format('---\nheadline: H\r\n---\r\n\r\na\r\n')).text).toBe('---\nheadline: H\n---\n\na\n');
  });
  test('only the ends of lines can be out of shape', async () => {
    expect((await format('---\nheadline: H\n---\n\na\r\n')).text).toBe('---\nheadline: H\n---\n\na\n');
  });
});
