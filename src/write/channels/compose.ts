import type { Article } from '../../model/article.ts';
import type { House } from '../../model/house.ts';
import { safeUrl, withAsciiHost } from '../../model/url.ts';
import { printDate } from '../dates.ts';
import { Footnotes } from '../footnotes.ts';
import type { WriteOptions } from '../format.ts';
import { channelData, createContext, type Printer } from '../template/context.ts';
import { runTemplate } from '../template/run.ts';
import { DOES_NOT_FIT, UnprintableError } from '../unprintable.ts';
import { refuseNoFollowUp } from './follow-up.ts';
import { hashtagsOf } from './hashtags.ts';
import { type ChannelName, TEMPLATE } from './names.ts';
import { type ChannelLayout, channelPrinter } from './printer.ts';
import { escapeMarkup, parseMarkup, type RichText } from './rich-text.ts';

const plain: Printer['plain'] = escapeMarkup;

/**
 * The text of a story for a channel, by the template `post.channel.hbs` of the house, and the link and hashtags at its end.
 * Or the text of its follow-up, by `follow-up.channel.hbs`.
 * @throws {TemplateError}
 * @throws {UnprintableError} if the story lacks what the settings of the channel want, and for the follow-up of a story
 * that is neither corrected nor withdrawn.
 */
export function compose(article: Article, house: House, channel: ChannelName, options: WriteOptions): RichText {
  const { followUp = false } = options;
  if (followUp) refuseNoFollowUp(article);
  const footnotes = new Footnotes(article, house);
  const context = createContext(article, house, footnotes, printerOf(article, house, footnotes));
  context.channel = channelData(channel);
  const text = tidied(runTemplate(house, `${followUp ? 'follow-up' : 'post'}${TEMPLATE}.hbs`, context));
  if (followUp) return parseMarkup(text);
  if (text === '' && options.parts) throw nothingLeft(channel);
  const ending = [options.link ? linkTo(article, channel) : '', hashtagsOf(article, options).join(' ')];
  return parseMarkup([text, ...ending].filter((part) => part !== '').join('\n\n'));
}

function linkTo({ url = '' }: Article, channel: ChannelName): string {
  const page = escapeMarkup(withAsciiHost(safeUrl(url) ?? ''));
  if (/^https?:/i.test(page)) return `<a href="${page}">${page}</a>`;
  throw new UnprintableError({
    rule: DOES_NOT_FIT,
    message: `${channel}: a post that ends with a link needs the url of the story`,
    advice: "Write 'url: https://…' in the front matter, or remove 'link' from the settings of the channel.",
  });
}

/** Says that a channel prints nothing of a story. */
export function nothingLeft(channel: ChannelName): UnprintableError {
  return new UnprintableError({
    rule: DOES_NOT_FIT,
    message: `${channel}: the story has none of the parts that are printed`,
    advice: 'Choose other parts, or write one of them.',
  });
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
