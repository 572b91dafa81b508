import type { Limits } from './limit.ts';

export const SLACK = {
  checked: '2026-11',
  /** Characters of a header block. */
  header: { max: 150, reference: 'https://docs.slack.dev/reference/block-kit/blocks/header-block' },
  blocks: { max: 50, reference: 'https://docs.slack.dev/reference/block-kit/blocks' },
  /** Characters of all blocks as JSON. Slack publishes no number, and refuses messages from about 13,200 on. */
  characters: { max: 13_000, reference: 'https://github.com/slackapi/bolt-js/issues/2509' },
} as const satisfies Limits;
