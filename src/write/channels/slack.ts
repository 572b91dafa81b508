import type { HeaderBlock } from '@slack/types';
import type { Format } from '../format.ts';
import { lengthError } from './channel.ts';
import { compose } from './compose.ts';
import { takeHeadline } from './headline.ts';
import { SLACK } from './limits/slack.ts';
import { richTextBlocks } from './slack-blocks.ts';

/**
 * The body of a request that sends a message: blocks of Block Kit, and the text of notifications. `rich_text` needs no
 * escaping. In `mrkdwn`, bold beside Chinese characters is shown as asterisks.
 */
export const slack: Format['write'] = (article, house, options) => {
  const rich = compose(article, house, 'slack', options);
  const { headline, rest } = takeHeadline(rich);
  const isHeader = headline !== undefined && headline.length <= SLACK.header.max;
  const header: readonly HeaderBlock[] = isHeader
    ? [{ type: 'header', text: { type: 'plain_text', text: headline, emoji: false } }]
    : [];
  const blocks = [...header, ...richTextBlocks(isHeader ? rest : rich, SLACK.blocks.max - header.length)];
  const { max } = SLACK.characters;
  const { length } = JSON.stringify(blocks);
  if (length > max) throw lengthError('slack', length - max, max);
  const [text = ''] = rich.text.split('\n', 1);
  return `${JSON.stringify({ text: escapeMrkdwn(text), blocks }, null, 2)}\n`;
};

/** https://docs.slack.dev/messaging/formatting-message-text#escaping */
function escapeMrkdwn(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
