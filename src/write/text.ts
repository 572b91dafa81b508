import type { House } from '../model/house.ts';
import { wrap } from '../typography/wrap.ts';
import { createContext, type Printer } from './context.ts';
import type { Format } from './format.ts';
import { runTemplate } from './templates.ts';
import { inlinesText, proseText, VERBATIM } from './text/blocks.ts';

/** Plain text as the house sends it out: one line per paragraph, or wrapped and set apart by blank lines. */
export const text: Format = {
  name: 'text',
  extensions: ['.txt', '.text'],
  write(article, house, { width }) {
    if (width !== undefined && !(Number.isInteger(width) && width > 0))
      throw new RangeError(`${width} is no number of columns`);
    const post = runTemplate(house, 'post.txt.hbs', createContext(article, house, printerOf(house))).trimEnd();
    return `${width === undefined ? post.replaceAll(VERBATIM, '') : wrapPost(post, width)}\n`;
  },
};

function printerOf({ labels }: House): Printer {
  const prose: Printer['prose'] = (blocks) => proseText(blocks, labels);
  return {
    prose,
    item: prose,
    inline: (inlines) => inlinesText(inlines, labels).replaceAll('\n', ' '),
    plain: (line) => line,
    join: (parts, separator) => parts.join(separator),
  };
}

/** Wrapped lines no longer show where a paragraph ends, so a blank line does, but not within a list or a table. */
function wrapPost(post: string, width: number): string {
  let out = '';
  let before = '';
  for (const line of post.split('\n')) {
    const verbatim = line.startsWith(VERBATIM);
    const marker = verbatim ? '' : markerOf(line);
    const wrapped = verbatim
      ? line.slice(1)
      : wrap(line, width, { han: true, indent: { first: '', rest: marker.replace(/[^>\s]/g, ' ') } }).join('\n');
    const kind = verbatim ? 'verbatim' : marker === '' ? 'paragraph' : 'item';
    if (out !== '') out += kind === before && kind !== 'paragraph' ? '\n' : '\n\n';
    out += wrapped;
    before = kind;
  }
  return out;
}

function markerOf(line: string): string {
  return /^(?: +|> |- (?:\[[ x]\] )?|\d+\. )*/.exec(line)?.[0] ?? '';
}
