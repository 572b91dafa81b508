import type { Article } from '../../model/article.ts';
import type { Channels } from '../../model/channels.ts';
import type { House } from '../../model/house.ts';
import { typeset } from '../../typography/typeset.ts';
import { measuredPosts } from '../../write/channels/measured-posts.ts';
import { CHANNELS, type ChannelName } from '../../write/channels/names.ts';
import { TemplateError, UnprintableError } from '../../write/index.ts';
import type { Messages } from '../messages/messages.ts';
import { withoutName } from '../messages/without-name.ts';
import { count } from '../run/summary.ts';

/** How long a story is in each channel: `x: 6 posts`. For a channel that cannot publish it, the reason. */
export function channelCounts(
  article: Article,
  house: House,
  channels: Channels,
  messages: Messages,
): readonly string[] {
  const story = typeset(article, house);
  return Object.entries(channels).flatMap(([channel, settings]) => {
    const name = CHANNELS.find((one) => one === channel);
    if (!name) return [];
    const length = lengthIn(name, () => measuredPosts(name, story, house, settings), messages);
    return [name + messages.colon + length];
  });
}

/** The posts of a thread, or the length of one post beside its limit. */
function lengthIn(name: ChannelName, measure: () => ReturnType<typeof measuredPosts>, messages: Messages): string {
  try {
    const posts = measure();
    const [first] = posts[0]?.measures ?? [];
    if (posts.length > 1 || !first) return messages.text(count(posts.length, 'post'));
    const number = (value: number): string => value.toLocaleString('en-US');
    return messages.text(`${number(first.count)} of ${number(first.max)} ${first.unit}`);
  } catch (error) {
    if (!(error instanceof UnprintableError || error instanceof TemplateError)) throw error;
    return withoutName(name, error.message, messages);
  }
}
