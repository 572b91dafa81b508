import { describe, expect, test } from 'vitest';
import type { Data } from '../../../src/model/data.ts';
import { readFrontMatter } from '../../../src/read/front-matter/index.ts';
import { createSource, positionAt } from '../../../src/text/index.ts';

function plain(data: Data): unknown {
  switch (data.kind) {
    case 'scalar':
      return data.value;
    case 'sequence':
      return data.items.map(plain);
    case 'mapping':
      return Object.fromEntries(data.entries.map(({ name, value }) => [name, plain(value)]));
  }
}

/** The data, or `line:column message — advice`. */
function read(text: string): unknown {
  const source = createSource('x.md', text);
  const result = readFrontMatter(source);
  if ('frontMatter' in result) return plain(result.frontMatter.mapping);
  const { message, advice, span } = result.problem;
  const { line, column } = positionAt(source, span.start);
  return `${line}:${column} ${message}${advice === undefined ? '' : ` — ${advice}`}`;
}

describe('fences', () => {
  test.each([
    ['---\na: b\n---\nbody', { a: 'b' }],
    ['---\na: b\n---', { a: 'b' }],
    ['---yaml\na: b\n---\n', { a: 'b' }],
    ['--- yaml \na: b\n---\t\n', { a: 'b' }],
    ['---   \na: b\n---   \nbody', { a: 'b' }],
    ['---\n---\nbody', {}],
    ['---\n# only a comment\n\n---\nbody', {}],
    ['no front matter', {}],
    ['', {}],
    ['----\n\nA rule, and text.', {}],
    ['\ufeff---\r\na: b\r\n---\r\nbody', { a: 'b' }],
    ['\ufeff---\na: b\n---\n', { a: 'b' }],
    ['---\r\na: b\r\n---\r\n', { a: 'b' }],
    ['---\ra: b\r---\rbody', { a: 'b' }],
    // gray-matter would end the front matter at each of these lines.
    ['---\na: |\n  x\n  ----\nb: c\n---\n', { a: 'x\n----\n', b: 'c' }],
  ])('%j reads', (text, data) => expect(read(text)).toEqual(data));

  test.each([
    ['\ufeff\ufeff---\na: b\n---\n', '1:1 second byte order mark before the text — Remove it.'],
    ['---js\na: b\n---\n', "1:1 unsupported front matter language 'js' — Write YAML between two '---' lines."],
    ['---JS\na: b\n---\n', "1:1 unsupported front matter language 'JS' — Write YAML between two '---' lines."],
    [
      '--- javascript\na: b\n---\n',
      "1:1 unsupported front matter language 'javascript' — Write YAML between two '---' lines.",
    ],
    [
      '---constructor\na: b\n---\n',
      "1:1 unsupported front matter language 'constructor' — Write YAML between two '---' lines.",
    ],
    [
      '---toString\na: b\n---\n',
      "1:1 unsupported front matter language 'toString' — Write YAML between two '---' lines.",
    ],
    ['---\na: b\nbody', "1:1 unclosed front matter — Close it with a '---' line, or write '***' for a thematic break."],
    [
      '---\na: b\n----\nbody',
      "3:1 '----' does not close the front matter — Close it with a line of three hyphens: '---'.",
    ],
    [
      '---\na: b\n---foo\nbody',
      "3:1 '---foo' does not close the front matter — Close it with a line of three hyphens: '---'.",
    ],
    [
      '---\na: b\n...\nbody',
      "3:1 '...' does not close the front matter — Close it with a line of three hyphens: '---'.",
    ],
    ['----\nheadline: b\n----\nbody', "1:1 front matter fence has 4 hyphens — Use three hyphens: '---'."],
    [
      '\n\n---\nheadline: b\n---\nbody',
      "1:1 front matter does not start on the first line — Remove everything before the '---' line.",
    ],
    [
      '---\nProse between two rules.\n---\nbody',
      '2:1 expected keys and values — Write lines of the form key: value. Write *** for a thematic break in the text.',
    ],
  ])('%j is refused', (text, message) => expect(read(text)).toBe(message));
});

