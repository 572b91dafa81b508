import type { Format } from '../format.ts';
import { splitToFit } from './channel.ts';
import { compose } from './compose.ts';
import { escapeDiscord } from './discord-escape.ts';
import { discordMarkdown } from './discord-markdown.ts';
import { takeHeadline } from './headline.ts';
import { DISCORD } from './limits/discord.ts';

/** An embed: a box with a title and a text that may link. */
interface Embed {
  readonly title?: string;
  readonly url?: string;
  readonly description?: string;
}

/** Bodies of requests that execute a webhook, each with one embed. Nobody is notified of an `@everyone` in a story. */
export const discord: Format['write'] = (article, house, options) => {
  const rich = compose(article, house, 'discord', options);
  const { headline = '', rest } = takeHeadline(rich);
  const title = escapeDiscord(headline);
  const isTitle = title !== '' && title.length <= DISCORD.title.max;
  const parts = splitToFit('discord', isTitle ? rest : rich, (part) => {
    const { max } = DISCORD.description;
    return part.text.length <= max && discordMarkdown(part, house).length <= max;
  });
  const texts: readonly Embed[] = parts.map((part) => ({ description: discordMarkdown(part, house) }));
  const [first = {}, ...more] = texts;
  const link = article.url === undefined ? {} : { url: article.url };
  const embeds = [isTitle ? { title, ...link, ...first } : first, ...more];
  const messages = embeds.map((embed) => ({ embeds: [embed], allowed_mentions: { parse: [] } }));
  return `${JSON.stringify({ messages }, null, 2)}\n`;
};
