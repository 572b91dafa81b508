import type { Article } from '../../model/article.ts';
import type { House } from '../../model/house.ts';
import type { Format, WriteOptions } from '../format.ts';
import { DOES_NOT_FIT, UnprintableError } from '../unprintable.ts';
import { compose } from './compose.ts';
import type { ChannelName } from './names.ts';
import { splitNumbered, withoutNumber } from './number.ts';
import type { MarkKind, RichText } from './rich-text.ts';
import { spellOut } from './spell-out.ts';
import { type Fits, split } from './split.ts';

/** A channel that publishes a story as one post or several. */
export interface ThreadChannel {
  readonly name: ChannelName;
  /** The key of the list of posts. */
  readonly list: string;
  fits(part: RichText, house: House, options: WriteOptions): boolean;
  /** A post as JSON. `index` counts from 0. */
  post(part: RichText, index: number, article: Article, house: House, options: WriteOptions): unknown;
}

/** What is lost from a post that is copied as text, such as the URL of a link. */
const SHOWN: readonly MarkKind[] = ['quote', 'item', 'strike', 'link'];

/** Writes a story for a channel with threads: JSON with a list of posts, or their text. */
export function threadWriter(channel: ThreadChannel): Format['write'] {
  const { name, list } = channel;
  return (article, house, options) => {
    const shown = (part: RichText): RichText => (options.asText ? spellOut(part, SHOWN, house) : part);
    const fits = (part: RichText): boolean => channel.fits(shown(part), house, options);
    const parts = splitToFit(name, compose(article, house, name, options), fits, options);
    if (options.asText) return `${parts.map((part) => shown(part).text).join('\n---\n')}\n`;
    const posts = parts.map((part, index) => channel.post(part, index, article, house, options));
    return `${JSON.stringify({ [list]: posts }, null, 2)}\n`;
  };
}

/** The parts of a story that fit, with numbers if the options want them. @throws {UnprintableError} for a URL that does not fit. */
export function splitToFit(
  name: ChannelName,
  rich: RichText,
  fits: Fits,
  { number = false }: WriteOptions = {},
): readonly RichText[] {
  const parts = (number ? splitNumbered : split)(rich, fits);
  const tooLong = parts.find((part) => !fits(part));
  if (tooLong) throw urlError(name, withoutNumber(tooLong));
  return parts;
}

/** Only a URL makes a part that does not fit. */
function urlError(name: string, { text, marks }: RichText): UnprintableError {
  const { url = text } = marks.find(({ kind }) => kind === 'link') ?? {};
  return new UnprintableError({
    rule: DOES_NOT_FIT,
    message: `${name}: a URL of ${url.length} characters does not fit into a post`,
    advice: 'Link to a shorter URL.',
    url,
  });
}
