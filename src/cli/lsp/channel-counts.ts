import type { Article } from '../../model/article.ts';
import type { ChannelSettings, Channels } from '../../model/channels.ts';
import type { House } from '../../model/house.ts';
import { typeset } from '../../typography/typeset.ts';
import { CHANNEL_FORMATS } from '../../write/channels/formats.ts';
import { type Format, TemplateError, UnprintableError } from '../../write/index.ts';
import { count } from '../run/summary.ts';

/** How long a story is in each channel: `x: 6 posts`. A channel that cannot publish it says why. */
export function channelCounts(article: Article, house: House, channels: Channels): readonly string[] {
  const story = typeset(article, house);
  return Object.entries(channels).flatMap(([name, settings]) => {
    const format = CHANNEL_FORMATS.find((one) => one.name === name);
    return format ? [countIn(format, story, house, settings)] : [];
  });
}

function countIn(format: Format, story: Article, house: House, settings: ChannelSettings): string {
  try {
    const post = format.write(story, house, settings);
    return `${format.name}: ${lengthOf(post, format)}`;
  } catch (error) {
    if (!(error instanceof UnprintableError || error instanceof TemplateError)) throw error;
    return error.message.startsWith(`${format.name}:`) ? error.message : `${format.name}: ${error.message}`;
  }
}

/** The posts of a thread; the characters of one post. */
function lengthOf(post: string, { extensions }: Format): string {
  const units = extensions[0]?.endsWith('.json') ? listIn(JSON.parse(post)) : undefined;
  return units ? count(units.length, 'post') : count([...post.trimEnd()].length, 'character');
}

/** The list of posts in the JSON of a channel: its first key whose value is a list, unless it has a text as well. */
function listIn(document: unknown): readonly unknown[] | undefined {
  if (typeof document !== 'object' || document === null || 'text' in document) return undefined;
  return Object.values(document).find((value): value is readonly unknown[] => Array.isArray(value));
}
