import { HtmlRenderer, Parser } from 'commonmark';
import { expect, test } from 'vitest';
import { readPost, render } from '../../src/render.ts';
import { note } from '../cli/program.ts';

/* Markdown without footnotes reads `[^1]: javascript:…` as the URL of the link `[^1]`. */
const written = (footnote: string) => note({ body: `A lab opened.[^1]\n\n[^1]: ${footnote}` });
const shown = (markdown: string) => new HtmlRenderer().render(new Parser().parse(markdown));

test.each(['javascript:window.ran=1', 'javascript:window.ran=1 "title"', 'data:text/html,x', 'vbscript:x'])(
  'the footnote %s is no link, and reads the same',
  (footnote) => {
    const { text = '' } = render(written(footnote));
    expect(shown(text)).not.toMatch(/href="(?:java|vb|data)/);
    expect(readPost(text).post?.article.footnotes).toEqual(readPost(written(footnote)).post?.article.footnotes);
  },
);

test.each(['Reuters.', 'Reuters: a report', 'https://a.example/'])('the footnote %s has no comment', (footnote) => {
  expect(render(written(footnote)).text).not.toContain('<!--');
});
