import type { Limits } from './limit.ts';

const EMBED = 'https://discord.com/developers/docs/resources/message#embed-object-embed-limits';

/** UTF-16 units of an embed, with the characters of Markdown. A message with one embed is never over the sum of 6,000. */
export const DISCORD = {
  checked: '2026-11',
  title: { max: 256, reference: EMBED },
  description: { max: 4096, reference: EMBED },
} as const satisfies Limits;
