/** The channels, in the order in which they are listed. A template sees the one that it prints in `channel`. */
export const CHANNELS = [
  'telegram',
  'x',
  'bluesky',
  'mastodon',
  'linkedin',
  'slack',
  'discord',
  'wechat',
  'email',
] as const;

/** The ending of the template of the channels that are text. */
export const TEMPLATE = '.channel';

export type ChannelName = (typeof CHANNELS)[number];
