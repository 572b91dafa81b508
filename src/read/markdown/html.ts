import { type Span, span } from '../../text/index.ts';
import type { Content } from './tree.ts';

/** The end of the comment that starts at `at`, or -1. In CommonMark, `<!-->` and `<!--->` are complete comments. */
function commentEnd(html: string, at: number): number {
  if (html.startsWith('<!-->', at)) return at + 5;
  if (html.startsWith('<!--->', at)) return at + 6;
  const close = html.indexOf('-->', at + 4);
  return close === -1 ? -1 : close + 3;
}

/** The spans of the closed comments in HTML. */
export function* commentsOf(html: string): Generator<Span> {
  let end = 0;
  for (let start = html.indexOf('<!--'); start !== -1; start = html.indexOf('<!--', end)) {
    end = commentEnd(html, start);
    if (end === -1) return;
    yield span(start, end);
  }
}

/** HTML without its comments. `unclosed` is the start of an unclosed comment, which stays in `text`, or -1. */
export function withoutComments(html: string): { readonly text: string; readonly unclosed: number } {
  let text = '';
  let at = 0;
  for (const { start, end } of commentsOf(html)) {
    text += html.slice(at, start);
    at = end;
  }
  return { text: text + html.slice(at), unclosed: html.indexOf('<!--', at) };
}

/** A paragraph that starts and ends with a tag. */
const TAGGED = /^[ \t]*<[a-z!][\s\S]*>[ \t]*$/i;
const BLOCK_TAG = /<(?:p|div|h[1-6]|ul|ol|li|blockquote|table|section|article|figure)[\s>]/i;

/**
 * Whether a paragraph is a page that was pasted as one line: it has tags of blocks and no Markdown. A tag such as `<b>` or
 * `<meta>` at its start keeps CommonMark from reading it as HTML.
 */
export function isPage({ text, inlines }: Content): boolean {
  if (!TAGGED.test(text) || !BLOCK_TAG.test(text)) return false;
  return inlines.nodes.every(
    (node) =>
      node.type === 'text' ||
      node.type === 'html' ||
      node.type === 'tag' ||
      node.type === 'comment' ||
      (node.type === 'br' && node.raw.startsWith(' ')) ||
      (node.type === 'link' && node.isAutolink),
  );
}
