import type { Format } from '../format.ts';
import { type ChannelName, TEMPLATE } from './names.ts';
import { fieldWarnings, WRITERS } from './writers.ts';

/** The settings of every channel for which `compose` ends the text. */
const ENDING = ['link', 'hashtags'] as const;

/** A channel of text, whose posts can be followed up with a reply. */
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
    followsUp: true,
    write: (article, house, options) => WRITERS[name](article, house, options),
  };
}

/** A channel of HTML, with a template of its own. */
function htmlFormat<Name extends ChannelName>(name: Name, extension: string): Format<Name> {
  return {
    name,
    extensions: [extension],
    template: `.${name}.html`,
    describesImages: true,
    write: (article, house, options) => WRITERS[name](article, house, options),
  };
}

/** A channel with threads. A file whose name ends in `.txt` gets their text. */
function threadFormat<Name extends ChannelName>(
  name: Name,
  ...settings: NonNullable<Format['settings']>
): Format<Name> {
  return { ...channelFormat(name, '.json', 'number', ...settings), extensions: [`.${name}.json`, `.${name}.txt`] };
}

export const telegram = threadFormat('telegram');
export const x = threadFormat('x', 'premium');
export const bluesky = threadFormat('bluesky');
export const mastodon = threadFormat('mastodon', 'limit');
export const linkedin = channelFormat('linkedin', '.txt');
export const slack = channelFormat('slack', '.json');
/** The title is a link already. */
export const discord: Format<'discord'> = { ...channelFormat('discord', '.json'), settings: ['hashtags'] };
export const wechat: Format<'wechat'> = {
  ...htmlFormat('wechat', '.wechat.html'),
  isOffSite: true,
  warnings: (article, house) => fieldWarnings(article, house),
};
/** It refuses relative links, so it loses none. */
export const email = htmlFormat('email', '.eml');

/** The channels, in the order in which they are listed. */
export const CHANNEL_FORMATS = [telegram, x, bluesky, mastodon, linkedin, slack, discord, wechat, email] as const;
