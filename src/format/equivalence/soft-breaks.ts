import { joinsWithNothing } from '../../text/index.ts';

/** The number of characters that are looked at on each side of a line end. */
const CONTEXT = 160;
/** Tags that Markdown makes. Other tags are text that readers see. */
const TAG = /<\/?(?:em|strong|del|sub|sup|a|code|p|li|ul|ol|h[1-6]|blockquote|t[dhr])(?:\s[^<>]*)?>/g;

/** The tags of blocks. */
const EDGE = '<\\/?(?:p|h[1-6]|ul|ol|li|blockquote|hr|br|table|thead|tbody|tr|th|td|pre|div)(?:[\\s/][^<>]*)?>';
/**
 * Spaces next to these tags are invisible. A run of spaces matches only at its start, which keeps the search linear. The first
 * condition rules out all other characters at little cost.
 */
const EDGES = new RegExp(`(?=[ \\t])(?<![ \\t])(?:(?<=${EDGE})[ \\t]+|[ \\t]+(?=${EDGE}))`, 'g');

/** The first line of an alert and its end, which makes it one. */
const ALERT = /(<blockquote>\s*<p>\[!(?:note|tip|important|warning|caution)\])(?:<br ?\/?>|[ \t]*)\n/gi;

/**
 * HTML with its line ends as readers see them: a space, nothing between Han, unchanged in `<pre>`. Drops the spaces that marked
 * leaves at the edges of blocks, and paragraphs with nothing else.
 */
export function foldLines(html: string): string {
  const parts = html.includes('<pre') ? html.split(/(<pre[\s>][\s\S]*?<\/pre>)/) : [html];
  return parts
    .map((part, index) => (index % 2 === 1 ? part : fold(part).replace(EDGES, '')))
    .join('')
    .replaceAll('<p></p>', '')
    .trim();
}

function fold(html: string): string {
  if (!html.includes('\n')) return html;
  const broken = html.includes('[!') ? html.replace(ALERT, '$1<br>') : html;
  return broken.replace(/(?<![ \t])[ \t]*\n[ \t\n]*/g, (found, at: number) => {
    const before = seen(broken.slice(Math.max(0, at - CONTEXT), at));
    const after = seen(broken.slice(at + found.length, at + found.length + CONTEXT));
    return joinsWithNothing(lastLine(before), after.replace(/^[ \t\n]+/, '')) ? '' : ' ';
  });
}

/** Spaces at the edges of code are visible. */
const CODE_BLANKS = /(?<=<code>)[ \t]+|[ \t]+(?=<\/code>)/g;

function seen(html: string): string {
  if (!html.includes('<')) return html;
  return (html.includes('code>') ? html.replace(CODE_BLANKS, 'x') : html).replace(TAG, '');
}

function lastLine(text: string): string {
  return text.slice(text.lastIndexOf('\n') + 1);
}
