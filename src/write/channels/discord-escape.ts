/* What Discord's Markdown would take for more than text. https://support.discord.com/hc/en-us/articles/210298617 */

/**
 * - `\`, `*`, `_`, `~`, a backtick and `|` start formatting, code and spoilers
 * - `<` starts mentions, timestamps and emoji of a server
 * - `[`, `]` and `](` start masked links
 * - `:` starts the name of an emoji, and makes a URL a link
 * - `@` addresses everyone
 */
const INLINE = /[\\*_~`|<[\]]|(?<=\])\(|:(?=\/\/|[\w+-]+:)|@(?=everyone|here)/g;

/** What starts a heading, small text, a quotation or an item at the start of a line. Discord also skips the space of Chinese. */
const LINE = /^(\s*)(?:([#>]|[-+](?=[ #]))|(\d+)(?=\. ))/;

/** A text of which Discord shows each character. @param isLineStart whether it starts a line. */
export function escapeDiscord(text: string, isLineStart = true): string {
  return text
    .split('\n')
    .map((line, index) => {
      const escaped = line.replace(INLINE, '\\$&');
      if (index === 0 && !isLineStart) return escaped;
      return escaped.replace(LINE, (_, indent: string, mark: string | undefined, number: string) =>
        mark === undefined ? `${indent}${number}\\` : `${indent}\\${mark}`,
      );
    })
    .join('\n');
}

/** Code in a line, in one or two backticks. Code that contains both is text, because three start a block. */
export function fenced(code: string): string {
  const runs = code.match(/`+/g)?.map(({ length }) => length) ?? [];
  const length = [1, 2].find((one) => !runs.includes(one));
  if (length === undefined) return escapeDiscord(code, false);
  const fence = '`'.repeat(length);
  const [before, after] = [code.startsWith('`') ? ' ' : '', code.endsWith('`') ? ' ' : ''];
  return fence + before + code.replaceAll('\n', ' ') + after + fence;
}

/** A URL as it can be written in Markdown, with the same meaning. */
export function safeInMarkdown(url: string): string {
  const encoded = url.replace(/[\\<>*`|\s]|~~/g, (found) => [...found].map(percent).join(''));
  return isBalanced(encoded) ? encoded : encoded.replace(/[()]/g, percent);
}

function percent(character: string): string {
  return encodeURIComponent(character).replace(/[*~()]/g, (one) => `%${one.charCodeAt(0).toString(16).toUpperCase()}`);
}

/** Whether each parenthesis is closed, and none is inside another. */
function isBalanced(url: string): boolean {
  return /^[^()]*(?:\([^()]*\)[^()]*)*$/.test(url);
}
