import type { Article } from '../../../model/article.ts';
import type { Channels } from '../../../model/channels.ts';
import type { House } from '../../../model/house.ts';
import { CARD_NAMES, type CardName } from '../../../write/card/names.ts';
import { type Measure as ChannelMeasure, measuredPosts } from '../../../write/channels/measured-posts.ts';
import { CHANNELS, type ChannelName } from '../../../write/channels/names.ts';
import {
  FORMATS,
  type Format,
  type FormatName,
  type ImageSize,
  TemplateError,
  UnprintableError,
} from '../../../write/index.ts';
import type { Messages } from '../../messages/messages.ts';
import { withoutName } from '../../messages/without-name.ts';
import { sentences, shownFailure } from './sentences.ts';
import type { Measure, Tab, TabContent } from './state.ts';

/** A story that is ready to print, with its images on the server. */
export interface PrintableStory {
  readonly article: Article;
  readonly house: House;
  readonly imageSizes: ReadonlyMap<string, ImageSize>;
  readonly channels: Channels;
  /** The URL of a card of the story. */
  readonly cardUrl: (name: CardName) => string;
  readonly messages: Messages;
}

const TITLES: Readonly<Record<FormatName | CardName, string>> = {
  html: 'Page',
  text: 'Text',
  markdown: 'Markdown',
  json: 'JSON',
  ninjs: 'ninjs',
  telegram: 'Telegram',
  x: 'X',
  bluesky: 'Bluesky',
  mastodon: 'Mastodon',
  linkedin: 'LinkedIn',
  slack: 'Slack',
  discord: 'Discord',
  wechat: 'WeChat',
  email: 'E-mail',
  card: 'Card',
  'card-svg': 'Card (SVG)',
};

/** What every story is shown as. The other tabs are the channels of the house. */
export const ALWAYS: readonly FormatName[] = ['html', 'text', 'markdown'];

/** Returns what the formats and the channels of the house make of a story. @param names only these formats. */
export function tabsOf(story: PrintableStory, names?: readonly FormatName[]): readonly Tab[] {
  const { channels } = story;
  const listed = FORMATS.map(({ name }) => name).filter(
    (name) => !ALWAYS.includes(name) && Object.hasOwn(channels, name),
  );
  const tabs = (names ?? [...ALWAYS, ...listed]).flatMap((name) =>
    FORMATS.filter((one) => one.name === name).map((one) => formatTab(one, story)),
  );
  const cards = names ? [] : CARD_NAMES.filter((name) => Object.hasOwn(channels, name));
  return [...tabs, ...cards.map((name) => cardTab(name, story))];
}

function formatTab(format: Format<FormatName>, story: PrintableStory): Tab {
  const { article, house, messages } = story;
  const { name } = format;
  const warnings = (format.warnings?.(article, house) ?? []).map(({ message, advice }) =>
    sentences({ message: withoutName(name, message, messages), advice }, messages),
  );
  return {
    name,
    title: messages.text(TITLES[name]),
    content: refusing(() => contentOf(format, story), name, messages),
    warnings,
  };
}

function cardTab(name: CardName, { article, cardUrl, messages: { text } }: PrintableStory): Tab {
  const content = {
    kind: 'picture',
    url: cardUrl(name),
    alt: text(`Picture of the card: ${article.headline}`),
  } as const;
  return { name, title: text(TITLES[name]), content, warnings: [] };
}

/** The content, or the reason why there is none. */
function refusing(print: () => TabContent, name: FormatName, messages: Messages): TabContent {
  try {
    return print();
  } catch (error) {
    if (!(error instanceof UnprintableError || error instanceof TemplateError)) throw error;
    const { message, advice } = error;
    return { kind: 'refused', ...shownFailure({ message: withoutName(name, message, messages), advice }, messages) };
  }
}

function contentOf(format: Format<FormatName>, story: PrintableStory): TabContent {
  const { article, house, imageSizes, channels } = story;
  const settings = channels[format.name] ?? {};
  const channel = CHANNELS.find((name) => name === format.name);
  if (channel) return postsContent(channel, story);
  const text = format.write(article, house, { ...settings, imageSizes });
  return format.name === 'html' ? { kind: 'page', html: text, measures: [] } : { kind: 'text', text };
}

function postsContent(name: ChannelName, { article, house, channels, messages }: PrintableStory): TabContent {
  const posts = measuredPosts(name, article, house, channels[name] ?? {}).map((post) => ({
    ...post,
    measures: post.measures.map((measure) => shownMeasure(measure, messages)),
  }));
  const [first] = posts;
  if (first?.html === undefined) return { kind: 'posts', posts };
  const html = name === 'wechat' ? pasted(first.html, article.lang) : first.html;
  return { kind: 'page', html, measures: first.measures };
}

function shownMeasure({ unit, count, max }: ChannelMeasure, { text }: Messages): Measure {
  return { text: text(`${count.toLocaleString('en')} of ${max.toLocaleString('en')} ${unit}`), count, max };
}

/** A page around the HTML that goes into an editor. */
function pasted(html: string, lang: string): string {
  const language = /^[a-z\d-]+$/i.test(lang) ? lang : 'zh';
  return `<!doctype html><html lang="${language}"><meta charset="utf-8"><title>WeChat</title><body style="margin:16px;background:#fff;color:#000">${html}</body></html>`;
}
