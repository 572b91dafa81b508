import { type Span, span } from '../../text/index.ts';

/** Where the comment that starts at `at` ends, or -1. `<!-->` and `<!--->` are whole ones, as CommonMark has it. */
function commentEnd(html: string, at: number): number {
  if (html.startsWith('<!-->', at)) return at + 5;
  if (html.startsWith('<!--->', at)) return at + 6;
  const close = html.indexOf('-->', at + 4);
  return close === -1 ? -1 : close + 3;
}

/** The whole comments in HTML, by offsets in it. */
export function* commentsOf(html: string): Generator<Span> {
  let end = 0;
  for (let start = html.indexOf('<!--'); start !== -1; start = html.indexOf('<!--', end)) {
    end = commentEnd(html, start);
    if (end === -1) return;
    yield span(start, end);
  }
}

/** HTML without its comments. `unclosed` is where one starts that never ends, if one does; it stays in `text`. */
export function withoutComments(html: string): { readonly text: string; readonly unclosed: number } {
  let text = '';
  let at = 0;
  for (const { start, end } of commentsOf(html)) {
    text += html.slice(at, start);
    at = end;
  }
  return { text: text + html.slice(at), unclosed: html.indexOf('<!--', at) };
}
