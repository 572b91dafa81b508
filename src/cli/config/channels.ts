import type { ValuePositions } from '../../house/positions.ts';
import { choice, filled, flag, list, record, type Schema } from '../../house/schema-types.ts';
import { type ChannelSettings, type Channels, POST_PARTS } from '../../model/channels.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import { CARDS } from '../../write/card/formats.ts';
import { FEEDS, INDEX } from '../../write/feed/index.ts';
import { FORMATS } from '../../write/index.ts';

/** Channels end a hashtag at any other character, and none takes a number for one. */
const HASHTAG = /^[\p{M}\p{N}_]*\p{L}[\p{L}\p{M}\p{N}_]*$/u;

const HASHTAGS = 'true, false or a list of words';

/** The settings of a channel, in the order in which they are listed. A format says which it takes. */
const SETTINGS: Readonly<Record<keyof ChannelSettings, Schema>> = {
  parts: filled(
    list(
      choice(POST_PARTS, undefined, 'part'),
      'The parts that it prints, in the order of the house. Default: all parts of the house.',
    ),
  ),
  link: flag('Whether a post ends with the url of the note. Default: false.'),
  hashtags: {
    kind: 'either',
    what: HASHTAGS,
    scalar: flag('true makes hashtags of the topics of the note.', HASHTAGS),
    sequence: list(
      { kind: 'text', what: 'a word of letters and digits, such as AI', pattern: HASHTAG },
      'The hashtags, without #.',
    ),
    about: 'The hashtags at the end of a post: true for the topics of the note, or a list. Default: none.',
  },
  number: flag('Whether the posts of a thread are numbered. Default: false.'),
  // A smaller post has no room for a URL and a few words.
  limit: { kind: 'number', min: 100, about: 'The characters of a post on your server. Default: 500.' },
  premium: flag('Whether your account may publish posts of 25,000 characters. Default: false.'),
};

const NAMES = [...FORMATS, ...CARDS, ...FEEDS, INDEX].map(({ name }) => name);

/** The schema of `channels:`. */
export const CHANNELS_SCHEMA: Schema = {
  kind: 'either',
  what: 'a list of channels, or a mapping of channels to settings',
  sequence: list(choice(NAMES, undefined, 'channel'), 'The channels by name.'),
  mapping: record({
    ...Object.fromEntries(FORMATS.map(({ name, settings = [] }) => [name, settingsSchema(['parts', ...settings])])),
    ...Object.fromEntries([...CARDS, ...FEEDS, INDEX].map(({ name }) => [name, settingsSchema([])])),
  }),
  about: 'What you publish: the names of formats for --to, or a mapping of names to settings. --to all writes them.',
};

function settingsSchema(settings: readonly (keyof ChannelSettings)[]): Schema {
  const keys = Object.keys(SETTINGS).filter((key): key is keyof ChannelSettings => settings.some((one) => one === key));
  const about = 'Leave the value empty to publish it without settings.';
  return { ...record(Object.fromEntries(keys.map((key) => [key, SETTINGS[key]])), about), mayBeEmpty: true };
}

/** The channels that a configuration lists. The schema has checked the data. */
export function channelsOf(data: readonly string[] | Channels): Channels {
  return Array.isArray(data) ? Object.fromEntries(data.map((name: string) => [name, {}])) : (data as Channels);
}

/** Settings that are each valid, and print nothing. */
export function channelFaults(channels: Channels, positions: ValuePositions): readonly Diagnostic[] {
  return Object.entries(channels)
    .filter(([, { parts }]) => parts?.length === 0)
    .map(([name]) => ({
      rule: 'invalid-configuration',
      severity: 'fatal',
      message: `parts is empty, so ${name} prints nothing`,
      advice: 'List the parts to print, or remove the key.',
      source: positions.source,
      span: positions.ofKey(name, 'parts'),
    }));
}
