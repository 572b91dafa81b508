import { readDiscord } from './read-discord.ts';

/* What readers see of the output of each channel, as plain text. */

type Reader = (output: string) => readonly string[];

const READERS: Readonly<Record<string, Reader>> = {
  telegram: (output) => JSON.parse(output).messages.map(({ text }: { text: string }) => text),
  x: (output) => JSON.parse(output).posts,
  mastodon: (output) => JSON.parse(output).posts,
  bluesky: (output) => JSON.parse(output).posts.map(({ text }: { text: string }) => text),
  linkedin: (output) => [output.replace(/\\(.)/g, '$1')],
  slack: (output) => JSON.parse(output).blocks.map(slackText),
  discord: (output) =>
    JSON.parse(output).messages.flatMap(({ embeds }: { embeds: { title?: string; description?: string }[] }) =>
      embeds.flatMap(({ title = '', description = '' }) => [readDiscord(title).text, readDiscord(description).text]),
    ),
};

/** The names of the channels that can be read. */
export const READABLE = Object.keys(READERS);

/** The text of each post. */
export function readChannel(name: string, output: string): readonly string[] {
  const read = READERS[name];
  if (!read) throw new Error(`no reader for ${name}`);
  return read(output);
}

/** The texts in a block of Slack, in order. */
function slackText(node: unknown): string {
  if (Array.isArray(node)) return node.map(slackText).join('');
  if (typeof node !== 'object' || node === null) return '';
  const { text, elements, type } = node as { text?: unknown; elements?: unknown; type?: string };
  const own = typeof text === 'string' ? text : slackText(text);
  return `${own}${slackText(elements)}${/^rich_text_/.test(type ?? '') ? '\n' : ''}`;
}
