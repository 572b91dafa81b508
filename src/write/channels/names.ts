/** The channels, in the order in which they are listed. A template sees the one that it prints in `channel`. */
export const CHANNELS = ['telegram', 'x', 'bluesky', 'mastodon', 'linkedin', 'slack', 'discord'] as const;

/** The ending of the template of every channel. */
export const TEMPLATE = '.channel';

export type ChannelName = (typeof CHANNELS)[number];

/** The channels in which a post can be followed up with a reply. */
export const FOLLOWED_UP: readonly ChannelName[] = [
  'telegram',
  'x',
  'bluesky',
  'mastodon',
  'linkedin',
  'slack',
  'discord',
];
