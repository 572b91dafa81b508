import type { Article } from '../model/article.ts';
import type { ChannelReport, ChannelSettings, Channels, Refusal, ReportChannels } from '../model/channels.ts';
import type { House } from '../model/house.ts';
import { typeset } from '../typography/typeset.ts';
import { CARD_NAMES } from './card/names.ts';
import { entryFaults } from './feed/entry.ts';
import { FEEDS, INDEX } from './feed/index.ts';
import { FORMATS, TemplateError, UnprintableError } from './index.ts';
import { lostLinks } from './lost-links.ts';

/** The options of a verb that can check channels. */
interface ChannelOptions {
  readonly channels?: Channels;
  readonly reportChannels?: ReportChannels;
}

/** The options with what reports on their channels. @throws {RangeError} for an unknown channel. */
export function withReport<Options extends ChannelOptions>(options: Options): Options {
  const { channels } = options;
  return channels ? { ...options, reportChannels: createReport(channels) } : options;
}

/** Returns what reports on the channels of a house. It prints a story for each. @throws {RangeError} for an unknown one. */
export function createReport(channels: Channels): ReportChannels {
  const known = [...FORMATS, ...CARD_NAMES.map((name) => ({ name })), ...FEEDS, INDEX].map(({ name }): string => name);
  for (const name of Object.keys(channels))
    if (!known.includes(name)) throw new RangeError(`unknown channel '${name}'; known channels: ${known.join(', ')}`);
  return (article, house) => reportOf(typeset(article, house), house, Object.entries(channels));
}

type NamedSettings = readonly [name: string, settings: ChannelSettings];

function reportOf(article: Article, house: House, channels: readonly NamedSettings[]): ChannelReport {
  // No channel gets the story, only its follow-up.
  if (article.status === 'withdrawn') return { refusals: [], lostLinks: [] };
  const printed = channels.flatMap(([name, options]) => {
    const format = FORMATS.find((one) => one.name === name);
    return format ? [{ format, options }] : [];
  });
  return {
    refusals: channels.flatMap((channel) => [...refusal(article, house, channel), ...feedRefusals(article, channel)]),
    lostLinks: lostLinks(article, house, printed),
  };
}

/** Why a format does not print a story. */
function* refusal(article: Article, house: House, [name, settings]: NamedSettings): Generator<Refusal> {
  const format = FORMATS.find((one) => one.name === name);
  if (!format || format.printsAll) return;
  try {
    format.write(article, house, settings);
  } catch (error) {
    if (!(error instanceof UnprintableError || error instanceof TemplateError)) throw error;
    const { message, advice } = error;
    const { key, url } = error instanceof UnprintableError ? error : {};
    yield { message: prefixed(name, message), advice, key, url };
  }
}

/** What a story lacks for a feed, which leaves out drafts. */
function* feedRefusals(article: Article, [name]: NamedSettings): Generator<Refusal> {
  const feed = FEEDS.find((one) => one.name === name);
  if (!feed || article.status === 'draft') return;
  for (const { message, advice, text } of entryFaults(article, feed.needsUrl))
    yield { message: prefixed(name, message), advice, url: text };
}

/** A message that starts with the name of its channel. */
function prefixed(name: string, message: string): string {
  return message.startsWith(`${name}:`) ? message : `${name}: ${message}`;
}
