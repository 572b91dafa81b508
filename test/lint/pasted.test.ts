import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { check } from '../../src/check.ts';
import { fix } from '../../src/fix.ts';
import { format } from '../../src/format.ts';
import { readSpecs } from '../specs.ts';
import { exampleNote } from './example.ts';
import '../seed.ts';

const RULE = 'raw-html';
const options = { rules: [RULE, 'not-formatted'], unsafe: true };

const bodyOf = (note: string): string => note.slice(note.indexOf('---\n\n') + 5, note.indexOf('\n\n## Insight'));

/* Pasted HTML was printed with its tags, and nothing could convert it. */
describe.each(readSpecs(join(import.meta.dirname, 'pasted')))('$name', ({ specs }) => {
  test.each(specs)('$title', async ({ input, output }) => {
    const once = await fix(exampleNote({ body: input.trimEnd() }), options);
    expect(`${bodyOf(once.text)}\n`).toBe(output);
    expect((await fix(once.text, options)).text).toBe(once.text);
    expect((await format(once.text)).text).toBe(once.text);
    const again = await check(once.text, { rules: [RULE] });
    expect(again.findings.filter(({ fix: more }) => more)).toEqual([]);
  });

  test.each(specs)('$title: nothing changes without --unsafe-fixes', async ({ input }) => {
    const note = exampleNote({ body: input.trimEnd() });
    const { findings } = await check(note, { rules: [RULE] });
    expect(findings.length).toBeGreaterThan(0);
    expect((await fix(note, { rules: [RULE] })).text).toBe(note);
  });
});

/** The source of each finding. */
async function findings(body: string): Promise<readonly string[]> {
  const note = exampleNote({ body });
  const found = await check(note, { rules: [RULE] });
  return found.findings.map(({ span }) => note.slice(span.start, span.end));
}

describe('one pasted page is one finding', () => {
  test.each([
    ['blocks', '<p>a</p>\n\n<p>b</p>\n\n<ul>\n<li>c</li>\n</ul>', ['<p>a</p>\n\n<p>b</p>\n\n<ul>\n<li>c</li>\n</ul>']],
    ['Markdown between', '<p>a</p>\n\nb\n\n<p>c</p>', ['<p>a</p>', '<p>c</p>']],
    ['a page in one line', '<b><p>a</p><p>b</p></b>', ['<b><p>a</p><p>b</p></b>']],
    [
      'comments of a program',
      '<p>a</p>\n<!-- /wp:paragraph -->\n\n<!-- wp:list -->\n<ul><li>b</li></ul>',
      ['<p>a</p>\n<!-- /wp:paragraph -->\n\n<!-- wp:list -->\n<ul><li>b</li></ul>'],
    ],
    ['a comment of the desk', '<p>a</p>\n\n<!-- check -->\n\n<p>b</p>', ['<p>a</p>', '<p>b</p>']],
  ] as const)('%s', async (_, body, expected) => expect(await findings(body)).toEqual(expected));

  test('a comment for copydesk is about the next block only', async () => {
    const body = '<!-- copydesk-ignore raw-html: an embed -->\n\n<iframe></iframe>\n\n<p>a</p>\n\n<p>b</p>';
    expect(await findings(body)).toEqual(['<p>a</p>\n\n<p>b</p>']);
  });
});

test('a heading that is pasted first is the headline of a note without one', async () => {
  const note = '---\nsource: The Desk\n---\n\n<h1>Port Sells Its Time</h1><p>It did.</p>\n';
  const { text } = await fix(note, options);
  expect(text).toBe('---\nheadline: Port Sells Its Time\nsource: The Desk\n---\n\nIt did.\n');
});

test('a page beside a list stays, because it would join the list', async () => {
  const body = '- a\n\n<ul><li>b</li></ul>';
  expect(bodyOf((await fix(exampleNote({ body }), options)).text)).toBe(body);
});

test('structured notes stay as typed', async () => {
  const note = 'headline: H\nsource: S\nbody: <p>a</p>\n';
  expect((await fix(note, { ...options, path: 'note.yaml' })).text).toBe(note);
});

/** Whole elements, so that something can be converted. */
const ELEMENTS = [
  '<b>old</b>',
  '<i>"It"</i>',
  '<a href="b">c</a>',
  '<p>The <em>port</em>.</p>',
  '\n\n<p>a</p><p>b</p>\n\n',
  '<ul><li>a</li></ul>',
  '<div>c</div>',
];

const PARTS = [
  ...[
    '<p>',
    '</p>',
    '<div>',
    '</div>',
    '<div class="x">',
    '<b>',
    '</b>',
    '<em>',
    '</em>',
    '<a href="https://a.example/x">',
    '</a>',
  ],
  ...[
    '<ul>',
    '</ul>',
    '<li>',
    '</li>',
    '<ol start=3>',
    '</ol>',
    '<blockquote>',
    '</blockquote>',
    '<h1>',
    '</h1>',
    '<h2>',
    '</h2>',
  ],
  ...[
    '<br>',
    '<br class=x>',
    '<sub>',
    '</sub>',
    '<span style="font-weight:700">',
    '</span>',
    '<img src="a.jpg" alt="A *b*">',
    '<u>',
    '</u>',
  ],
  ...[
    '<table>',
    '<tr>',
    '<td>',
    '<th>',
    '</table>',
    '<pre>',
    '</pre>',
    '<hr>',
    '<iframe></iframe>',
    '<script>',
    '</script>',
    '<o:p>',
  ],
  ...[
    '<!-- wp:x -->',
    '<!-- x -->',
    '<!--',
    '-->',
    '<![if x]>',
    '&nbsp;',
    '&lt;b&gt;',
    '<',
    '*',
    '**',
    '_',
    '`',
    '~~',
    '[',
    '](b)',
    '![',
  ],
  ...[
    '# ',
    '- ',
    '1. ',
    '> ',
    '|',
    '\n',
    '\n\n',
    '\n\n',
    '    ',
    '  \n',
    '\\',
    '---',
    '```',
    '\n\n## Laws\n\n',
    '| a |\n| --- |\n',
    ' ',
    ' ',
  ],
  ...[
    'The port',
    'sold it',
    '他说',
    '“重点”',
    '。',
    'Source: X',
    '2028. ',
    'https://a.example/x',
    'a@b.example',
    '\u3000',
  ],
];

test('fixes of any mixture of HTML and Markdown end, and a second fix changes nothing', async () => {
  const part = fc.oneof(fc.constantFrom(...PARTS), fc.constantFrom(...ELEMENTS));
  let converted = 0;
  const runs = Number(process.env.RUNS ?? 200);
  await fc.assert(
    fc.asyncProperty(fc.array(part, { minLength: 1, maxLength: 15 }), async (parts) => {
      const note = exampleNote({ body: parts.join('') });
      const once = await fix(note, { unsafe: true });
      expect((await fix(once.text, { unsafe: true })).text).toBe(once.text);
      if ((await fix(note, { unsafe: true, rules: [RULE] })).fixed > 0) converted++;
    }),
    { numRuns: runs },
  );
  expect(converted).toBeGreaterThan(runs / 10);
});
