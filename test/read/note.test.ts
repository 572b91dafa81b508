import { describe, expect, test } from 'vitest';
import { readPost, render } from '../../src/index.ts';
import { positionAt } from '../../src/text/index.ts';

const REST = '\n\n## Insight\n\nI\n\n## Laws\n\n- L\n';

function note(front: string, body = 'B'): string {
  return `---\n${front}\n---\n\n${body}${REST}`;
}

/** `line:column rule — advice`, for each diagnostic. */
function said(text: string, path = 'x.md'): readonly string[] {
  return readPost(text, { path }).diagnostics.map(({ source, span, rule, advice }) => {
    const { line, column } = positionAt(source, span.start);
    return `${line}:${column} ${rule} — ${advice}`;
  });
}

function sourceOf(line: string): unknown {
  return readPost(note('headline: H', `B\n\n${line}`)).post?.article.source;
}

describe('the source line', () => {
  test.each([
    ['Source: A', [{ name: 'A' }]],
    ['Source&#58; A', [{ name: 'A' }]],
    ['Source&colon; A', [{ name: 'A' }]],
    ['Source: A; B', [{ name: 'A' }, { name: 'B' }]],
    ['source :  A;  B ;', [{ name: 'A' }, { name: 'B ;' }]],
    [
      'Sources: A; [B](https://b.example) (2026-05-07)',
      [
        { name: 'A' },
        {
          name: 'B (2026-05-07)',
          tokens: [
            { type: 'link', href: 'https://b.example', tokens: [{ type: 'text', text: 'B' }] },
            { type: 'text', text: ' (2026-05-07)' },
          ],
        },
      ],
    ],
    ['Source: [A; B](https://a.example); C', [{ name: 'A; B', url: 'https://a.example' }, { name: 'C' }]],
    ['Source: [A](javascript:alert(1))', [{ name: 'A' }]],
    ['**Source:** A', [{ name: 'A' }]],
    ['**Source**: A; B', [{ name: 'A' }, { name: 'B' }]],
    ['**Source: A**', [{ name: 'A', tokens: [{ type: 'strong', tokens: [{ type: 'text', text: 'A' }] }] }]],
    ['来源：甲；乙', [{ name: '甲' }, { name: '乙' }]],
  ])('%s', (line, source) => expect(sourceOf(line)).toEqual(source));

  test('a list of sources survives Markdown', () => {
    const post = render(note('headline: H\nsource: [A, { name: B, url: "https://b.example" }]')).text ?? '';
    expect(sourceOf(/^Source.*$/m.exec(post)?.[0] ?? '')).toEqual([
      { name: 'A' },
      { name: 'B', url: 'https://b.example' },
    ]);
  });
  test('one that says what the front matter says is taken; one that differs is text', () => {
    expect(said(note('headline: H\nsource: [A, B]', 'B\n\nSource: A; B'))).toEqual([]);
    expect(said(note('headline: H\nsource: A', 'B\n\nSource: A; B'))).toEqual(['8:1 two-sources — Keep one of them.']);
  });
});

describe('a comment that YAML makes of a text', () => {
  test.each([
    ["headline: We're #1\nsource: S", '2:17 yaml-comment — Quote the value: headline: "We\'re #1"'],
    ['headline: H\nsource: S #2 of 3', '3:11 yaml-comment — Quote the value: source: "S #2 of 3"'],
    ['headline: H\nsource: S\nsummary: a #b', '4:12 yaml-comment — Quote the value: summary: "a #b"'],
    ['headline: H\nsource: S\ndek: #1', '4:6 yaml-comment — Quote the value: dek: "#1"'],
  ])('%j', (front, message) => expect(said(note(front))).toEqual([message]));
  test.each([
    'headline: H\nsource: S   # who said it',
    'headline: H # a comment\nsource: S',
    'headline: "H" #a\nsource: S',
    'headline: H\nsource: S\nslug: x #a',
    'headline: C# Wins\nsource: S',
  ])('%j is as meant', (front) => expect(said(note(front))).toEqual([]));
});

describe('values', () => {
  test.each([
    'source: { name: S, date: 2026-05-07 }',
    'source: S\ncorrections: [{ date: 2026-05-08, text: x }]',
    'source: S\ncorrections: [{ date: 2026-05-08T10:00:00, text: x }]',
  ])('%j: a day is enough for what is printed as one', (front) =>
    expect(said(note(`headline: H\n${front}`))).toEqual([]),
  );
  test('of a wrong correction the advice can be followed', () => {
    const [message = ''] = said(note('headline: H\nsource: S\ncorrections: [x]'));
    const [, line = ''] = /like this: (.*)$/.exec(message) ?? [];
    expect(said(note(`headline: H\nsource: S\ncorrections:\n${line}`))).toEqual([]);
    expect(said(note('headline: H\nsource: S\ncorrections: x'))).toEqual([message.replace('4:15', '4:14')]);
    expect(said(note('headline: H\nsource: S\ncorrections: [{ date: 2026-05-08 }]'))[0]).toContain(line);
  });
});

describe('an unclosed code block', () => {
  test('is reported if sections are missing', () => {
    const open = said(`---\nheadline: H\nsource: S\n---\n\nB\n\n\`\`\`js\nx\n${REST}`);
    expect(open).toContain("8:1 unclosed-fence — Close it with a line of '```'.");
    expect(open.map((message) => message.split(' ')[1])).toEqual(['unclosed-fence', 'missing-insight', 'missing-laws']);
  });
  test('is not reported if it is closed or nothing is missing', () => {
    expect(said('---\nheadline: H\nsource: S\n---\n\n```\nx\n````\n').join()).not.toContain('unclosed');
    expect(said(`${note('headline: H\nsource: S')}\n\`\`\`\nx\n`)).toEqual([]);
  });
});

describe('a merge conflict', () => {
  const ours = '<<<<<<< HEAD\nOne.\n=======\nTwo.\n>>>>>>> desk\n';
  const found = (text: string, path?: string) =>
    readPost(text, path === undefined ? {} : { path }).diagnostics.filter(({ rule }) => rule === 'merge-conflict');

  test.each([
    ['in the text', `---\nheadline: A\n---\n\n${ours}`, 21],
    ['with the base between', '---\n---\n\n<<<<<<< a\nx\n||||||| b\ny\n=======\nz\n>>>>>>> c\n', 9],
    ['in the front matter', '---\n<<<<<<< HEAD\nheadline: A\n=======\nheadline: B\n>>>>>>> desk\n---\n\nx\n', 4],
    ['over both', '<<<<<<< HEAD\n---\nheadline: A\n---\n=======\nx\n>>>>>>> desk\n', 0],
  ])('%s makes the note unreadable', (_, text, start) => {
    expect(found(text)).toMatchObject([{ severity: 'fatal', span: { start } }]);
  });
  test.each([['n.yaml'], ['n.json']])('in %s', (path) => {
    expect(found('{\n<<<<<<< a\n"headline": "A"\n=======\n"headline": "B"\n>>>>>>> b\n}\n', path)).toHaveLength(1);
  });
  test.each([
    ['in a code block it is an example', `---\nheadline: A\n---\n\n\`\`\`\n${ours}\`\`\`\n`],
    ['half of one is none', '---\nheadline: A\n---\n\n<<<<<<< HEAD\n\nx\n=======\n'],
  ])('%s', (_, text) => {
    expect(found(text)).toEqual([]);
  });
});
