import { micromark } from 'micromark';
import { gfm, gfmHtml } from 'micromark-extension-gfm';
import { describe, expect, test } from 'vitest';
import { check, fix, readPost, render } from '../../src/index.ts';
import { positionAt } from '../../src/text/index.ts';

const REST = '## Insight\n\nI\n\n## Laws\n\n- L\n';

function note(body: string, rest = ''): string {
  return `---\nheadline: H\nsource: S\n---\n\n${body}\n\n${REST}${rest}`;
}

const article = (body: string, rest?: string) => readPost(note(body, rest)).post?.article;
const said = (body: string) =>
  readPost(note(body)).diagnostics.map(({ source, span, message, advice }) => {
    const { line, column } = positionAt(source, span.start);
    return `${line - 5}:${column} ${message} — ${advice}`;
  });

/** The words of HTML, with `†` for each reference to a footnote: those of the text, and of each footnote. */
function wordsOf(html: string): readonly string[] {
  const words = (part: string) =>
    part
      .replace(/<a [^>]*(?:data-footnote-backref|doc-backlink)[^>]*>.*?<\/a>/g, '')
      .replace(/<sup>.*?<\/sup>/g, '†')
      .replace(/<[^>]+>/g, ' ')
      .replace(/\s+/g, ' ')
      .trim();
  const [text = '', notes = ''] = html.split(/<section/);
  return [
    words(text),
    ...notes
      .split(/<li id="[^"]*fn-/)
      .slice(1)
      .map((one) => words(`<li id="${one}`)),
  ];
}

describe('a parser of GitHub Flavored Markdown finds the same text and the same footnotes', () => {
  test.each([
    'A.[^1]\n\n[^1]: Note.',
    'A.[^1]\n[^1]: Note.',
    'A.[^1]\n[^1]: Note\ngoes on.\n[^2]: Other.\n\nB.[^2]',
    'A.[^a]\n\n[^A]: Note.',
    'A.[^1] B.[^1]\n\n[^1]: Note.\n\n[^1]: Second.',
    'A.[^1]\n\n[^1]: a\n\n    b\nc',
    'A.[^1]\n\n[^1]: a\n\n    b\n\nc',
    'A.[^1]\n\n[^1]:\n    a\n    b',
    'A.[^1]\n\n[^1]: a\n===',
    'A\n[^1]: x\n---',
    'A.[^1]\n\n[^1]: # Heading\nB',
    'A.[^1]\n\n[^1]: ~~~\n    code\n    ~~~\nB',
    'A.[^1]\n\n[^1]:\n        code\nB',
    'A.[^1]\n\n[^1]: - one\n    - two\n\n    > three',
    '- A.[^1]\n  [^1]: Note.\nlazy\n- B.',
    '- A.[^1]\n[^1]: Note.\n- B.',
    '> A.[^1]\n> [^1]: Note.\nlazy\n\nB.',
    '> A.[^1]\n[^1]: Note.',
    '| A[^1] |\n| --- |\n[^1]: Note.',
    'A.[^1]\n\n[^1]: x[^2]\n\n[^2]: y[^1]',
    '*A[^1]* **B**[^1] [C[^1]](https://c.example) ![^1]\n\n[^1]: Note.',
    'A.[^1][^2]\n\n[^1]: a\n\n[^2]: b',
    'A.[^no]',
    'A.[^a\\]b]\n\n[^a\\]b]: Note.',
    'A.[^a b]\n\n[^a b]: https://a.example',
    '`[^1]` \\[^1] A.[^1]\n\n[^1]: Note.',
  ])('%j', (body) => {
    const html = micromark(body, { extensions: [gfm()], htmlExtensions: [gfmHtml()] });
    const own = render(note(body), { to: 'html', fragment: true }).text ?? '';
    const [, text = ''] = /<div class="body">([\s\S]*?)<\/div>\n<p class="source">/.exec(own) ?? [];
    const [, notes = ''] = /(<section class="footnotes"[\s\S]*?<\/section>)/.exec(own) ?? [];
    expect(wordsOf(text + notes)).toEqual(wordsOf(html));
  });
});

describe('a definition is no part of the section in which it stands', () => {
  test('in the laws it is no law, and its blocks belong to it', () => {
    const found = article('A.[^1]', '- Two.\n\n[^1]: Note.\n\n    More.\n');
    expect(found?.laws).toHaveLength(2);
    expect(found?.footnotes).toMatchObject([{ label: '1', prose: [{ type: 'paragraph' }, { type: 'paragraph' }] }]);
  });

  test('below the source line it hides no source', () => {
    expect(
      readPost('# H\n\nA.[^1]\n\nSource: S\n\n[^1]: Note.\n\n## Insight\n\nI\n\n## Laws\n\n- L\n').post?.article,
    ).toMatchObject({
      source: [{ name: 'S' }],
      footnotes: [{ label: '1' }],
    });
  });

  test('in the private notes it is printed if the story refers to it', () => {
    expect(
      article('A.[^1]', '## Notes\n\nCall Ann.[^2]\n\n[^1]: Note.\n\n[^2]: Her number.\n')?.footnotes,
    ).toMatchObject([{ label: '1' }]);
  });
});

