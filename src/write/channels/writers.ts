import type { Format } from '../format.ts';
import { bluesky } from './bluesky.ts';
import { discord } from './discord.ts';
import { email } from './email.ts';
import { linkedin } from './linkedin.ts';
import { mastodon } from './mastodon.ts';
import type { ChannelName } from './names.ts';
import { slack } from './slack.ts';
import { telegram } from './telegram.ts';
import { wechat } from './wechat.ts';
import { x } from './x.ts';

/** What writes a story for each channel. The build loads this module when a story is written for the first one. */
export const WRITERS: Readonly<Record<ChannelName, Format['write']>> = {
  telegram,
  x,
  bluesky,
  mastodon,
  linkedin,
  slack,
  discord,
  wechat,
  email,
};

export { fieldWarnings } from './wechat/fields.ts';
