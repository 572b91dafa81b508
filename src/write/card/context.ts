import type { Article } from '../../model/article.ts';
import type { House } from '../../model/house.ts';
import { printDate } from '../dates.ts';
import { Footnotes } from '../footnotes.ts';
import { direction } from '../html/metadata.ts';
import { createContext, data, type Printer, type TemplateData } from '../template/context.ts';
import { textPrinter } from '../text/printer.ts';
import { UnprintableError } from '../unprintable.ts';

const plain: Printer['plain'] = (text) => text;

/**
 * What the template of a card sees in addition to the names of every template (`createContext`):
 * - `law`: {number, text} of the law that the card shows
 * - `direction`: `ltr` or `rtl`; `isDraft`
 *
 * Prose is text without formatting. The template escapes it.
 */
export function createCardContext(article: Article, house: House, law: number | undefined): TemplateData {
  // A card has no room for footnotes.
  const footnotes = new Footnotes({ ...article, footnotes: [] }, house);
  const layout = { labels: house.labels, footnotes };
  const context = createContext(article, house, footnotes, {
    prose: (prose) => textPrinter.blocks(prose, layout),
    items: (items) => items.map((item) => textPrinter.blocks(item, layout)),
    inline: (inlines) => textPrinter.inlines(inlines, layout),
    footnote: () => '',
    plain,
    label: plain,
    join: (parts, separator) => parts.join(separator),
    date: (written) => printDate(written, house),
  });
  return Object.assign(context, {
    ...(law === undefined ? {} : { law: lawOf(context.laws as readonly string[], law) }),
    direction: direction(article.lang),
    isDraft: article.status === 'draft',
  });
}

function lawOf(laws: readonly string[], number: number): TemplateData {
  const text = laws[number - 1];
  if (text === undefined) throw lawError(number, laws.length);
  return data({ number, text });
}

function lawError(law: number, count: number): UnprintableError {
  const there = count === 1 ? 'there is 1 law' : `there are ${count} laws`;
  const advice = count === 0 ? 'Leave out --law.' : count === 1 ? 'Use --law 1.' : `Use --law 1 to --law ${count}.`;
  return new UnprintableError({ rule: 'missing-law', message: `card: no law ${law}: ${there}`, advice });
}