test('the texts of a structured note share their footnotes', () => {
  const data = {
    headline: 'H',
    source: 'S',
    body: ['A.[^1]', 'B.[^2]'],
    insight: 'I',
    laws: ['L', '[^2]: Two.', '[^1]: One.'],
  };
  const { post, diagnostics } = readPost(JSON.stringify(data), { path: 'x.json' });
  expect(diagnostics).toEqual([]);
  expect(post?.article).toMatchObject({ laws: [[{}]], footnotes: [{ label: '1' }, { label: '2' }] });
});

test('each definition that is not printed is reported, and nothing else', () => {
  expect(said('A.[^1] B.[^b]\n\n[^1]: One.\n\n[^B]: Two.')).toEqual([]);
  expect(said('A.[^1]\n\n[^1]: One.\n\n[^1]: Two.\n\n[^3]: Three.')).toEqual([
    "5:1 duplicate footnote '[^1]' is not printed — Give one of the two another label, or remove it.",
    "7:1 unused footnote '[^3]' is not printed — Write '[^3]' after the words that it belongs to, or remove it.",
  ]);
});

test('rules read the words of a footnote', async () => {
  const text = note('The quay was sold.[^1]\n\n[^1]: The the register, page 4.');
  const found = (await check(text)).findings.filter(({ rule }) => rule === 'repeated-word');
  expect(found).toHaveLength(1);
  expect(text.slice(found[0]?.span.start, found[0]?.span.end)).toBe('The the');
});

test('the words of a quotation stay, wherever a footnote stands', async () => {
  const text = note('The quay was sold.[^1]\n\n[^1]: A page.\n\nOne.', '- He said: "The the law."\n');
  const { text: fixed, findings } = await fix(text, { rules: ['repeated-word'] });
  expect(fixed).toBe(text);
  expect(findings).toHaveLength(1);
});

test('the words of a quotation stay, in whatever order a YAML note has its keys', async () => {
  const text = 'laws:\n  - "He said: “The the law.”"\nheadline: H\nsource: S\nbody: |\n  One.\n\n  Two.\ninsight: I\n';
  const { text: fixed, findings } = await fix(text, { path: 'x.yaml', rules: ['repeated-word'] });
  expect(fixed).toBe(text);
  expect(findings).toHaveLength(1);
});

test('a reference is no word: the text before and after it belongs together', async () => {
  const rulesOf = async (body: string) => (await check(note(body))).findings.map(({ rule }) => rule);
  expect(await rulesOf('The quay[^1] was sold [^1] on 2 May.[^1]\n\n[^1]: A note.')).toEqual(
    await rulesOf('The quay was sold on 2 May.'),
  );
});

describe('a post prints them in every format', () => {
  const body = 'A.[^b] B.[^a]\n\n[^a]: First.\n\n[^b]: Second, *long*.\n\n    More.';
  const post = (to: 'text' | 'markdown' | 'html', text = note(body)) => render(text, { to, fragment: true }).text ?? '';

  test('numbered by their references in text', () => {
    expect(post('text')).toMatch(/^H\nA\.\[1\] B\.\[2\]\n/);
    expect(post('text')).toMatch(/\nNotes\n\[1\] Second, long\.\nMore\.\n\[2\] First\.\n$/);
  });

  test('with their labels in Markdown, which is a note of the same story', () => {
    expect(post('markdown')).toMatch(/\n\[\^b\]: Second, \*long\*\.\n\n {4}More\.\n\n\[\^a\]: First\.\n$/);
    const again = readPost(post('markdown')).post?.article;
    expect(again?.footnotes).toEqual(article(body)?.footnotes);
    expect(again?.body).toEqual(article(body)?.body);
  });

  test('linked both ways in HTML, with ids of the story', () => {
    const html = post('html', note('A.[^1] B.[^1]\n\n[^1]: Note.').replace('source: S', 'source: S\nslug: quay'));
    const ids = [...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const [, target] of html.matchAll(/href="#([^"]+)"/g)) expect(ids).toContain(target);
    expect(ids).toEqual(expect.arrayContaining(['quay-fnref-1', 'quay-fnref-1-2', 'quay-fn-1']));
  });

  test('a link holds no other link', () => {
    expect(post('html', note('[A[^1]](https://a.example)\n\n[^1]: Note.'))).toContain('A<sup>1</sup></a>');
  });

  test('in Chinese under the label of the house', () => {
    expect(render(note(body), { to: 'text', house: 'abab-zh' }).text).toContain('\n注释\n[1] Second');
  });
});

test('thousands of footnotes, and definitions in definitions, are read or refused', () => {
  const many = Array.from({ length: 5000 }, (_, index) => `A.[^${index}]\n\n[^${index}]: Note.\n`).join('\n');
  expect(article(many)?.footnotes).toHaveLength(5000);
  expect(readPost(note(`${'[^1]: '.repeat(20_000)}a`)).diagnostics.map(({ rule }) => rule)).toContain('too-complex');
});
