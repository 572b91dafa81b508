import type { Article } from './article.ts';
import { type House, PARTS } from './house.ts';
import type { Key } from './keys.ts';

/** A part of a story that a house can leave out of a channel. Corrections, and footnotes of printed parts, are always printed. */
export type PostPart = Exclude<(typeof PARTS)[number], 'corrections' | 'footnotes'>;

/** In the order of PARTS. */
export const POST_PARTS: readonly PostPart[] = PARTS.filter(
  (part): part is PostPart => part !== 'corrections' && part !== 'footnotes',
);

/** What a house sets for one channel. The fields are keys of `channels:` in its configuration. */
export interface ChannelSettings {
  /** The parts to print, in the order of the house. Default: those of the house. */
  readonly parts?: readonly PostPart[];
  /** Whether a post ends with the URL of the story. */
  readonly link?: boolean;
  /** The hashtags at the end of a post. `true` makes them of the topics of the story. */
  readonly hashtags?: boolean | readonly string[];
  /** Whether the posts of a thread are numbered. */
  readonly number?: boolean;
  /** The characters of a post, on a server that sets its own limit. */
  readonly limit?: number;
  /** Whether the account may publish long posts. */
  readonly premium?: boolean;
}

/** What a house publishes: names of formats and feeds, each with its settings. */
export type Channels = Readonly<Record<string, ChannelSettings>>;

/** Why a channel cannot publish a story. */
export interface Refusal {
  /** Starts with the name of the channel. */
  readonly message: string;
  readonly advice?: string | undefined;
  /** The key whose value is at fault. */
  readonly key?: Key | undefined;
  /** The URL at fault. */
  readonly url?: string | undefined;
}

/** A link that leads nowhere when a post leaves its site. */
export interface LostLink {
  readonly url: string;
  readonly message: string;
  readonly advice: string;
}

/** How the channels of a house publish a story. */
export interface ChannelReport {
  readonly refusals: readonly Refusal[];
  readonly lostLinks: readonly LostLink[];
}

/** Returns how the channels publish a story. The story does not have the typography of its house yet. */
export type ReportChannels = (article: Article, house: House) => ChannelReport;
