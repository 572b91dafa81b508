import type { HeaderBlock } from '@slack/types';
import type { Format } from '../format.ts';
import { compose } from './compose.ts';
import { takeHeadline } from './headline.ts';
import { SLACK } from './limits/slack.ts';
import type { RichText } from './rich-text.ts';
import { richTextBlocks } from './slack-blocks.ts';
import { type LengthOf, lengthAdvice, lengthError } from './too-long.ts';

/**
 * The body of a request that sends a message: blocks of Block Kit, and the text of notifications. `rich_text` needs no
 * escaping. In `mrkdwn`, bold beside Chinese characters is shown as asterisks.
 */
export const slack: Format['write'] = (article, house, options) => {
  const rich = compose(article, house, 'slack', options);
  const blocks = blocksOf(rich);
  const { max } = SLACK.characters;
  const { length } = JSON.stringify(blocks);
  if (length > max) {
    const lengthOf: LengthOf = (part, desk) => JSON.stringify(blocksOf(compose(part, desk, 'slack', {}))).length;
    throw lengthError('slack', length - max, max, lengthAdvice(article, house, options, lengthOf));
  }
  const [text = ''] = rich.text.split('\n', 1);
  return `${JSON.stringify({ text: escapeMrkdwn(text), blocks }, null, 2)}\n`;
};

function blocksOf(rich: RichText) {
  const { headline, rest } = takeHeadline(rich);
  if (headline === undefined || headline.length > SLACK.header.max) return richTextBlocks(rich, SLACK.blocks.max);
  const header: HeaderBlock = { type: 'header', text: { type: 'plain_text', text: headline, emoji: false } };
  return [header, ...richTextBlocks(rest, SLACK.blocks.max - 1)];
}

/** https://docs.slack.dev/messaging/formatting-message-text#escaping */
function escapeMrkdwn(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
