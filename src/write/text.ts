import type { House } from '../model/house.ts';
import { wrap } from '../typography/wrap.ts';
import { printDate } from './dates.ts';
import { Footnotes } from './footnotes.ts';
import type { Format } from './format.ts';
import { createContext, type Printer } from './template/context.ts';
import { runTemplate } from './template/run.ts';
import { VERBATIM } from './text/layout.ts';
import { textPrinter } from './text/printer.ts';

/** Plain text: one line for each paragraph, or wrapped lines with a blank line between paragraphs. */
export const text: Format<'text'> = {
  name: 'text',
  extensions: ['.txt', '.text'],
  printsAll: true,
  describesImages: true,
  write(article, house, { width }) {
    if (width !== undefined && !(Number.isInteger(width) && width > 0))
      throw new RangeError(`${width} is not a number of columns`);
    const footnotes = new Footnotes(article, house);
    const context = createContext(article, house, footnotes, printerOf(house, footnotes, width));
    const post = runTemplate(house, 'post.txt.hbs', context).trimEnd();
    return `${width === undefined ? post.replaceAll(VERBATIM, '') : wrapPost(post, width)}\n`;
  },
};

const plain: Printer['plain'] = (line) => line;

function printerOf(house: House, footnotes: Footnotes, width: number | undefined): Printer {
  const layout = { labels: house.labels, footnotes, width };
  return {
    prose: (prose) => textPrinter.blocks(prose, layout),
    items: (items) => items.map((item) => textPrinter.blocks(item, layout)),
    inline: (inlines) => textPrinter.inlines(inlines, layout).replaceAll('\n', ' '),
    footnote: ({ prose }) => textPrinter.blocks(prose, layout),
    plain,
    label: plain,
    join: (parts, separator) => parts.join(separator),
    date: (written) => printDate(written, house),
  };
}

/** Wraps a post and puts a blank line between paragraphs, but not inside a list, a quotation or code. */
function wrapPost(post: string, width: number): string {
  let out = '';
  let before: Kind | 'gap' = 'gap';
  for (const line of post.split('\n')) {
    if (line === '') {
      before = 'gap';
      continue;
    }
    const kind = kindOf(line);
    if (out !== '') out += kind === before && kind !== 'paragraph' ? '\n' : '\n\n';
    out += line.includes(VERBATIM) ? line.replaceAll(VERBATIM, '') : wrapLine(line, width);
    before = kind;
  }
  return out;
}

type Kind = 'paragraph' | 'item' | 'quotation' | 'verbatim';

function kindOf(line: string): Kind {
  if (line.startsWith('>')) return 'quotation';
  if (line.includes(VERBATIM)) return 'verbatim';
  return markerOf(line) === '' ? 'paragraph' : 'item';
}

function wrapLine(line: string, width: number): string {
  const rest = markerOf(line).replace(/[^>\s]/g, ' ');
  return wrap(line, width, { han: true, indent: { first: '', rest } }).join('\n');
}

function markerOf(line: string): string {
  return /^(?: +|>(?: |$)|- (?:\[[ x]\] )?|\d+\. )*/.exec(line)?.[0] ?? '';
}