describe('a line --- inside a value', () => {
  const cut = (line: number) =>
    `${line}:1 this line ends the front matter inside 'dek' — Indent it like the text of 'dek', or remove it.`;
  test.each([
    ['---\nheadline: H\ndek: |\n  a\n---\n  b\n---\n\nB', cut(5)],
    ['---\ndek: >-\n  a\n\n---\nheadline: H\n---\n\nB', cut(5)],
    ['---\ndek: |\n---\n  b\nsource: S\n---\nB', cut(3)],
    ['---\ndek: |\n  a\n---\n\n  b\n\nheadline: H\n---\nB', cut(4)],
  ])('%j is refused', (text, message) => expect(read(text)).toBe(message));
  test.each([
    ['---\ndek: |\n  a\n---\n\nBody.\n\n---\n\nMore.'],
    ['---\ndek: |\n  a\n---\nBody.\n---\nMore.'],
    ['---\ndek: |\n  a\n---\n\nNote: text.\n\n---\n'],
    ['---\ndek: |\n  a\n---\n\n    code\n\n---\n'],
    ['---\ndek: |\n  a\n---\n\n---\n'],
    ['---\ndek: |\n  a\n---\n  b'],
    ['---\ndek: |\n  a\n  ---\n---\n\nB'],
  ])('%j is a rule in the story', (text) => expect(read(text)).toMatchObject({ dek: expect.stringMatching(/^a\n/) }));
  test('of another key is one, too', () => {
    expect(read('---\ndek: |\n  a\nslug: x\n---\n  b\n---\n')).toEqual({ dek: 'a\n', slug: 'x' });
  });
});

describe('values', () => {
  test('everything stays as it was written: no dates, no octals, no times, no numbers', () => {
    const text =
      '---\na: 2024-02-31\nb: 2026-05-07T09:00:00+08:00\nc: 012\nd: 12:30:45\ne: 1.10\nf: 0x1F\ng: yes\nh: ~\ni:\n---\n';
    expect(read(text)).toEqual({
      a: '2024-02-31',
      b: '2026-05-07T09:00:00+08:00',
      c: '012',
      d: '12:30:45',
      e: '1.10',
      f: '0x1F',
      g: 'yes',
      h: null,
      i: null,
    });
  });
  test('lists, maps, block scalars, aliases, flow', () => {
    const text =
      '---\na: [x, "y"]\nb:\n  - name: n\n    url: u\nc: >-\n  folded\n  text\nd: &x one\ne: *x\nf: {g: h}\n---\n';
    expect(read(text)).toEqual({
      a: ['x', 'y'],
      b: [{ name: 'n', url: 'u' }],
      c: 'folded text',
      d: 'one',
      e: 'one',
      f: { g: 'h' },
    });
  });
  test.each([
    ['headline: A: b', '2:11 a colon inside the value makes YAML read it as a key — Quote the value: headline: "A: b"'],
    [
      "headline: 'Night' Lab Opens",
      '2:11 unexpected text after the value — Quote the value: headline: "\'Night\' Lab Opens"',
    ],
    [
      'headline: "Night" Lab Opens',
      '2:11 unexpected text after the value — Quote the value: headline: \'"Night" Lab Opens\'',
    ],
    ['headline: @lab opens', '2:11 a value cannot start with this character — Quote the value: headline: "@lab opens"'],
    [
      'headline: `lab` opens',
      '2:11 a value cannot start with this character — Quote the value: headline: "`lab` opens"',
    ],
    [
      'headline: *Lab* opens',
      '2:11 YAML reads a value that starts with * as an alias — Quote the value: headline: "*Lab* opens"',
    ],
    ['headline: *Lab', '2:11 YAML reads a value that starts with * as an alias — Quote the value: headline: "*Lab"'],
    [
      'headline: !Lab opens',
      '2:11 YAML reads a value that starts with ! as a tag — Quote the value: headline: "!Lab opens"',
    ],
    [
      'headline: [Exclusive] Lab opens',
      '2:11 unexpected text after the value — Quote the value: headline: "[Exclusive] Lab opens"',
    ],
    [
      'headline: "Lab opens',
      '2:11 unclosed quotation mark — Close it before the end of the line. Inside "…", write \\" for a quotation mark.',
    ],
    ...[
      ['headline: [Lab opens', '2:11', ']'],
      ['headline: [Lab opens # now\nsource: S', '2:11', ']'],
      ['a: [x]\nbyline: [A, {name: "]}", b: it\'s}, [C\n  D\n\nsource: [S]', '3:9', ']]'],
      ['b: {c: [x # ]\n', '2:4', ']}'],
      ['source:\n  - [S\ndate: x', '3:5', ']'],
      ['source:\n  {name: "a [ b"\ndate: x', '3:3', '}'],
    ].map(([yaml, place, closing]) => [
      yaml,
      `${place} unclosed bracket — Close it with ${closing}, or quote the whole value.`,
    ]),
    ['headline: H\nsource:\n  - A\n B: c', '5:2 inconsistent indentation — Indent the lines alike, with spaces.'],
    ['headline: a\nheadline: b', "3:1 duplicate key 'headline' — Keep one of them."],
    ['source:\n\tname: b', '3:1 tab used for indentation — Indent with spaces.'],
    ['headline: "a\nb"', '3:1 a line that continues a quoted value is not indented — Indent it with spaces.'],
    ['headline: "\\u001b[31m"', '2:11 the value contains the control character U+001B — Remove it.'],
    ['headline: "\\ud800"', '2:11 the value contains the control character U+D800 — Remove it.'],
    [
      'headline: &Lab opens',
      '2:11 YAML reads a value that starts with & as an anchor — Quote the value: headline: "&Lab opens"',
    ],
    [
      "headline: 'Tis the season",
      '2:11 unclosed quotation mark — Close it before the end of the line. For an apostrophe, write headline: "\'Tis the season"',
    ],
    [
      "headline: 'Tis the season\nsource: Ann's lab",
      '2:11 unclosed quotation mark — Close it before the end of the line. For an apostrophe, write headline: "\'Tis the season"',
    ],
    [
      'headline: "Lab\nsource: "S"',
      '2:11 unclosed quotation mark — Close it before the end of the line. Inside "…", write \\" for a quotation mark.',
    ],
    [
      "headline: 'Tis the season to 'go'\nsource: S",
      "2:11 unexpected text after the value — Quote the value: headline: \"'Tis the season to 'go'\"",
    ],
    [
      'dek: "x\n  y"\nheadline: A: b',
      '4:11 a colon inside the value makes YAML read it as a key — Quote the value: headline: "A: b"',
    ],
    ...['headline：H', 'headline：H\nsource: S', 'headline ： H\nsource: S'].map((yaml) => [
      yaml,
      `2:9 full-width colon after the key 'headline' — Write an ASCII colon and a space: headline: H`,
    ]),
    [
      'source: S\nheadline:H',
      "3:9 missing space after the colon of 'headline' — Write the colon and a space: headline: H",
    ],
    [
      'source: S\nnot a key\nslug: x',
      '3:1 expected a key and a value — Write key: value, and indent the lines that continue a value.',
    ],
    [
      'a: b\n--- x\nc: d',
      '3:1 text after the end of the YAML document — Indent the line if it is part of a value, or remove it.',
    ],
    [`a: ${'['.repeat(5000)}`, '2:4 the YAML is nested too deeply — Remove unintended brackets, or quote the value.'],
    [`a: ${'b: c '.repeat(100)}`, '2:4 a colon inside the value makes YAML read it as a key — Quote the whole value.'],
  ])('%j is explained', (yaml, message) => expect(read(`---\n${yaml}\n---\nbody\n`)).toBe(message));

  test('the same bad file gives the same error twice', () => {
    const bad = '---\nheadline: A: b\n---\nbody';
    expect(read(bad)).toEqual(read(bad));
    expect(read(bad)).toMatch(/^2:11/);
  });
  test('a changed result does not change the next', () => {
    const text = '---\na: [x]\n---\n';
    const first = read(text) as { a: string[] };
    first.a.push('y');
    expect(read(text)).toEqual({ a: ['x'] });
  });
});

