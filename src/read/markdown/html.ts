/** Where the comment that starts at `at` ends, or -1. `<!-->` and `<!--->` are whole ones, as CommonMark has it. */
function commentEnd(html: string, at: number): number {
  if (html.startsWith('<!-->', at)) return at + 5;
  if (html.startsWith('<!--->', at)) return at + 6;
  const close = html.indexOf('-->', at + 4);
  return close === -1 ? -1 : close + 3;
}

/** HTML without its comments. `unclosed` is where one starts that never ends, if one does; it stays in `text`. */
export function withoutComments(html: string): { readonly text: string; readonly unclosed: number } {
  let text = '';
  let at = 0;
  for (;;) {
    const open = html.indexOf('<!--', at);
    if (open === -1) return { text: text + html.slice(at), unclosed: -1 };
    const end = commentEnd(html, open);
    if (end === -1) return { text: text + html.slice(at), unclosed: open };
    text += html.slice(at, open);
    at = end;
  }
}
