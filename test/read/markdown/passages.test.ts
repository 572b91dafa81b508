import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Block } from '../../../src/model/article.ts';
import { type Passage, sourceEdit, sourceSpan } from '../../../src/model/passage.ts';
import { parseMarkdown } from '../../../src/read/markdown/index.ts';
import { VERBATIM } from '../../../src/text/index.ts';
import { flatten } from '../../../src/typography/index.ts';
import { noteText } from '../../format/generate.ts';
import examples from './commonmark-0.31.2.json' with { type: 'json' };

function passagesIn(text: string): readonly { readonly block: Block; readonly passages: readonly Passage[] }[] {
  return parseMarkdown(text).items.flatMap((item) =>
    item.kind === 'block' ? [{ block: item.block, passages: item.passages }] : [],
  );
}

/** The texts of a block by the road that a post takes. */
function texts(block: Block): string[] {
  switch (block.type) {
    case 'paragraph':
    case 'heading':
      return [flatten(block.tokens).text];
    case 'blockquote':
      return block.tokens.flatMap(texts);
    case 'list':
      return block.items.flatMap(({ tokens }) => tokens.flatMap(texts));
    case 'table':
      return [block.header, ...block.rows].flatMap((row) => row.map(({ tokens }) => flatten(tokens).text));
    case 'code':
    case 'hr':
      return [];
  }
}

/** Masks by their place and not their length; blanks by their place, too, since lists with tabs keep more or fewer of them. */
const masked = (text: string): string =>
  text
    .replace(new RegExp(`${VERBATIM}+`, 'g'), VERBATIM)
    .replace(/[ \t]+/g, ' ')
    .trim();

/** Raw HTML is masked for rules, and text for readers: it is compared elsewhere. */
const hasHtml = (text: string): boolean => text.includes('<');

function compare(text: string): void {
  for (const { block, passages } of passagesIn(text)) {
    for (const passage of passages) {
      for (const [index, { at, span, isExact }] of passage.origins.entries()) {
        const end = passage.origins[index + 1]?.at ?? passage.text.length;
        expect(end).toBeGreaterThan(at);
        if (isExact) expect(text.slice(span.start, span.end)).toBe(passage.text.slice(at, end));
      }
    }
    if (hasHtml(text)) continue;
    const seen = passages.map((passage) => masked(passage.text)).filter((one) => one !== '');
    expect(seen).toEqual(
      texts(block)
        .map(masked)
        .filter((one) => one !== ''),
    );
  }
}

test.each(examples.map(({ example, markdown }) => [example, markdown] as const))(
  'passages of the specification’s example %i are what a reader sees, at their places',
  (_, markdown) => compare(markdown.replaceAll('→', '\t')),
);

test('passages of any note are what a reader sees, at their places', () => {
  fc.assert(
    fc.property(noteText, (note) => compare(note.replace(/\r\n?/g, '\n'))),
    { numRuns: 1000 },
  );
});

/* A space by reference is a space: no reader sees it at either end of a line. */
test.each([
  '- www.example.com  \n  &#10; *desk*',
  'a  \n&#10; *desk*',
  'a\n&#10; *desk*',
  'a<br>&#32; *b*',
  'a &#32;<br>b',
  '&#10; *a*',
  '*a* &#32;\n b',
  '*a* &#9;',
  'a  \n *&#32;* b',
  'a &#10; b',
  'a &#10;*b*',
])('%j has the spaces of the article', (text) => {
  for (const { block, passages } of passagesIn(text.replaceAll('www.example.com', 'desk')))
    expect(passages.map((passage) => passage.text)).toEqual(texts(block));
  compare(text);
});

const only = (text: string): Passage => {
  const passage = passagesIn(text)[0]?.passages[0];
  if (!passage) throw new Error('no passage');
  return passage;
};

test('an edit is made where its text stands, whatever stands between', () => {
  const source = '> a *b\n> c* &amp; d';
  const passage = only(source);
  expect(passage.text).toBe('a b c & d');
  expect(passage.isQuoted).toBe(true);
  const at = (word: string) => passage.text.indexOf(word);
  const edit = (start: number, end: number) => sourceEdit(passage, { span: { start, end }, text: 'x' });
  expect(edit(at('b'), at('b') + 1)).toEqual({ span: { start: 5, end: 6 }, text: 'x' });
  expect(edit(at('&'), at('&') + 1)?.span).toEqual({ start: 12, end: 17 });
  // A line end and the mark of the quotation are one blank.
  expect(source.slice(...Object.values(sourceSpan(passage, { start: at('b') + 1, end: at('c') })))).toBe('\n> ');
  // The mark of emphasis stands between.
  expect(edit(0, at('b') + 1)).toBeUndefined();
  expect(edit(at('c'), at('&'))).toBeUndefined();
});

test('what is no text is a mark, and comments are none', () => {
  const passage = only('See [the `x` lab](https://a.example) or https://b.example <!-- no -->and ![a cat](c.png).');
  expect(passage.text).toBe(`See the ${VERBATIM} lab or ${VERBATIM.repeat(17)} and \uFFFC.`);
  expect(passage.marks.map(({ type, text }) => [type, passage.text.slice(text.start, text.end)])).toEqual([
    ['link', `the ${VERBATIM} lab`],
    ['codespan', VERBATIM],
    ['link', VERBATIM.repeat(17)],
    ['image', '\uFFFC'],
  ]);
});
