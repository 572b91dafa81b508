import type { Format } from '../format.ts';
import { type ChannelName, TEMPLATE } from './names.ts';
import { fieldWarnings, WRITERS } from './writers.ts';

function channelFormat<Name extends ChannelName>(name: Name, extension: string): Format<Name> {
  return {
    name,
    extensions: [`.${name}${extension}`],
    template: TEMPLATE,
    describesImages: true,
    write: (article, house, options) => WRITERS[name](article, house, options),
  };
}

export const telegram = channelFormat('telegram', '.json');
export const x = channelFormat('x', '.json');
export const bluesky = channelFormat('bluesky', '.json');
export const mastodon = channelFormat('mastodon', '.json');
export const linkedin = channelFormat('linkedin', '.txt');
export const wechat: Format<'wechat'> = {
  ...channelFormat('wechat', '.html'),
  template: '.wechat.html',
  warnings: (article, house) => fieldWarnings(article, house),
};
export const email: Format<'email'> = { ...channelFormat('email', ''), extensions: ['.eml'], template: '.email.html' };
