import { type Span, span } from '../../text/index.ts';

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
