import type { House } from '../../../model/house.ts';
import { printDate } from '../../../write/dates.ts';
import { Footnotes } from '../../../write/footnotes.ts';
import { createContext, type Printer, type TemplateData } from '../../../write/template/context.ts';
import { runTemplate } from '../../../write/template/run.ts';
import { VERBATIM } from '../../../write/text/layout.ts';
import { terminalSafe } from '../../terminal/safe.ts';
import type { Story } from '../story.ts';
import { type Look, marked, unmarked } from './marks.ts';
import { terminalPrinter } from './printer.ts';
import { type Line, wrapMarked } from './wrap.ts';

/** How a post is set. */
export interface Setting {
  readonly width: number;
  /** A link is a link, and its URL is not printed. */
  readonly hasLinks: boolean;
  /** Replaces characters that the terminal cannot show. */
  readonly adapt: (text: string) => string;
}

/** A post as its house prints it in plain text, as lines of the screen. */
export function postLines({ article, house }: Story, setting: Setting): readonly Line[] {
  const footnotes = new Footnotes(article, house);
  const context = createContext(article, house, footnotes, printerOf(house, footnotes, setting));
  look(context, 'headline', 'title');
  look(context, 'dek', 'italic');
  look(context, 'authors', 'dim');
  look(context, 'attribution', 'dim');
  return lines(setting.adapt(runTemplate(house, 'post.txt.hbs', context).trimEnd()), setting.width);
}

/** Changes the style of a text of a post. */
function look(context: TemplateData, name: string, as: Look): void {
  const text = context[name];
  if (typeof text === 'string') context[name] = marked(as, as === 'dim' ? text.replace(/\x01.|\x02/g, '') : text);
}

const plain: Printer['plain'] = (text) => terminalSafe(text);
/** One shared function, because the labels of a house are cached for each function. */
const label: Printer['label'] = (text) => marked('label', terminalSafe(text));

function printerOf(house: House, footnotes: Footnotes, { width, hasLinks }: Setting): Printer {
  const printer = terminalPrinter(hasLinks);
  const layout = { labels: house.labels, footnotes, width };
  return {
    prose: (prose) => printer.blocks(prose, layout),
    items: (items) => items.map((item) => `• ${printer.blocks(item, layout).replace(/\n(?=.)/g, '\n  ')}`),
    inline: (inlines) => printer.inlines(inlines, layout).replaceAll('\n', ' '),
    footnote: ({ prose }) => printer.blocks(prose, layout),
    plain,
    label,
    join: (parts, separator) => parts.join(separator),
    date: (written) => printDate(written, house),
  };
}

/** Wraps a post, with a blank line between paragraphs, but not inside a list, a quotation or code. */
function lines(post: string, width: number): readonly Line[] {
  const found: Line[] = [];
  let before: Kind | 'gap' = 'gap';
  for (const text of post.split('\n')) {
    const bare = unmarked(text);
    if (bare === '') {
      before = 'gap';
      continue;
    }
    const kind = kindOf(bare);
    if (found.length > 0 && !(kind === before && kind !== 'paragraph')) found.push([]);
    found.push(...wrapMarked(text.replaceAll(VERBATIM, ''), width, { first: '', rest: hang(bare, kind) }));
    before = kind;
  }
  return found;
}

type Kind = 'paragraph' | 'item' | 'quotation' | 'verbatim';

function kindOf(line: string): Kind {
  if (line.startsWith('>')) return 'quotation';
  if (line.includes(VERBATIM)) return 'verbatim';
  return /^ *(?:-|\d+\.) /.test(line) ? 'item' : 'paragraph';
}

/** What the lines after the first one start with. */
function hang(line: string, kind: Kind): string {
  if (kind === 'verbatim') return '';
  const marker = /^(?: +|>(?: |$)|[-•*] (?:\[[ x]\] )?|\d+\. )*/.exec(line)?.[0] ?? '';
  return marker.replace(/[^>\s]/g, ' ');
}
