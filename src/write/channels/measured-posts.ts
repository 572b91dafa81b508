import type { Article } from '../../model/article.ts';
import type { ChannelSettings } from '../../model/channels.ts';
import type { House } from '../../model/house.ts';
import { graphemeCount } from '../../typography/index.ts';
import { chooseParts } from '../parts.ts';
import { names } from '../template/context.ts';
import { compose } from './compose.ts';
import { byteCount, graphemesWithUrls, weightedLength } from './count.ts';
import { emailContent } from './email.ts';
import { BLUESKY } from './limits/bluesky.ts';
import { DISCORD } from './limits/discord.ts';
import { EMAIL } from './limits/email.ts';
import { LINKEDIN } from './limits/linkedin.ts';
import { MASTODON } from './limits/mastodon.ts';
import { SLACK } from './limits/slack.ts';
import { TELEGRAM } from './limits/telegram.ts';
import { WECHAT } from './limits/wechat.ts';
import { X, X_WEIGHTS } from './limits/x.ts';
import type { ChannelName } from './names.ts';
import { WRITERS } from './writers.ts';

/** A length as a channel counts it, beside the limit of the channel. */
export interface Measure {
  readonly unit: string;
  readonly count: number;
  readonly max: number;
}

/** A post as readers see it, without its formatting. */
export interface MeasuredPost {
  /** What the channel shows above the text. */
  readonly title?: string;
  readonly text: string;
  /** The same with formatting, for a channel that gets HTML. */
  readonly html?: string;
  readonly measures: readonly Measure[];
}

/** What a channel has printed, and what it was printed from. */
interface Written {
  readonly output: string;
  readonly article: Article;
  readonly house: House;
  readonly settings: ChannelSettings;
}

/**
 * Returns the posts of a story in a channel, each with its lengths.
 * @throws {TemplateError} if a template of the house fails.
 * @throws {UnprintableError} if the channel cannot print the story.
 */
export function measuredPosts(
  name: ChannelName,
  story: Article,
  desk: House,
  settings: ChannelSettings,
): readonly MeasuredPost[] {
  const { article, house } = chooseParts(story, desk, settings.parts);
  return READERS[name]({ output: WRITERS[name](article, house, settings), article, house, settings });
}

const READERS: Readonly<Record<ChannelName, (written: Written) => readonly MeasuredPost[]>> = {
  telegram: ({ output }) =>
    parsed<TelegramMessages>(output).messages.map(({ text, entities = [] }) => ({
      text,
      measures: [
        measure('characters', text.length, TELEGRAM.units),
        measure('entities', entities.length, TELEGRAM.entities),
      ],
    })),
  x: ({ output, settings }) =>
    parsed<Texts>(output).posts.map((text) => {
      const length = weightedLength(text, { ...X_WEIGHTS, url: X.url.max });
      return { text, measures: [measure('characters', length, settings.premium ? X.premiumWeight : X.weight)] };
    }),
  bluesky: ({ output }) =>
    parsed<BlueskyPosts>(output).posts.map(({ text }) => ({
      text,
      measures: [
        measure('characters', graphemeCount(text), BLUESKY.graphemes),
        measure('bytes', byteCount(text), BLUESKY.bytes),
      ],
    })),
  mastodon: ({ output, settings }) =>
    parsed<Texts>(output).posts.map((text) => {
      const length = graphemesWithUrls(text, { url: MASTODON.url.max });
      return { text, measures: [measure('characters', length, { max: settings.limit ?? MASTODON.characters.max })] };
    }),
  linkedin({ output }) {
    // Readers see no backslash before a reserved character.
    const text = output.trimEnd().replace(/\\([\\|{}@[\]()<>#*_~])/g, '$1');
    return [{ text, measures: [measure('characters', text.length, LINKEDIN.characters)] }];
  },
  slack({ output, article, house, settings }) {
    const { blocks } = parsed<SlackMessage>(output);
    const { length } = JSON.stringify(blocks);
    const measures = [
      measure('characters as JSON', length, SLACK.characters),
      measure('blocks', blocks.length, SLACK.blocks),
    ];
    return [{ text: compose(article, house, 'slack', settings).text, measures }];
  },
  discord: ({ output }) =>
    parsed<DiscordMessages>(output).messages.map(({ embeds: [{ title, description = '' } = {}] }) => ({
      ...(title === undefined ? {} : { title }),
      text: description,
      measures: [
        ...(title === undefined ? [] : [measure('characters of the title', title.length, DISCORD.title)]),
        measure('characters', description.length, DISCORD.description),
      ],
    })),
  wechat({ output, article: { headline, byline = [], dek = '' }, house }) {
    const html = output.trimEnd();
    const fields = [
      measure('characters of the title', [...headline].length, WECHAT.title),
      measure('characters of the author', [...names(byline, house)].length, WECHAT.author),
      measure('characters of the digest', [...dek].length, WECHAT.digest),
    ];
    return [{ text: '', html, measures: [measure('characters of HTML', html.length, WECHAT.content), ...fields] }];
  },
  email({ article, house }) {
    const { html, text } = emailContent(article, house);
    const measures = [measure('bytes of HTML', byteCount(html), EMAIL.htmlBytes)];
    return [{ title: article.headline, text, html, measures }];
  },
};

interface TelegramMessages {
  readonly messages: readonly { readonly text: string; readonly entities?: readonly unknown[] }[];
}

interface Texts {
  readonly posts: readonly string[];
}

interface BlueskyPosts {
  readonly posts: readonly { readonly text: string }[];
}

interface SlackMessage {
  readonly blocks: readonly unknown[];
}

interface DiscordMessages {
  readonly messages: readonly {
    readonly embeds: readonly { readonly title?: string; readonly description?: string }[];
  }[];
}

function parsed<Output>(output: string): Output {
  return JSON.parse(output) as Output;
}

function measure(unit: string, count: number, { max }: { readonly max: number }): Measure {
  return { unit, count, max };
}
