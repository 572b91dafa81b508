import type { Format } from '../format.ts';
import { type ChannelName, FOLLOWED_UP, TEMPLATE } from './names.ts';
import { WRITERS } from './writers.ts';

/** What every channel takes, whose text `compose` ends. */
const ENDING = ['link', 'hashtags'] as const;

function channelFormat<Name extends ChannelName>(
  name: Name,
  extension: string,
  ...settings: NonNullable<Format['settings']>
): Format<Name> {
  return {
    name,
    extensions: [`.${name}${extension}`],
    template: TEMPLATE,
    describesImages: true,
    isOffSite: true,
    settings: [...ENDING, ...settings],
    ...(FOLLOWED_UP.includes(name) ? { followsUp: true } : {}),
    write: (article, house, options) => WRITERS[name](article, house, options),
  };
}

export const telegram = channelFormat('telegram', '.json', 'number');
export const x = channelFormat('x', '.json', 'number', 'premium');
export const bluesky = channelFormat('bluesky', '.json', 'number');
export const mastodon = channelFormat('mastodon', '.json', 'number', 'limit');
export const linkedin = channelFormat('linkedin', '.txt');
export const slack = channelFormat('slack', '.json');
export const discord = channelFormat('discord', '.json');
