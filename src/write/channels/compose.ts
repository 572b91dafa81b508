import type { Article } from '../../model/article.ts';
import type { House } from '../../model/house.ts';
import { printDate } from '../dates.ts';
import { Footnotes } from '../footnotes.ts';
import type { WriteOptions } from '../format.ts';
import { channelData, createContext, type Printer } from '../template/context.ts';
import { runTemplate } from '../template/run.ts';
import { refuseNoFollowUp } from './follow-up.ts';
import { type ChannelName, TEMPLATE } from './names.ts';
import { type ChannelLayout, channelPrinter } from './printer.ts';
import { escapeMarkup, parseMarkup, type RichText } from './rich-text.ts';

const plain: Printer['plain'] = escapeMarkup;

/**
 * The text of a story for a channel, by the template `post.channel.hbs` of the house, or the text of its follow-up, by
 * `follow-up.channel.hbs`.
 * @throws {TemplateError}
 * @throws {UnprintableError} for the follow-up of a story that is neither corrected nor withdrawn.
 */
export function compose(
  article: Article,
  house: House,
  channel: ChannelName,
  { followUp = false }: WriteOptions = {},
): RichText {
  if (followUp) refuseNoFollowUp(article);
  const footnotes = new Footnotes(article, house);
  const context = createContext(article, house, footnotes, printerOf(article, house, footnotes));
  context.channel = channelData(channel);
  const template = followUp ? 'follow-up' : 'post';
  return parseMarkup(tidied(runTemplate(house, `${template}${TEMPLATE}.hbs`, context)));
}

function printerOf({ url }: Article, house: House, footnotes: Footnotes): Printer {
  const layout: ChannelLayout = { labels: house.labels, footnotes, url };
  return {
    prose: (prose) => channelPrinter.blocks(prose, layout),
    items: (items) => items.map((item) => channelPrinter.blocks(item, layout)),
    inline: (inlines) => channelPrinter.inlines(inlines, layout).replaceAll('\n', ' '),
    footnote: ({ prose }) => channelPrinter.blocks(prose, layout),
    plain,
    label: plain,
    join: (parts, separator) => parts.join(escapeMarkup(separator)),
    date: (written) => plain(printDate(written, house)),
  };
}

/** A text without space at the ends of lines, and with one blank line between its parts. */
function tidied(markup: string): string {
  return markup
    .replace(/[ \t]+$/gm, '')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}
