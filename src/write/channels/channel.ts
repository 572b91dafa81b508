import type { Article } from '../../model/article.ts';
import type { House } from '../../model/house.ts';
import type { Format } from '../format.ts';
import { UnprintableError } from '../unprintable.ts';
import { compose } from './compose.ts';
import type { ChannelName } from './names.ts';
import type { RichText } from './rich-text.ts';
import { type Fits, split } from './split.ts';

/** A channel that publishes a story as one post or several. */
export interface ThreadChannel {
  readonly name: ChannelName;
  /** The key of the list of posts. */
  readonly list: string;
  fits(part: RichText, house: House): boolean;
  /** A post as JSON. `index` counts from 0. */
  post(part: RichText, index: number, article: Article, house: House): unknown;
}

/** Writes a story for a channel with threads: JSON with a list of posts. */
export function threadWriter(channel: ThreadChannel): Format['write'] {
  const { name, list } = channel;
  return (article, house, options) => {
    const parts = splitToFit(name, compose(article, house, name, options), (part) => channel.fits(part, house));
    const posts = parts.map((part, index) => channel.post(part, index, article, house));
    return `${JSON.stringify({ [list]: posts }, null, 2)}\n`;
  };
}

/** The parts of a story that fit. @throws {UnprintableError} for a URL that does not. */
export function splitToFit(name: ChannelName, rich: RichText, fits: Fits): readonly RichText[] {
  const parts = split(rich, fits);
  const tooLong = parts.find((part) => !fits(part));
  if (tooLong) throw urlError(name, tooLong);
  return parts;
}

/** Only a URL makes a part that does not fit. */
function urlError(name: string, { text, marks }: RichText): UnprintableError {
  const { url = text } = marks.find(({ kind }) => kind === 'link') ?? {};
  return new UnprintableError({
    rule: DOES_NOT_FIT,
    message: `${name}: a URL of ${url.length} characters does not fit into a post`,
    advice: 'Link to a shorter URL.',
  });
}

/** Says by how many characters a story is too long for a channel without threads. */
export function lengthError(name: ChannelName, over: number, max: number): UnprintableError {
  return new UnprintableError({
    rule: DOES_NOT_FIT,
    message: `${name}: ${grouped(over)} ${over === 1 ? 'character' : 'characters'} over ${grouped(max)}`,
    advice: "Shorten the story, or leave out a part in the house's template post.channel.hbs.",
  });
}

/** 3000 as `3,000`. */
function grouped(number: number): string {
  return String(number).replace(/\B(?=(?:\d{3})+$)/g, ',');
}

/** The rule of a story that a channel has no room for. */
const DOES_NOT_FIT = 'does-not-fit';
