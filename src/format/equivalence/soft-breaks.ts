import { joinsWithNothing } from '../../text/index.ts';

/** So many characters beside a line end are looked at. */
const CONTEXT = 160;
/** Tags that Markdown itself makes. Others are the writer's, and seen. */
const TAG = /<\/?(?:em|strong|del|a|code|p|li|ul|ol|h[1-6]|blockquote|t[dhr])(?:\s[^<>]*)?>/g;

/** The tags of blocks. */
const EDGE = '<\\/?(?:p|h[1-6]|ul|ol|li|blockquote|hr|br|table|thead|tbody|tr|th|td|pre|div)(?:[\\s/][^<>]*)?>';
/** Blanks beside them are not seen. Many blanks are looked at once, and not anew from each of them. */
const EDGES = new RegExp(`(?<![ \\t])[ \\t]+(?=${EDGE})|(?<=${EDGE})[ \\t]+`, 'g');

/**
 * HTML with its line ends as a reader sees them: a space, nothing between Han, and as they are in `<pre>`. Blanks at the
 * edge of a block, which marked leaves there, are dropped, and so are the paragraphs that it makes of nothing else.
 */
export function foldLines(html: string): string {
  return html
    .split(/(<pre[\s>][\s\S]*?<\/pre>)/)
    .map((part, index) => (index % 2 === 1 ? part : fold(part).replace(EDGES, '')))
    .join('')
    .replace(/<p><\/p>/g, '')
    .trim();
}

function fold(html: string): string {
  return html.replace(/(?<![ \t])[ \t]*\n[ \t\n]*/g, (found, at: number) => {
    const before = seen(html.slice(Math.max(0, at - CONTEXT), at));
    const after = seen(html.slice(at + found.length, at + found.length + CONTEXT));
    return joinsWithNothing(lastLine(before), after.replace(/^[ \t\n]+/, '')) ? '' : ' ';
  });
}

/** Blanks at the edge of code are characters like others. */
const CODE_BLANKS = /(?<=<code>)[ \t]+|[ \t]+(?=<\/code>)/g;

function seen(html: string): string {
  return html.replace(CODE_BLANKS, 'x').replace(TAG, '');
}

function lastLine(text: string): string {
  return text.slice(text.lastIndexOf('\n') + 1);
}