describe('limits', () => {
  test('a billion laughs are refused', () => {
    const lines = ['a0: &a0 [x, x, x, x, x, x, x, x, x]'];
    for (let n = 1; n < 10; n++)
      lines.push(
        `a${n}: &a${n} [${Array(9)
          .fill(`*a${n - 1}`)
          .join(', ')}]`,
      );
    expect(read(`---\n${lines.join('\n')}\n---\n`)).toMatch(/the YAML expands to too many values/);
  });
  test('more than 64 KiB, more than 1,000 keys, deep nesting', () => {
    expect(read(`---\na: ${'x'.repeat(70_000)}\n---\n`)).toMatch(/longer than 64 KiB/);
    expect(read(`---\n${Array.from({ length: 1001 }, (_, n) => `k${n}: v`).join('\n')}\n---\n`)).toMatch(
      /more than 1000 keys/,
    );
    expect(read(`---\na: ${'['.repeat(20_000)}\n---\n`)).toMatch(/^\d+:\d+ /);
  });
});

/* Every tag that is not of the core schema, whatever the value. */
test.each([
  '!!set { a }',
  '!!binary aGk=',
  '!!omap [ a: 1 ]',
  '!!pairs [ a: 1 ]',
  '!!timestamp 2026-01-01',
  '!!merge a',
  '!mine a',
  '!!js/regexp /a/',
])('the tag of %s is refused at its place', (value) => {
  expect(read(`---\nx: ${value}\n---\n`)).toMatch(/^2:4 YAML reads a value that starts with ! as a tag — /);
  expect(read(`---\nx:\n  - ${value}\n---\n`)).toMatch(/^3:5 YAML reads a value that starts with ! as a tag — /);
});

test.each([
  ['!!str 5', '5'],
  ['!!int 5', '5'],
  ['!!map { a: b }', { a: 'b' }],
  ['!!seq [a]', ['a']],
  ['!!null', null],
])('the core tag of %s is read', (value, data) => {
  expect(read(`---\nx: ${value}\n---\n`)).toEqual({ x: data });
});
