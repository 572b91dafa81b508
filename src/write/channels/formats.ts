import type { Format } from '../format.ts';
import { type ChannelName, FOLLOWED_UP, TEMPLATE } from './names.ts';
import { WRITERS } from './writers.ts';

function channelFormat<Name extends ChannelName>(name: Name, extension: string): Format<Name> {
  return {
    name,
    extensions: [`.${name}${extension}`],
    template: TEMPLATE,
    describesImages: true,
    ...(FOLLOWED_UP.includes(name) ? { followsUp: true } : {}),
    write: (article, house, options) => WRITERS[name](article, house, options),
  };
}

export const telegram = channelFormat('telegram', '.json');
export const x = channelFormat('x', '.json');
export const bluesky = channelFormat('bluesky', '.json');
export const mastodon = channelFormat('mastodon', '.json');
export const linkedin = channelFormat('linkedin', '.txt');
export const slack = channelFormat('slack', '.json');
export const discord = channelFormat('discord', '.json');
